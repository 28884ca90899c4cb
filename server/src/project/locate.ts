/** Turns places, which are paths, into spans of the text as it is now. */
import type { Span } from '../base/span';
import { contentSpan, keySpan, nodeAt, parseJson, type JsonDocument } from '../syntax/json';
import { xmlSpan, type XmlDocument } from '../syntax/xml';
import { decodeXml } from '../syntax/xmlText';
import type { FilePlace, PathPlace } from '../model/place';
import { readsAsJson, type Documents } from './documents';

/**
 * @returns the narrowest token at the place, without quotes. The file's start when the file or the part of it is not
 * there any more: a finding without a place would be lost.
 */
export function locate(documents: Documents, { file, place }: FilePlace): Span {
  if ('span' in place) return place.span;
  const document = readsAsJson(file) ? documents.jsonAround(file, place.path) : documents.xml(file);
  if (!document) return fileStart;
  const span = readsAsJson(file)
    ? jsonSpan(document as JsonDocument, place)
    : spanInXml(document as XmlDocument, place);
  return (span && narrow(document.text, span, place)) ?? span ?? fileStart;
}

const fileStart: Span = { start: 0, end: 0 };

function spanInXml(document: XmlDocument, { path, within }: PathPlace): Span | undefined {
  const span = xmlSpan(document, path);
  if (!span || !within) return span;
  const decoded = decodeXml(document.text.slice(span.start, span.end));
  const node = nodeAt(parseJson(decoded.text), within);
  if (!node) return span;
  const { start, end } = contentSpan(node);
  return { start: span.start + decoded.originalOffset(start), end: span.start + decoded.originalOffset(end) };
}

function jsonSpan(document: JsonDocument, place: PathPlace): Span | undefined {
  const node = nodeAt(document, place.path);
  // The nearest thing around it that is there: a list of one may be written without its brackets.
  if (!node) return place.path.length <= 1 ? undefined : jsonSpan(document, { path: place.path.slice(0, -1) });
  if (place.onBracket) return { start: node.start, end: node.start + 1 };
  const span = (place.onKey && keySpan(node)) ?? contentSpan(node);
  // Of an empty string the quotes are what can be seen.
  return span.start === span.end ? node : span;
}

/** The part of a longer string. Where a quote stands before it, the same quote ends it: it is no other name's beginning. */
function narrow(text: string, span: Span, { part, behind = '' }: PathPlace): Span | undefined {
  if (part === undefined) return undefined;
  const quote = /["']$/.exec(behind)?.[0] ?? '';
  const pattern = new RegExp(`(?<=${asWritten(behind)})${asWritten(part)}(?=${asWritten(quote)})`);
  const match = pattern.exec(text.slice(span.start, span.end));
  if (!match) return undefined;
  const start = span.start + match.index;
  return { start, end: start + match[0].length };
}

/** A pattern for a name in the text of a file, where each character may be escaped: `'` is `\u0027` or `&apos;` too. */
function asWritten(name: string): string {
  return Array.from(name, (character) => {
    const plain = character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
    if (/\w/.test(character)) return plain;
    const units = Array.from({ length: character.length }, (_, i) => unicodeEscape(character.charCodeAt(i))).join('');
    const short = character === '/' ? '\\\\/' : JSON.stringify(character).slice(1, -1).replaceAll('\\', '\\\\');
    const entity = entities.get(character);
    const point = character.codePointAt(0) ?? 0;
    const numbered = [`&#0*${point};`, `&#x0*(?:${point.toString(16)}|${point.toString(16).toUpperCase()});`];
    const named = entity === undefined ? [] : [entity];
    const forms = [units, ...(short === character ? [] : [short]), ...named, ...numbered, plain];
    return `(?:${forms.join('|')})`;
  }).join('');
}

function unicodeEscape(unit: number): string {
  const digits = unit.toString(16).padStart(4, '0');
  return `\\\\u${digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)}`;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['"', '&quot;'],
  ["'", '&apos;'],
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);
