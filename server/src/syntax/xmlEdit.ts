/** Additions to an XML text, in the layout that is there. */
import type { TextEdit } from '../base/textEdit';
import type { XmlDocument, XmlElement } from './xmlTree';

/**
 * A comment on a line of its own above the line on which an element begins.
 * @returns undefined where that line begins with something else than the element or one around it.
 */
export function commentAbove({ text }: XmlDocument, element: XmlElement, comment: string): TextEdit | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', element.start - 1), text.lastIndexOf('\r', element.start - 1)) + 1;
  let first = element;
  while (first.parent && first.parent.start >= lineStart) first = first.parent;
  const indent = text.slice(lineStart, first.start);
  // Nothing may stand above the root, such as the declaration of the file's encoding.
  if (indent.trim() !== '' || !first.parent) return undefined;
  const lineEnd = /\r?\n|\r/.exec(text)?.[0] ?? '\n';
  return { span: { start: lineStart, end: lineStart }, newText: `${indent}<!-- ${inComment(comment)} -->${lineEnd}` };
}

/** XML ends no comment but by `-->`, and allows no `--` before. */
function inComment(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/-{2,}/g, '—').trim();
}
