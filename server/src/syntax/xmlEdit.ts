/** The smallest edits that change an XML text, in the layout that is there. */
import type { TextEdit } from '../base/textEdit';
import {
  blankBefore,
  escapeText,
  escapeValue,
  firstLineEnd,
  layoutIn,
  lineStartOf,
  printElement,
  type XmlContent,
} from './xmlLayout';
import { attribute, child, type XmlDocument, type XmlElement } from './xmlTree';

export { contentOf, type XmlContent } from './xmlLayout';

/**
 * Adds a child as the last one, or before the one at `index`. It goes directly behind the child before it, so that
 * comments above a child stay with that one.
 */
export function insertElement(doc: XmlDocument, parent: XmlElement, content: XmlContent, index?: number): TextEdit[] {
  const { text } = doc;
  const layout = layoutIn(doc, parent);
  const printed = layout.gap + printElement(content, layout, layout.gap);
  const before = index === undefined ? parent.children.at(-1) : parent.children[index - 1];
  if (before || parent.children.length > 0) {
    const at = before ? endWithComment(text, before.end) : parent.openEnd;
    return [{ span: { start: at, end: at }, newText: printed }];
  }
  if (parent.openEnd === parent.end) return [openTag(doc, parent, printed + layout.closingGap)];
  // Comments in an element without children stay above its first child; the last line end belongs to the close tag.
  const end = parent.closeStart;
  const start = end - blankBefore(text, end).length;
  return [{ span: { start, end }, newText: printed + layout.closingGap }];
}

/** Removes an element, with its line where nothing else stands on it. */
export function removeElement({ text }: XmlDocument, { start, end }: XmlElement): TextEdit {
  const lineStart = lineStartOf(text, start);
  if (text.slice(lineStart, start).trim() !== '') {
    return { span: { start: start - blankBefore(text, start).length, end }, newText: '' };
  }
  const rest = /[ \t]*(?:(\r?\n|\r|$))?/y;
  rest.lastIndex = end;
  const [blank = '', lineEnd] = rest.exec(text) ?? [];
  const isAlone = lineEnd !== undefined;
  return { span: { start: isAlone ? lineStart : start, end: end + blank.length }, newText: '' };
}

/** Gives an element another text. No edits for one that holds elements, or whose text it is already. */
export function setText(doc: XmlDocument, element: XmlElement, newText: string): TextEdit[] {
  if (element.children.length > 0 || element.text.trim() === newText) return [];
  const written = escapeText(newText, firstLineEnd(doc.text) ?? '\n');
  return element.textSpan ? [{ span: element.textSpan, newText: written }] : [openTag(doc, element, written)];
}

/** Gives a child element its text. One that is not there is added, at its alphabetical place among the others. */
export function setChildText(doc: XmlDocument, parent: XmlElement, name: string, newText: string): TextEdit[] {
  const known = child(parent, name);
  if (known) return setText(doc, known, newText);
  const next = parent.children.findIndex((other) => other.name > name);
  return insertElement(doc, parent, { name, text: newText }, next < 0 ? undefined : next);
}

/** Gives an attribute its value. One that is not there is added behind the others. */
export function setAttribute({ text }: XmlDocument, element: XmlElement, name: string, value: string): TextEdit[] {
  const known = attribute(element, name);
  const last = element.attributes.at(-1);
  const quote = text.charAt((known ?? last)?.valueSpan.end ?? -1) === "'" ? "'" : '"';
  const written = escapeValue(value, quote);
  if (known) return known.value === value ? [] : [{ span: known.valueSpan, newText: written }];
  const at = last ? last.valueSpan.end + 1 : element.start + 1 + element.name.length;
  return [{ span: { start: at, end: at }, newText: ` ${name}=${quote}${written}${quote}` }];
}

/**
 * A comment on a line of its own above the line on which an element begins.
 * @returns undefined where that line begins with something else than the element or one around it.
 */
export function commentAbove(doc: XmlDocument, element: XmlElement, comment: string): TextEdit | undefined {
  const { text } = doc;
  const lineStart = lineStartOf(text, element.start);
  let first = element;
  while (first.parent && first.parent.start >= lineStart) first = first.parent;
  const indent = text.slice(lineStart, first.start);
  // Nothing may stand above the root, such as the declaration of the file's encoding.
  if (indent.trim() !== '' || !first.parent) return undefined;
  const newText = `${indent}<!-- ${inComment(comment)} -->${firstLineEnd(text) ?? '\n'}`;
  return { span: { start: lineStart, end: lineStart }, newText };
}

/** Turns `<a b="c" />` into `<a b="c">…</a>`. */
function openTag({ text }: XmlDocument, { name, end }: XmlElement, inside: string): TextEdit {
  const slash = text.lastIndexOf('/', end - 1);
  const start = slash - blankBefore(text, slash).length;
  return { span: { start, end }, newText: `>${inside}</${name}>` };
}

/** Behind a comment on the rest of the line, which is about what stands before it. */
function endWithComment(text: string, end: number): number {
  const comment = /[ \t]*<!--(?:(?!-->)[^\r\n])*-->(?=[ \t]*(?:[\r\n]|$))/y;
  comment.lastIndex = end;
  return end + (comment.exec(text)?.[0].length ?? 0);
}

/** XML ends no comment but by `-->`, and allows no `--` before. */
function inComment(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/-{2,}/g, '—').trim();
}
