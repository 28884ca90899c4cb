/**
 * The short way to a tree for XML as the platform writes it: elements, attributes, text, comments, the entities of XML
 * itself. One pass without events, several times as fast as the tolerant reader of `xml.ts`. It gives up at the first
 * thing that it does not know or that is wrong, and never decides what an error is.
 */
import { isBlank, textSpanOf, type XmlAttribute, type XmlElement } from './xmlTree';
import type { Span } from '../base/span';

/** Gives the root of exactly the tree that the tolerant reader would build; undefined where that one has to read. */
export function parsePlainXml(text: string): XmlElement | undefined {
  if (mayBeUnusual(text) && unusual.test(text)) return undefined;
  let at = declaration.exec(text)?.[0].length ?? 0;
  let root: PlainElement | undefined;
  /** The innermost open element. Its parents are the stack, so nesting costs no call stack. */
  let open: PlainElement | undefined;
  for (;;) {
    const tag = text.indexOf('<', at);
    if (open === undefined && skipBlanks(text, at) !== (tag < 0 ? text.length : tag)) return undefined;
    if (tag < 0) break;
    const unit = text.charCodeAt(tag + 1);
    if (unit === exclamationMark) {
      at = endOfComment(text, tag);
    } else if (unit === slash) {
      at = open === undefined ? -1 : endOfCloseTag(text, tag, open.name);
      if (open === undefined || at < 0) return undefined;
      open.closeStart = tag;
      open.end = at;
      open = open.parent;
    } else {
      if (open === undefined && root !== undefined) return undefined;
      const element: PlainElement | undefined = readOpenTag(text, tag, open);
      if (element === undefined) return undefined;
      root ??= element;
      open?.children.push(element);
      at = element.openEnd;
      if (element.end < 0) open = element;
    }
    if (at < 0) return undefined;
  }
  return open === undefined ? root : undefined;
}

class PlainElement implements XmlElement {
  readonly children: PlainElement[] = [];
  readonly attributes: XmlAttribute[] = [];
  openEnd = -1;
  closeStart = -1;
  end = -1;
  readonly #source: string;

  constructor(
    source: string,
    readonly name: string,
    readonly start: number,
    readonly parent: PlainElement | undefined,
  ) {
    this.#source = source;
  }

  /** Put together when somebody asks: most elements hold nothing but line breaks between their children. */
  get text(): string {
    let text = '';
    let at = this.openEnd;
    for (const child of this.children) {
      text += decodeText(this.#source.slice(at, child.start));
      at = child.end;
    }
    return text + decodeText(this.#source.slice(at, this.closeStart));
  }

  get textSpan(): Span | undefined {
    return textSpanOf(this, this.#source);
  }
}

/**
 * Characters that XML forbids (also halves of surrogate pairs), the end of a CDATA section, and an `&` that begins
 * anything but an entity of XML itself or the number of a character that is surely allowed.
 */
const unusual =
  /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\]\]>|&(?!(?:amp|lt|gt|quot|apos|#(?:9|10|13|3[2-9]|[4-9]\d|[1-9]\d{2,3})|#x(?:[9AaDd]|[2-9a-fA-F][\da-fA-F]|[1-9a-cA-C][\da-fA-F]{2,3}));)/u;

/** Finds nothing in most texts, and takes a third of the time. */
function mayBeUnusual(text: string): boolean {
  return text.includes('&') || text.includes(']]>') || /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/.test(text);
}

const declaration =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding="[A-Za-z][\w.-]*")?(?: standalone="(?:yes|no)")? ?\?>/;

const doubleQuote = 34;
const exclamationMark = 33;
const singleQuote = 39;
const slash = 47;
const equals = 61;
const greaterThan = 62;

function readOpenTag(text: string, start: number, parent: PlainElement | undefined): PlainElement | undefined {
  let at = endOfName(text, start + 1);
  if (at < 0) return undefined;
  const element = new PlainElement(text, text.slice(start + 1, at), start, parent);
  for (;;) {
    const next = skipBlanks(text, at);
    const unit = text.charCodeAt(next);
    if (unit === greaterThan) {
      element.openEnd = next + 1;
      return element;
    }
    if (unit === slash && text.charCodeAt(next + 1) === greaterThan) {
      element.openEnd = element.closeStart = element.end = next + 2;
      return element;
    }
    const attribute = next === at ? undefined : readAttribute(text, next);
    if (attribute === undefined || element.attributes.some(({ name }) => name === attribute.name)) return undefined;
    element.attributes.push(attribute);
    at = attribute.valueSpan.end + 1;
  }
}

function readAttribute(text: string, start: number): XmlAttribute | undefined {
  const nameEnd = endOfName(text, start);
  if (nameEnd < 0) return undefined;
  const sign = skipBlanks(text, nameEnd);
  if (text.charCodeAt(sign) !== equals) return undefined;
  const open = skipBlanks(text, sign + 1);
  const quote = text.charCodeAt(open);
  if (quote !== doubleQuote && quote !== singleQuote) return undefined;
  const end = text.indexOf(quote === doubleQuote ? '"' : "'", open + 1);
  if (end < 0) return undefined;
  const raw = text.slice(open + 1, end);
  if (raw.includes('<')) return undefined;
  return {
    name: text.slice(start, nameEnd),
    value: decodeEntities(raw.replace(/\r\n?|[\n\t]/g, ' ')),
    nameSpan: { start, end: nameEnd },
    valueSpan: { start: open + 1, end },
  };
}

/** @returns -1 where no comment begins, it has no end, or `--` stands within it. */
function endOfComment(text: string, start: number): number {
  if (!text.startsWith('<!--', start)) return -1;
  const dashes = text.indexOf('--', start + 4);
  return dashes >= 0 && text.charCodeAt(dashes + 2) === greaterThan ? dashes + 3 : -1;
}

/** @returns -1 for the close tag of another element. */
function endOfCloseTag(text: string, start: number, name: string): number {
  if (!text.startsWith(name, start + 2)) return -1;
  const end = skipBlanks(text, start + 2 + name.length);
  return text.charCodeAt(end) === greaterThan ? end + 1 : -1;
}

/** @returns -1 where no name begins. One that goes on with other than ASCII seems to end, and what follows is wrong. */
function endOfName(text: string, start: number): number {
  if (!isNameStart(text.charCodeAt(start))) return -1;
  let at = start + 1;
  for (let unit = text.charCodeAt(at); isNameStart(unit) || isNamePart(unit);) unit = text.charCodeAt(++at);
  return at;
}

/** ASCII letters, `_` and `:`. */
function isNameStart(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95 || unit === 58;
}

/** Digits, `-` and `.`. */
function isNamePart(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || unit === 45 || unit === 46;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Decodes a stretch of text between two elements. */
function decodeText(raw: string): string {
  if (!raw.includes('<')) return decodeEntities(withLineFeeds(raw));
  const parts = raw.split(/<!--[^]*?-->/);
  return parts.map((part) => decodeEntities(withLineFeeds(part))).join('');
}

function withLineFeeds(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&([^;]+);/g, (_, entity: string) => entities[entity] ?? decodeNumber(entity));
}

/** `#65` and `#x41` → `A`. */
function decodeNumber(entity: string): string {
  const isHex = entity.charAt(1) === 'x';
  return String.fromCodePoint(Number.parseInt(entity.slice(isHex ? 2 : 1), isHex ? 16 : 10));
}
