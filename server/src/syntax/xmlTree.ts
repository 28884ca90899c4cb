/** The positioned XML tree and the ways to look things up in it. What builds it is `xml.ts`. */
import type { Path } from '../base/path';
import { touches, type Span } from '../base/span';
import type { SyntaxProblem } from './problem';

export interface XmlAttribute {
  readonly name: string;
  /** With entities decoded and line breaks as spaces, as XML wants it. */
  readonly value: string;
  readonly nameSpan: Span;
  /** The raw text between the quotes. */
  readonly valueSpan: Span;
}

/** An element; its span is the whole of it, from `<` of the open tag to `>` of the close tag. */
export interface XmlElement extends Span {
  readonly name: string;
  /** Behind `>` of the open tag. */
  readonly openEnd: number;
  /** At `<` of the close tag; without one, where the element ends. */
  readonly closeStart: number;
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  readonly attributes: readonly XmlAttribute[];
  /** The text that is directly in this element, decoded and joined, not trimmed. */
  readonly text: string;
  /**
   * What stands between the tags, without the white space around it; empty behind the open tag when there is nothing.
   * `undefined` for an element that holds elements or has no room for text (`<a/>`).
   */
  readonly textSpan: Span | undefined;
}

export interface XmlDocument {
  readonly text: string;
  /** `undefined` when the text holds no element at all. */
  readonly root: XmlElement | undefined;
  readonly errors: readonly SyntaxProblem[];
}

/** Gives the child elements of that name. Names are case-sensitive, as everywhere in XML. */
export function children(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Gives the first child element of that name, or `undefined`. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

/** Gives the first attribute of that name, or `undefined`. */
export function attribute(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((candidate) => candidate.name === name);
}

/** Gives the element at `path`, `undefined` when there is none or the path leads to an attribute. */
export function elementAt(doc: XmlDocument, path: Path): XmlElement | undefined {
  const [rootName, ...rest] = path;
  let element = doc.root?.name === rootName ? doc.root : undefined;
  for (let i = 0; i < rest.length && element !== undefined; i++) {
    const name = rest[i];
    const index = rest[i + 1];
    if (typeof name !== 'string') return undefined;
    if (typeof index === 'number') {
      element = children(element, name)[index];
      i++;
    } else {
      element = child(element, name);
    }
  }
  return element;
}

/** Gives the way from the root element, its name included, to an element or to one of its attributes. */
export function pathOf(element: XmlElement, attributeName?: string): Path {
  const path: (string | number)[] = attributeName === undefined ? [] : [`@${attributeName}`];
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) {
    const index = indexAmongNamesakes(at);
    if (index > 0) path.push(index);
    path.push(at.name);
  }
  return path.reverse();
}

/**
 * Gives the text that `path` is about: the value of an attribute, the trimmed text of an element, or the name in the
 * open tag of an element that has no text of its own. `undefined` when the path leads nowhere.
 */
export function xmlSpan(doc: XmlDocument, path: Path): Span | undefined {
  const last = path.at(-1);
  if (typeof last !== 'string' || !last.startsWith('@')) {
    const element = elementAt(doc, path);
    return element && (element.textSpan ?? nameSpan(element));
  }
  const owner = elementAt(doc, path.slice(0, -1));
  return owner && attribute(owner, last.slice(1))?.valueSpan;
}

/** Gives the name in the open tag. */
export function nameSpan(element: XmlElement): Span {
  return { start: element.start + 1, end: element.start + 1 + element.name.length };
}

/**
 * Gives the path of the attribute (name or value) or element (text or name in the open tag) that `offset` touches, or
 * `undefined` between them.
 */
export function atOffset(doc: XmlDocument, offset: number): Path | undefined {
  const element = innermost(doc.root, offset);
  if (element === undefined) return undefined;
  const onAttribute = element.attributes.find(
    ({ nameSpan, valueSpan }) => touches(nameSpan, offset) || touches(valueSpan, offset),
  );
  if (onAttribute !== undefined) return pathOf(element, onAttribute.name);
  const onText = element.textSpan !== undefined && touches(element.textSpan, offset);
  return onText || touches(nameSpan(element), offset) ? pathOf(element) : undefined;
}

/** Gives an element's `textSpan`, for those who build trees of `source`. */
export function textSpanOf(element: Omit<XmlElement, 'textSpan'>, source: string): Span | undefined {
  if (element.children.length > 0 || element.openEnd === element.end) return undefined;
  let start = element.openEnd;
  let end = element.closeStart;
  while (start < end && isBlank(source.charCodeAt(start))) start++;
  if (start === end) return { start: element.openEnd, end: element.openEnd };
  while (isBlank(source.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Whether a UTF-16 unit is white space to XML. */
export function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13;
}

/** Gives the innermost element around `offset`. */
export function elementAround({ root }: XmlDocument, offset: number): XmlElement | undefined {
  return innermost(root, offset);
}

function innermost(root: XmlElement | undefined, offset: number): XmlElement | undefined {
  let found: XmlElement | undefined;
  let next = root;
  while (next !== undefined && next.start < offset && offset < next.end) {
    found = next;
    next = lastStartingBefore(found.children, offset);
  }
  return found;
}

function lastStartingBefore(elements: readonly XmlElement[], offset: number): XmlElement | undefined {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    if (element !== undefined && element.start < offset) low = middle + 1;
    else high = middle;
  }
  return elements[low - 1];
}

function indexAmongNamesakes(element: XmlElement): number {
  let index = 0;
  for (const sibling of element.parent?.children ?? []) {
    if (sibling === element) break;
    if (sibling.name === element.name) index++;
  }
  return index;
}
