/**
 * What belongs together in the workflow expressions of a JSON string: `@{outputs('x')?['body/value']}`. It is read from
 * the text between the quotes as it stands in the file, escapes included, so that its spans are those of the file.
 * Nothing is judged: what can't be understood is skipped.
 */
import { touches, type Span } from '../base/span';

/** A part of an expression and the parts that it is made of, in the order of the text. */
interface Part extends Span {
  readonly parts: readonly Part[];
}

/** The parts of the expression at `offset`, from the innermost to the whole; empty where the string has none. */
export function expressionSpansAt(text: string, string: Span, offset: number): Span[] {
  const whole = wholesOf(text, string).find((span) => touches(span, offset));
  if (!whole) return [];
  const isTemplate = text.startsWith('@{', whole.start);
  const start = whole.start + (isTemplate ? 2 : 1);
  const end = isTemplate && text.endsWith('}', whole.end) && whole.end > start ? whole.end - 1 : whole.end;
  const spans: Span[] = [whole];
  let parts: readonly Part[] = [{ start, end, parts: new Reader(text, start, end).readAll() }];
  for (let part = around(parts, offset); part; part = around(parts, offset)) {
    spans.unshift({ start: part.start, end: part.end });
    ({ parts } = part);
  }
  return spans.filter((span, i) => span.start !== spans[i + 1]?.start || span.end !== spans[i + 1]?.end);
}

/** Between two parts, the later one is meant. */
function around(parts: readonly Part[], offset: number): Part | undefined {
  return parts.findLast((part) => touches(part, offset));
}

/** The expressions of a string, with the `@` or `@{…}` around them. */
function wholesOf(text: string, { start, end }: Span): Span[] {
  if (text[start] === '@' && start + 1 < end && text[start + 1] !== '@' && text[start + 1] !== '{') {
    return [{ start, end }];
  }
  const wholes: Span[] = [];
  for (let at = start; at < end;) {
    const isEscaped = text.startsWith('@@{', at);
    if (isEscaped || !text.startsWith('@{', at)) {
      at += isEscaped ? 3 : unitLength(text, at);
      continue;
    }
    const whole = { start: at, end: templateEnd(text, at + 2, end) };
    wholes.push(whole);
    at = whole.end;
  }
  return wholes;
}

/** Behind the `}` that ends a template; a brace within quotes ends none. */
function templateEnd(text: string, start: number, end: number): number {
  let isQuoted = false;
  for (let at = start; at < end; at += unitLength(text, at)) {
    if (isQuote(text, at)) isQuoted = !isQuoted;
    else if (text[at] === '}' && !isQuoted) return at + 1;
  }
  return end;
}

/** Deeper than any that people write; what is below is one part. */
const mostDepth = 100;

class Reader {
  readonly #text: string;
  readonly #end: number;
  #at: number;
  #depth = 0;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#at = start;
    this.#end = end;
  }

  readAll(): Part[] {
    return this.#readList(undefined);
  }

  /** Expressions up to a closing mark, and that itself. */
  #readList(close: string | undefined): Part[] {
    const parts: Part[] = [];
    while (this.#at < this.#end) {
      if (close !== undefined && this.#text[this.#at] === close) {
        this.#at++;
        break;
      }
      const part = this.#read();
      if (part) parts.push(part);
      else this.#at += unitLength(this.#text, this.#at);
    }
    return parts;
  }

  /** A value with all that is taken out of it: `outputs('x')`, and that with `?['body/value']`. */
  #read(): Part | undefined {
    if (this.#depth >= mostDepth) return undefined;
    this.#depth++;
    let part = this.#readString() ?? this.#readName();
    for (let longer = part && this.#readAccess(part); longer; longer = this.#readAccess(longer)) part = longer;
    this.#depth--;
    return part;
  }

  /** A quote within a string is doubled. */
  #readString(): Part | undefined {
    const start = this.#at;
    if (!isQuote(this.#text, start)) return undefined;
    const quote = unitLength(this.#text, start);
    let at = start + quote;
    while (at < this.#end) {
      const next = at + unitLength(this.#text, at);
      if (!isQuote(this.#text, at)) at = next;
      else if (next < this.#end && isQuote(this.#text, next)) at = next + unitLength(this.#text, next);
      else break;
    }
    const contentEnd = Math.min(at, this.#end);
    this.#at = Math.min(at + quote, this.#end);
    return { start, end: this.#at, parts: [{ start: start + quote, end: contentEnd, parts: [] }] };
  }

  /** A name, a number, or a call. */
  #readName(): Part | undefined {
    const [name] = this.#match(/[A-Za-z_]\w*|-?\d+(?:\.\d+)?/y) ?? [];
    if (name === undefined) return undefined;
    const start = this.#at;
    this.#at += name.length;
    const named: Part = { start, end: this.#at, parts: [] };
    const [open] = this.#match(/\s*\(/y) ?? [];
    if (open === undefined) return named;
    this.#at += open.length;
    const values = this.#readList(')');
    return { start, end: this.#at, parts: [named, ...values] };
  }

  #readAccess(of: Part): Part | undefined {
    const [access, name] = this.#match(/\s*\??\s*(?:\[|\.\s*([A-Za-z_]\w*))/y) ?? [];
    if (access === undefined) return undefined;
    this.#at += access.length;
    if (name !== undefined) {
      const named: Part = { start: this.#at - name.length, end: this.#at, parts: [] };
      return { start: of.start, end: this.#at, parts: [of, named] };
    }
    const inner = this.#readList(']');
    return { start: of.start, end: this.#at, parts: [of, ...inner] };
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    return match && pattern.lastIndex <= this.#end ? match : undefined;
  }
}

/** PowerShell writes the quotes of expressions as escapes. */
function isQuote(text: string, at: number): boolean {
  return text[at] === "'" || /^\\u0027$/i.test(text.slice(at, at + 6));
}

/** How much of the text one character of the string takes. */
function unitLength(text: string, at: number): number {
  if (text[at] !== '\\') return 1;
  return text[at + 1] === 'u' ? 6 : 2;
}
