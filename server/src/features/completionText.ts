/** How a value is written where somebody is typing: with the quotes, escapes, commas and close tags that are missing. */
import type { Span } from '../base/span';
import type { TextEdit } from '../base/textEdit';
import { layoutAt, memberIndent, printValue } from '../syntax/jsonLayout';
import type { JsonCursor } from '../syntax/jsonCursor';
import type { JsonDocument, JsonNode } from '../syntax/json';
import type { XmlCursor } from '../syntax/xmlCursor';
import type { YamlCursor } from '../syntax/yamlCursor';
import type { NewEntry } from './settingsProposals';

export interface Writer {
  readonly span: Span;
  readonly text: (value: string) => string;
  readonly before?: TextEdit;
  /** What a value is found by, where the text that is typed is more than it. */
  readonly words?: (value: string) => string;
}

export function jsonWriter(cursor: JsonCursor): Writer {
  const { span, isOpened } = cursor;
  return {
    span,
    text: (value) => `${isOpened ? '' : '"'}${escaped(value)}${jsonEnding(cursor)}`,
    ...commaBefore(cursor),
  };
}

/** The key within `@parameters('$connections')['…']`, or the whole expression where it does not stand there yet. */
export function expressionWriter(cursor: JsonCursor, text: string, offset: number): Writer {
  const quote = "(?:'|\\\\u0027)";
  const pattern = new RegExp(`parameters\\(\\s*${quote}\\$connections${quote}\\s*\\)\\s*\\[\\s*${quote}`, 'i');
  const written = text.slice(cursor.span.start, cursor.span.end);
  const match = pattern.exec(written);
  const keyStart = match ? match.index + match[0].length : 0;
  const key = new RegExp(`^(?:(?!${quote})[^]|${quote}${quote})*`).exec(written.slice(keyStart))?.[0] ?? '';
  const span = { start: cursor.span.start + keyStart, end: cursor.span.start + keyStart + key.length };
  if (!match || offset < span.start || offset > span.end) {
    const { text: write, ...rest } = jsonWriter(cursor);
    return { ...rest, text: (value) => write(expressionOf(value)), words: expressionOf };
  }
  const isEnded = keyStart + key.length < written.length;
  const ending = isEnded ? '' : `${keyEnding}${jsonEnding(cursor)}`;
  return { span, text: (value) => `${escaped(value.replaceAll("'", "''"))}${ending}` };
}

const keyEnding = "']['connectionId']";

function expressionOf(key: string): string {
  return `@parameters('$connections')['${key.replaceAll("'", "''")}${keyEnding}`;
}

export function xmlWriter({ span, attribute, ending }: XmlCursor): Writer {
  const escapes = attribute === undefined ? /[&<>]/g : /[&<>"']/g;
  return { span, text: (value) => `${value.replace(escapes, (character) => entities[character] ?? '')}${ending}` };
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export function yamlWriter({ span, quote, isClosed, before }: YamlCursor): Writer {
  const text = (value: string): string => {
    if (quote === undefined) return before + (/^[A-Za-z_/][\w./-]*$/.test(value) ? value : JSON.stringify(value));
    return (quote === '"' ? escaped(value) : value.replaceAll("'", "''")) + (isClosed ? '' : quote);
  };
  return { span, text };
}

/** A whole entry of a list in the layout that the list has, as a snippet. */
export function jsonEntry(
  document: JsonDocument,
  list: JsonNode,
  { value, toFill }: NewEntry,
  cursor: JsonCursor,
): { readonly newText: string; readonly isSnippet: true; readonly before?: TextEdit } {
  const layout = layoutAt(document, list);
  const indent = memberIndent(document, list, layout);
  const printed = printValue({ ...value, [toFill]: placeholder }, layout, indent);
  const snippet = printed.replace(/[\\$}]/g, '\\$&').replace(placeholder, '$1');
  return { newText: snippet + (cursor.needsComma ? ',' : ''), isSnippet: true, ...commaBefore(cursor) };
}

/** Of the characters that Unicode leaves to private use: no name has it, and JSON does not escape it. */
const placeholder = '\ue000';

function jsonEnding({ isClosed, needsComma }: JsonCursor): string {
  if (isClosed) return '';
  return needsComma ? '",' : '"';
}

function commaBefore({ commaBefore: at }: JsonCursor): { readonly before?: TextEdit } {
  return at === undefined ? {} : { before: { span: { start: at, end: at }, newText: ',' } };
}

/** What stands between the quotes. */
function escaped(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}
