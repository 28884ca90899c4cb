/** Turns places, which are paths, into spans of the text as it is now. */
import type { Span } from '../base/span';
import { contentSpan, keySpan, nodeAt, type JsonDocument } from '../syntax/json';
import { xmlSpan, type XmlDocument } from '../syntax/xml';
import type { FilePlace, PathPlace } from '../model/place';
import { isJsonFile, type Documents } from './documents';

/**
 * @returns the narrowest token at the place, without quotes. The file's start when the file or the part of it is not
 * there any more: a finding without a place would be lost.
 */
export function locate(documents: Documents, { file, place }: FilePlace): Span {
  if ('span' in place) return place.span;
  const document = isJsonFile(file) ? documents.json(file) : documents.xml(file);
  if (!document) return fileStart;
  const span = isJsonFile(file)
    ? jsonSpan(document as JsonDocument, place)
    : xmlSpan(document as XmlDocument, place.path);
  return (span && narrow(document.text, span, place)) ?? span ?? fileStart;
}

const fileStart: Span = { start: 0, end: 0 };

function jsonSpan(document: JsonDocument, place: PathPlace): Span | undefined {
  const node = nodeAt(document, place.path);
  if (!node) return undefined;
  if (place.onBracket) return { start: node.start, end: node.start + 1 };
  const span = (place.onKey && keySpan(node)) ?? contentSpan(node);
  // Of an empty string the quotes are what can be seen.
  return span.start === span.end ? node : span;
}

/** The part of a longer string as it stands in the text: escaped, in most files the same as it reads. */
function narrow(text: string, span: Span, { part, behind = '' }: PathPlace): Span | undefined {
  if (part === undefined) return undefined;
  const raw = text.slice(span.start, span.end);
  for (const written of [part, JSON.stringify(part).slice(1, -1)]) {
    const index = raw.indexOf(behind + written);
    if (index < 0) continue;
    const start = span.start + index + behind.length;
    return { start, end: start + written.length };
  }
  return undefined;
}
