/**
 * What somebody is typing at an offset of a JSON text. Only what stands before the offset tells where that is, so quotes,
 * commas and brackets may be missing there and behind. The tree of `json.ts` has no place for a value that is not there
 * yet; this has.
 */
import { createScanner, type JSONScanner } from 'jsonc-parser';
import type { Path } from '../base/path';
import type { Span } from '../base/span';
import { Token } from './json';

export interface JsonCursor {
  /** The way to the value that stands there or would stand there; of a property's name, to the object. */
  readonly path: Path;
  readonly on: 'key' | 'value';
  /** What a value there replaces: a string without its quotes, a word that has none, or nothing. */
  readonly span: Span;
  /** Whether a quote stands before and behind the span. */
  readonly isOpened: boolean;
  readonly isClosed: boolean;
  /** Where a comma is missing before the value: behind the one before. */
  readonly commaBefore?: number;
  /** Whether something follows that a comma must part from the value. */
  readonly needsComma: boolean;
}

/** @returns undefined where no value and no name can stand, and in comments. */
export function jsonCursorAt(text: string, offset: number): JsonCursor | undefined {
  const walk = new Walk();
  const scanner = createScanner(text, false);
  for (let end = 0; ;) {
    const start = behindBlank(text, end);
    const isOnNewLine = /[\r\n]/.test(text.slice(end, start));
    scanner.setPosition(start);
    const token: number = scanner.scan();
    end = Math.min(scanner.getPosition(), text.length);
    const span = { start, end };
    const isWord = words.has(token);
    if (token === Token.End || span.start > offset || (span.start === offset && !isWord)) break;
    if (isComment(token) && offset <= span.end && (offset < span.end || token === Token.LineComment)) return undefined;
    if (isWord && offset <= span.end) {
      const word = wordAt(text, offset, token, span, scanner);
      if (word) return cursor(text, walk, word);
    }
    if (!isComment(token)) walk.take(token, scanner, end, isOnNewLine);
  }
  return cursor(text, walk, { span: { start: offset, end: offset }, isOpened: false, isClosed: false });
}

/** `SyntaxKind.Unknown`: a word without quotes. */
const unknownToken = 16;

const words: ReadonlySet<number> = new Set([
  Token.Null,
  Token.True,
  Token.False,
  Token.String,
  Token.Number,
  unknownToken,
]);

type Word = Pick<JsonCursor, 'span' | 'isOpened' | 'isClosed'>;

/** @returns undefined for a string that ends before the offset. */
function wordAt(
  text: string,
  offset: number,
  token: number,
  { start, end }: Span,
  scanner: JSONScanner,
): Word | undefined {
  if (token !== Token.String) return { span: { start, end }, isOpened: false, isClosed: false };
  // Before the first quote, the string is replaced with its quotes: the span holds the offset.
  const isOpened = offset > start;
  const inside = isOpened ? start + 1 : start;
  const error: number = scanner.getTokenError();
  const hasQuote = end - start > 1 && text[end - 1] === '"' && error !== unclosed;
  if (hasQuote && endsValue(text, end)) {
    if (offset === end) return undefined;
    return { span: { start: inside, end: isOpened ? end - 1 : end }, isOpened, isClosed: isOpened };
  }
  // The quote belongs to a later string. No name of the field holds what ends the word here.
  const from = Math.max(start + 1, offset);
  const length = /^[^\s",\]}]*/.exec(text.slice(from))?.[0].length ?? 0;
  return { span: { start: inside, end: from + length }, isOpened, isClosed: false };
}

/** `ScanError.UnexpectedEndOfString`. */
const unclosed = 2;

/** Whether a string may end here, by what follows: within `"a, "b": 1` the second quote begins a string. */
function endsValue(text: string, end: number): boolean {
  return /^[ \t]*(?:$|[\r\n,:\]}"/])/.test(text.slice(end, end + 200));
}

function cursor(text: string, walk: Walk, word: Word): JsonCursor | undefined {
  const at = walk.place();
  if (!at) return undefined;
  const next = createScanner(text, true);
  next.setPosition(word.span.end + (word.isClosed ? 1 : 0));
  const needsComma = !followers.has(next.scan());
  return { ...at, ...word, span: insideOf(word.span, text), needsComma };
}

const followers: ReadonlySet<number> = new Set([
  Token.CloseBrace,
  Token.CloseBracket,
  Token.Comma,
  Token.Colon,
  Token.End,
]);

function insideOf({ start, end }: Span, text: string): Span {
  return { start: Math.min(start, text.length), end: Math.min(Math.max(start, end), text.length) };
}

interface Container {
  readonly isArray: boolean;
  /** Where it stands in the one around it; undefined for the root. */
  readonly segment: string | number | undefined;
  index: number;
  key: string | undefined;
}

/** The containers that are open, and what comes next in the innermost. */
class Walk {
  readonly #open: Container[] = [];
  #expect: 'key' | 'colon' | 'value' | 'comma' = 'value';
  #lastEnd = 0;

  take(token: number, scanner: JSONScanner, end: number, isOnNewLine: boolean): void {
    const top = this.#open.at(-1);
    if (token === Token.OpenBrace || token === Token.OpenBracket) this.#enter(token === Token.OpenBracket, top);
    else if (token === Token.CloseBrace || token === Token.CloseBracket) this.#leave(token === Token.CloseBracket);
    else if (token === Token.Comma) this.#next(top);
    else if (token === Token.Colon) this.#expect = 'value';
    else this.#takeWord(token === Token.String ? scanner.getTokenValue() : undefined, top, isOnNewLine);
    this.#lastEnd = end;
  }

  place(): Pick<JsonCursor, 'path' | 'on' | 'commaBefore'> | undefined {
    const top = this.#open.at(-1);
    const around = this.#open.flatMap(({ segment }) => segment ?? []);
    const comma = this.#expect === 'comma' ? { commaBefore: this.#lastEnd } : {};
    if (!top) return this.#expect === 'value' ? { path: [], on: 'value' } : undefined;
    if (top.isArray) {
      const index = top.index + (this.#expect === 'comma' ? 1 : 0);
      return { path: [...around, index], on: 'value', ...comma };
    }
    if (this.#expect === 'colon') return undefined;
    if (this.#expect !== 'value') return { path: around, on: 'key', ...comma };
    return top.key === undefined ? undefined : { path: [...around, top.key], on: 'value' };
  }

  #takeWord(name: string | undefined, top: Container | undefined, isOnNewLine: boolean): void {
    // A name on a line of its own was left unfinished; on the same line just the colon is missing.
    const isName = top?.isArray === false && this.#expect !== 'value' && (this.#expect !== 'colon' || isOnNewLine);
    if (isName && name !== undefined) {
      top.key = name;
      this.#expect = 'colon';
      return;
    }
    if (top?.isArray && this.#expect === 'comma') top.index++;
    this.#expect = 'comma';
  }

  #enter(isArray: boolean, top: Container | undefined): void {
    if (top?.isArray && this.#expect === 'comma') top.index++;
    this.#open.push({ isArray, segment: top?.isArray ? top.index : top?.key, index: 0, key: undefined });
    this.#expect = isArray ? 'value' : 'key';
  }

  #leave(isArray: boolean): void {
    const index = this.#open.findLastIndex((container) => container.isArray === isArray);
    if (index < 0) return;
    this.#open.length = index;
    this.#expect = 'comma';
  }

  #next(top: Container | undefined): void {
    if (top?.isArray) top.index++;
    else if (top) top.key = undefined;
    this.#expect = top?.isArray === false ? 'key' : 'value';
  }
}

/** The scanner would build a string of every run of blanks. */
function behindBlank(text: string, offset: number): number {
  let at = offset;
  let unit = text.charCodeAt(at);
  while (unit === 32 || unit === 10 || unit === 13 || unit === 9) unit = text.charCodeAt(++at);
  return at;
}

function isComment(token: number): boolean {
  return token === Token.LineComment || token === Token.BlockComment;
}
