/**
 * XML text to a tree with positions. It never throws, and what stands before an error is kept, mostly what stands
 * behind it as well. The characters are read by saxes, which knows no external files and expands no entity of a DTD.
 * Which close tag belongs to which element is decided here: saxes would give up the whole tree for one wrong name.
 */
import { SaxesParser } from 'saxes';
import { toSay, type Message } from '../base/l10n';
import { LineIndex } from '../base/lineIndex';
import type { Span } from '../base/span';
import { parsePlainXml } from './plainXml';
import { maxProblems, type SyntaxProblem } from './problem';
import { makeReadable, type Readable } from './xmlReadable';
import { isBlank, textSpanOf, type XmlAttribute, type XmlDocument, type XmlElement } from './xmlTree';

export * from './xmlTree';

/** Gives the tree of an XML text and what is wrong with it. */
export function parseXml(text: string): XmlDocument {
  const root = parsePlainXml(text);
  return root ? { text, root, errors: [] } : parseAnyXml(text);
}

/** The same without the short way for plain XML. */
export function parseAnyXml(text: string): XmlDocument {
  return new Reader(text).read();
}

class Element implements XmlElement {
  readonly children: Element[] = [];
  readonly attributes: XmlAttribute[] = [];
  text = '';
  openEnd = 0;
  closeStart = 0;
  end = 0;
  readonly #source: string;

  constructor(
    source: string,
    readonly name: string,
    readonly start: number,
    public parent: Element | undefined,
  ) {
    this.#source = source;
  }

  /** Found when somebody asks, because few elements' texts are ever shown or edited. */
  get textSpan(): Span | undefined {
    return textSpanOf(this, this.#source);
  }
}

/** Reports by a call instead of an `Error` object, which would cost a stack trace for each of many problems. */
class QuietSaxes extends SaxesParser {
  onFail: (message: string) => void = () => undefined;

  override fail(message: string): this {
    this.onFail(message);
    return this;
  }
}

class Reader {
  readonly #text: string;
  readonly #readable: Readable;
  readonly #saxes = new QuietSaxes({});
  readonly #errors: SyntaxProblem[] = [];
  #root: Element | undefined;
  /** The innermost element whose close tag has not come yet. Its parents are the stack, so nesting costs no call stack. */
  #open: Element | undefined;
  /** How many elements of each name are open, so that a wrong close tag is recognised without a walk up. */
  readonly #openNames = new Map<string, number>();
  /** The element whose open tag is being read. */
  #opening: Element | undefined;
  /** saxes tells a close tag once for each element that it closes by it; the first time counts. */
  #lastCloseEnd = -1;
  /** Counted only where an element is not closed. */
  #lines: LineIndex | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#readable = makeReadable(text);
  }

  read(): XmlDocument {
    const saxes = this.#saxes;
    saxes.onFail = (message) => this.#fail(message);
    saxes.on('opentagstart', (tag) => this.#startTag(tag.name));
    saxes.on('attribute', ({ name, value }) => this.#addAttribute(name, this.#readable.restore(value)));
    saxes.on('opentag', () => this.#endOpenTag(saxes.position));
    saxes.on('closetag', (tag) => (tag.isSelfClosing ? this.#close(saxes.position, saxes.position) : this.#closeTag()));
    saxes.on('text', (text) => this.#addText(this.#readable.restore(text)));
    saxes.on('cdata', (text) => this.#addText(this.#readable.restore(text)));
    for (const problem of this.#readable.problems) this.#report(problem.span.start, problem.span.end, problem.message);
    try {
      saxes.write(this.#readable.text).close();
    } catch {
      // A fault of the parser must not cost the tree that was read so far.
      this.#report(this.#text.length, this.#text.length, toSay('This XML could not be read to its end.'));
    }
    this.#finish();
    return { text: this.#text, root: this.#root, errors: this.#errors };
  }

  #startTag(name: string): void {
    // The position is behind the character that ended the name, and that can be a stray `<`.
    const start = this.#text.lastIndexOf('<', this.#saxes.position - 2);
    const element = new Element(this.#text, name, start, this.#open);
    this.#opening = element;
    if (this.#open !== undefined) this.#open.children.push(element);
    else if (this.#root === undefined) this.#root = element;
    else this.#report(start, start + 1 + name.length, toSay('A file has one root element, and this is a second one.'));
  }

  #addAttribute(name: string, value: string): void {
    const end = this.#saxes.position - 1;
    const quote = this.#text[end];
    // Without quotes it is an error that saxes tells; there is no span to name then.
    if (quote !== '"' && quote !== "'") return;
    const start = this.#text.lastIndexOf(quote, end - 1) + 1;
    let nameEnd = start - 1;
    while (nameEnd > 0 && isBlankOrEquals(this.#text.charCodeAt(nameEnd - 1))) nameEnd--;
    const nameSpan = { start: nameEnd - name.length, end: nameEnd };
    // saxes reads a name past characters that no name can hold.
    if (!this.#text.startsWith(name, nameSpan.start)) return;
    this.#opening?.attributes.push({ name, value, nameSpan, valueSpan: { start, end } });
  }

  #endOpenTag(end: number): void {
    const element = this.#opening;
    if (element === undefined) return;
    element.openEnd = end;
    this.#opening = undefined;
    this.#open = element;
    this.#openNames.set(element.name, (this.#openNames.get(element.name) ?? 0) + 1);
  }

  #closeTag(): void {
    const end = this.#saxes.position;
    if (end === this.#lastCloseEnd) return;
    this.#lastCloseEnd = end;
    const start = this.#text.lastIndexOf('</', end - 1);
    const name = this.#text.slice(start + 2, end - 1).trimEnd();
    if ((this.#openNames.get(name) ?? 0) > 0) {
      while (this.#open !== undefined && this.#open.name !== name) this.#closeUnfinished(this.#open, start);
      this.#close(start, end);
    } else if (this.#open !== undefined && isMeantFor(this.#open, name)) {
      this.#report(start, end, toSay("Expected '</{0}>' here.", this.#open.name));
      this.#close(start, end);
    } else {
      this.#report(start, end, toSay('No open element has this name.'));
    }
  }

  #closeUnfinished(element: Element, end: number): void {
    // One message is enough for a tag that somebody is typing.
    if (!this.#readable.cutTags.has(element.start)) {
      this.#report(
        element.start,
        element.start + 1 + element.name.length,
        toSay("'<{0}>' has no close tag.", element.name),
      );
    }
    const ownEnd = this.#putBeside(element) ?? end;
    this.#close(ownEnd, ownEnd);
  }

  /**
   * Takes out of an element without close tag what is not indented below it, and puts it beside it: there it stood
   * before somebody typed the element's open tag, or lost its close tag.
   * @returns where the element ends then, undefined where it keeps everything.
   */
  #putBeside({ start, children, parent }: Element): number | undefined {
    // Nobody is typing so many tags at once, and each may move all that the ones within it have moved.
    if (this.#errors.length >= maxProblems) return undefined;
    const { indent } = this.#lineOf(start);
    if (parent === undefined || indent <= this.#lineOf(parent.start).indent) return undefined;
    const first = children.findIndex((child) => {
      const line = this.#lineOf(child.start);
      return line.begins && line.indent <= indent;
    });
    const outside = first < 0 ? [] : children.splice(first);
    for (const child of outside) {
      child.parent = parent;
      parent.children.push(child);
    }
    return outside[0]?.start;
  }

  /** How deep the line of an offset is indented, and whether nothing stands on it before the offset. */
  #lineOf(offset: number): { readonly indent: number; readonly begins: boolean } {
    this.#lines ??= new LineIndex(this.#text);
    const start = offset - this.#lines.position(offset).character;
    let end = start;
    while (this.#text[end] === ' ' || this.#text[end] === '\t') end++;
    return { indent: end - start, begins: end === offset };
  }

  #close(start: number, end: number): void {
    const element = this.#open;
    if (element === undefined) return;
    element.closeStart = start;
    element.end = end;
    this.#open = element.parent;
    this.#openNames.set(element.name, (this.#openNames.get(element.name) ?? 1) - 1);
  }

  #addText(text: string): void {
    if (this.#open !== undefined) this.#open.text += text;
    else if (/[^ \t\r\n]/.test(text)) this.#reportStrayText();
  }

  #reportStrayText(): void {
    let end = Math.min(this.#saxes.position, this.#text.length);
    if (this.#text[end - 1] === '<') end--;
    while (end > 0 && isBlank(this.#text.charCodeAt(end - 1))) end--;
    this.#report(Math.max(0, end - 1), end, toSay('Text may only stand inside of the root element.'));
  }

  #finish(): void {
    const length = this.#text.length;
    this.#endOpenTag(length);
    if (this.#root === undefined) this.#report(length, length, toSay('Expected an element, but the file ends.'));
    while (this.#open !== undefined) this.#closeUnfinished(this.#open, length);
  }

  #fail(message: string): void {
    if (message.startsWith('unmatched closing tag')) return this.#closeTag();
    if (message.startsWith('unclosed tag') || toldHere.has(message)) return;
    const end = Math.min(this.#saxes.position, this.#text.length);
    const start = message.includes('entity') ? this.#text.lastIndexOf('&', end - 1) : end - 1;
    const known = message.startsWith('duplicate attribute') ? 'duplicate attribute' : message;
    this.#report(Math.max(0, start), end, sentences[known] ?? toSay('This is not well-formed XML: {0}', message));
  }

  #report(start: number, end: number, message: Message): void {
    if (this.#errors.length < maxProblems) this.#errors.push({ span: { start, end }, message });
  }
}

/** What saxes says about the order of elements. The reader finds this out itself, with the right element. */
const toldHere: ReadonlySet<string> = new Set([
  'unexpected close tag.',
  'documents may contain only one root.',
  'text data outside of root node.',
  'document must contain a root element.',
]);

const sentences: Readonly<Record<string, Message>> = {
  'disallowed character.': toSay('This character is not allowed here.'),
  'disallowed character in tag name': toSay(
    "An element's name cannot hold this character; text has to write '<' as '&lt;'.",
  ),
  'disallowed character in tag name.': toSay("An element's name cannot hold this character."),
  'disallowed character in attribute name.': toSay("An attribute's name cannot hold this character."),
  'disallowed character in closing tag.': toSay('A close tag cannot hold this character.'),
  'undefined entity.': toSay('This entity is not known.'),
  'malformed character entity.': toSay('There is no character of this number.'),
  'attribute without value.': toSay('This attribute has no value.'),
  'duplicate attribute': toSay('An element has each attribute once.'),
  'unquoted attribute value.': toSay("An attribute's value stands in quotes."),
  'no whitespace between attributes.': toSay('A space is missing between the attributes.'),
  'forward-slash in opening tag not followed by >.': toSay("Expected '>' behind '/'."),
  'weird empty close tag.': toSay('This close tag has no name.'),
  'malformed comment.': toSay("A comment cannot hold '--'."),
  'the string "]]>" is disallowed in char data.': toSay("Text cannot hold ']]>'."),
  'an XML declaration must be at the start of the document.': toSay(
    'The XML declaration must be the first in the file.',
  ),
  'the XML declaration must appear at the start of the document.': toSay(
    'The XML declaration must be the first in the file.',
  ),
  'unexpected end.': toSay('The file ends inside of a tag, a comment or the like.'),
};

/** A wrong name in a close tag is mostly one that somebody is just typing, for an element with nothing but text. */
function isMeantFor(element: Element, name: string): boolean {
  return element.children.length === 0 || element.name.startsWith(name) || name.startsWith(element.name);
}

function isBlankOrEquals(unit: number): boolean {
  return isBlank(unit) || unit === 61;
}
