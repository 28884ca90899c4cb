/** What somebody is typing at an offset of a YAML text: the value behind a name, on one line as all names of the field are. */
import type { Span } from '../base/span';

export interface YamlCursor {
  readonly property: string;
  /** Where the property's name stands. */
  readonly nameStart: number;
  /** What a value there replaces, without quotes. */
  readonly span: Span;
  /** The quote before the span, if there is one. */
  readonly quote?: '"' | "'";
  readonly isClosed: boolean;
  /** A blank where the colon stands directly before the value. */
  readonly before: string;
}

/** @returns undefined where no value stands. */
export function yamlCursorAt(text: string, offset: number): YamlCursor | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const match = /^((?:\s|-\s)*)(['"]?)([@\w.]+)\2\s*:(\s*)(.*?)\s*(?:\s#.*)?$/.exec(line);
  if (!match) return undefined;
  const [, indent = '', , property = '', blank = '', value = ''] = match;
  // Beginnings of values that are no plain text: maps, lists, blocks, anchors.
  if (/^[{[|>&*!]/.test(value)) return undefined;
  const valueStart = lineStart + line.indexOf(':', indent.length + property.length) + 1 + blank.length;
  const [quote] = /^["']/.exec(value) ?? [];
  const isClosed = quote !== undefined && value.length > 1 && value.endsWith(quote);
  const start = value === '' ? Math.max(offset, valueStart - blank.length) : valueStart + (quote?.length ?? 0);
  const end = value === '' ? start : valueStart + value.length - (isClosed ? 1 : 0);
  if (offset < start || offset > end) return undefined;
  return {
    property,
    nameStart: lineStart + indent.length,
    span: { start, end },
    ...(quote !== undefined && { quote: quote as '"' | "'" }),
    isClosed,
    before: text[start - 1] === ':' ? ' ' : '',
  };
}
