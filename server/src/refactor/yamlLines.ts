/** The lines of a YAML text on which an item of a list stands. */
import type { Span } from '../base/span';
import type { TextEdit } from '../base/textEdit';

/** The line end behind the last one included. */
export function linesOf(text: string, { start, end }: Span): Span {
  const next = text.indexOf('\n', start + text.slice(start, end).trimEnd().length);
  return { start: text.lastIndexOf('\n', start) + 1, end: next < 0 ? text.length : next + 1 };
}

/** Takes them away. A text without a final line end stays one without. */
export function removalOf(text: string, item: Span): TextEdit {
  const { start, end } = linesOf(text, item);
  if (end < text.length || text.endsWith('\n')) return { span: { start, end }, newText: '' };
  return { span: { start: text.slice(0, start).replace(/\r?\n$/, '').length, end }, newText: '' };
}
