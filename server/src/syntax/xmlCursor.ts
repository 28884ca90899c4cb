/**
 * What somebody is typing at an offset of an XML text: the value of an attribute, or the text of an element that holds
 * nothing else. Only the tag before the offset tells, so that quotes and close tags may be missing.
 */
import type { Span } from '../base/span';

export interface XmlCursor {
  readonly element: string;
  /** Undefined for the text of the element. */
  readonly attribute?: string;
  /** Where the open tag begins. */
  readonly tagStart: number;
  /** What a value there replaces, without quotes and white space around. */
  readonly span: Span;
  /** What must follow the value: the quote or the close tag that is missing. */
  readonly ending: string;
}

/** @returns undefined where neither stands: in names, comments, behind close tags. */
export function xmlCursorAt(text: string, offset: number): XmlCursor | undefined {
  const tagStart = text.lastIndexOf('<', offset - 1);
  const name = /^<([^\s/>!?"'=<]+)/.exec(text.slice(tagStart, tagStart + mostOfName))?.[1];
  if (tagStart < 0 || name === undefined || isWithin(text, tagStart, '<!--', '-->')) return undefined;
  const attributes = /\s+([^\s=/>"'<]+)\s*=\s*(["'])([^"'<>\r\n]*)/y;
  attributes.lastIndex = tagStart + 1 + name.length;
  let end = attributes.lastIndex;
  for (let match = attributes.exec(text); match; match = attributes.exec(text)) {
    const [, attribute = '', quote = '', start = ''] = match;
    const from = attributes.lastIndex - start.length;
    const close = valueEnd(text, from, quote);
    if (offset < from) return undefined;
    if (offset <= close.at) {
      return {
        element: name,
        attribute,
        tagStart,
        span: { start: from, end: close.at },
        ending: close.isQuote ? '' : quote,
      };
    }
    end = close.at + 1;
    attributes.lastIndex = end;
  }
  const open = /^\s*>/.exec(text.slice(end, end + mostOfName))?.[0];
  const start = end + (open?.length ?? 0);
  if (open === undefined || offset < start) return undefined;
  return { element: name, tagStart, ...textAt(text, start, offset, name) };
}

/** Names and white space of a tag are short; this only keeps a broken file from being copied. */
const mostOfName = 1000;

function isWithin(text: string, offset: number, open: string, close: string): boolean {
  return text.lastIndexOf(open, offset) > text.lastIndexOf(close, offset);
}

/** A value without its end goes as far as a name could. */
function valueEnd(text: string, from: number, quote: string): { readonly at: number; readonly isQuote: boolean } {
  const line = /^[^\r\n<]*/.exec(text.slice(from, from + 10 * mostOfName))?.[0] ?? '';
  const quoted = line.indexOf(quote);
  const isQuote = quoted >= 0 && /^["']\s*(?:[^\s=/>"'<]+\s*=|\/?>|\?>|$)/.test(line.slice(quoted));
  return isQuote ? { at: from + quoted, isQuote } : { at: from + (/^[^\s>/"']*/.exec(line)?.[0].length ?? 0), isQuote };
}

function textAt(text: string, start: number, offset: number, name: string): Pick<XmlCursor, 'span' | 'ending'> {
  const next = text.indexOf('<', start);
  const end = next < 0 ? text.length : next;
  const isClosed = text.startsWith(`</${name}`, end);
  // Without its close tag, the text ends with the line: what follows is somebody else's white space.
  const whole = isClosed ? text.slice(start, end) : (/^[^\r\n]*/.exec(text.slice(start, end))?.[0] ?? '');
  const before = /^\s*/.exec(whole)?.[0].length ?? 0;
  const length = whole.trim().length;
  const from = length === 0 ? offset : Math.min(start + before, offset);
  const to = length === 0 ? offset : Math.max(start + before + length, offset);
  return { span: { start: from, end: to }, ending: isClosed ? '' : `</${name}>` };
}
