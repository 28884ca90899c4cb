/** What somebody is typing at an offset of a YAML text: the value behind a name, on one line as all names of the field are. */
import type { Span } from '../base/span';

export interface YamlCursor {
  readonly property: string;
  /** Where the property's name stands. */
  readonly nameStart: number;
  /** What a value there replaces, quotes included. */
  readonly span: Span;
  /** A blank where the name's colon stands directly before the value. */
  readonly before: string;
}

/** @returns undefined where no value stands. */
export function yamlCursorAt(text: string, offset: number): YamlCursor | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const match = /^((?:\s|-\s)*)(['"]?)([@\w.]+)\2\s*:(\s*)(.*?)\s*(?:\s#.*)?$/.exec(line);
  if (!match) return undefined;
  const [, indent = '', , property = '', blank = '', value = ''] = match;
  const colon = line.indexOf(':', indent.length);
  const start = value === '' ? Math.max(offset, lineStart + colon + 1) : lineStart + colon + 1 + blank.length;
  const end = start + value.length;
  // Beginnings of values that are no plain text: maps, lists, blocks, anchors.
  if (offset < start || offset > end || /^[{[|>&*!]/.test(value)) return undefined;
  const before = text[start - 1] === ':' ? ' ' : '';
  return { property, nameStart: lineStart + indent.length, span: { start, end }, before };
}
