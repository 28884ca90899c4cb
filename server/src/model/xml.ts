/** What the readers of XML files share. */
import { findMergeConflict } from '../syntax/conflict';
import { attribute, child, parseXml, type XmlElement } from '../syntax/xml';
import type { Problem } from './facts';
import { conflictProblem } from './json';

/** Reads a text; a conflict hides everything else of it. `root` is undefined where there is none of that name. */
export function readXml(
  source: string,
  rootName: string,
): { readonly root: XmlElement | undefined; readonly problems: readonly Problem[] } {
  const { root, errors } = parseXml(source);
  const [first] = errors;
  if (first) {
    const conflict = findMergeConflict(source);
    if (conflict) return { root: undefined, problems: [conflictProblem(conflict)] };
  }
  return {
    root: root?.name === rootName ? root : undefined,
    // Errors behind the first one mostly follow from it.
    problems: first ? [{ kind: 'syntax', message: first.message, place: { span: first.span } }] : [],
  };
}

/** The trimmed text of a child element; undefined when it is missing or empty. */
export function childText(element: XmlElement | undefined, name: string): string | undefined {
  const value = element && child(element, name)?.text.trim();
  return value === '' ? undefined : value;
}

/** The value of an attribute; undefined when it is missing or empty. */
export function attributeText(element: XmlElement | undefined, name: string): string | undefined {
  const value = element && attribute(element, name)?.value;
  return value === '' ? undefined : value;
}

/** A property, and the name under which it stands: that of an attribute begins with `@`. */
export interface FoundProperty {
  readonly text: string;
  readonly as: string;
}

/** An attribute or the text of a child. */
export function findInXml(element: XmlElement, name: string): FoundProperty | undefined {
  const ofAttribute = attributeText(element, name);
  if (ofAttribute !== undefined) return { text: ofAttribute, as: `@${name}` };
  const ofChild = childText(element, name);
  return ofChild === undefined ? undefined : { text: ofChild, as: name };
}
