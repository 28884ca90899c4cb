/**
 * JSON text to a tree with positions. It never throws and goes on behind errors, so that an editor has answers while
 * somebody types. Where only values are needed, use the native `JSON.parse`: it is several times as fast.
 *
 * The language is strict JSON: there is an error exactly when `JSON.parse` would throw. The tokens come from the
 * scanner of jsonc-parser. Its `parseTree` is not used, because it recurses and overflows the stack on deep nesting.
 */
import { createScanner, type JSONScanner, type ScanError } from 'jsonc-parser';
import { toSay, type Message } from '../base/l10n';
import type { Path } from '../base/path';
import { maxProblems, type SyntaxProblem } from './problem';
import type { JsonDocument, JsonKey, JsonNode, JsonType } from './jsonTree';

export * from './jsonTree';

/** Gives the tree of a JSON text and what is wrong with it. */
export function parseJson(text: string): JsonDocument {
  const parser = new Parser(text);
  const document = parser.parse();
  if (!parser.lacksBracket) return document;
  // Where a bracket is missing or too many, the indentation mostly tells which one; where it does not, it makes it worse.
  const byIndent = new Parser(text, { followsIndent: true }).parse();
  return byIndent.errors.length <= document.errors.length ? byIndent : document;
}

/**
 * Gives a tree that need not go on behind the property that `path` leads into with its first two segments, mostly a
 * small part of the text. What it holds is as in the whole tree; where it does not hold `path`, the whole one may.
 */
export function parseJsonAsFarAs(text: string, path: Path): JsonDocument {
  const [owner, name] = path;
  // An array's items, and properties of the root, stand in small files.
  const isProperty = typeof name === 'string' && typeof owner === 'string';
  const beginning = isProperty ? new Parser(text, { goal: { owner, name } }).parse() : undefined;
  return beginning?.errors.length === 0 ? beginning : parseJson(text);
}

/** The tokens of jsonc-parser, which has them as a `const enum` that isolated modules cannot read. */
export const Token = {
  OpenBrace: 1,
  CloseBrace: 2,
  OpenBracket: 3,
  CloseBracket: 4,
  Comma: 5,
  Colon: 6,
  Null: 7,
  True: 8,
  False: 9,
  String: 10,
  Number: 11,
  LineComment: 12,
  BlockComment: 13,
  End: 17,
} as const;

const scanErrors: Readonly<Record<ScanError, Message | undefined>> = {
  0: undefined,
  // A comment without an end is a mistake as a comment already.
  1: undefined,
  2: toSay('This string has no closing quote on its line.'),
  3: toSay('This number is not complete.'),
  4: toSay("Four hexadecimal digits are expected after '\\u'."),
  5: toSay('This string holds an escape that JSON does not have.'),
  6: toSay('This string holds a control character that must be escaped.'),
};

/** What the text may go on with. */
const enum Expect {
  Value,
  /** Behind `[`. */
  ValueOrClose,
  /** Behind the comma of an object. */
  Key,
  /** Behind `{`. */
  KeyOrClose,
  Colon,
  CommaOrClose,
  /** Behind the root. */
  End,
}

class Node implements JsonNode {
  constructor(
    readonly type: JsonType,
    readonly start: number,
    public end: number,
    readonly parent: Node | undefined,
    readonly key: JsonKey | undefined,
    readonly items: Node[],
    readonly value: string | number | boolean | null | undefined,
  ) {}
}

/** Shared by all scalars, and never added to. */
const noItems: Node[] = [];

/** A property of an object that is itself a property of the root: what stands behind it is of no interest. */
interface Goal {
  readonly owner: string;
  readonly name: string;
}

/**
 * A state machine. Its stack is the chain of parents of `#open`, so nesting costs no call stack. After an error, tokens
 * that fit nowhere are skipped in silence until one fits again, so that one mistake gives one message.
 */
class Parser {
  readonly #text: string;
  readonly #goal: Goal | undefined;
  readonly #followsIndent: boolean;
  readonly #scanner: JSONScanner;
  readonly #errors: SyntaxProblem[] = [];
  #root: Node | undefined;
  /** The innermost object or array that has no end yet. */
  #open: Node | undefined;
  #openObjects = 0;
  #openArrays = 0;
  /** The name whose value comes next. Without one in an object, the value is read and dropped. */
  #key: JsonKey | undefined;
  #expect = Expect.Value;
  #recovering = false;
  #isAtGoal = false;
  #start = 0;
  #end = 0;
  #lineStart = 0;
  /** Of the line of the token at hand. */
  #indent = 0;
  #beginsLine = true;
  /** The indentation of the line on which each open bracket stands. */
  readonly #indents: number[] = [];
  #isIndented = false;
  #isUnbalanced = false;
  /** The end of the token before. Whatever has no closing bracket of its own ends there. */
  #lastEnd = 0;

  constructor(text: string, options: { readonly goal?: Goal; readonly followsIndent?: boolean } = {}) {
    this.#text = text;
    this.#goal = options.goal;
    this.#followsIndent = options.followsIndent === true;
    this.#scanner = createScanner(text);
  }

  parse(): JsonDocument {
    while (this.#take(this.#next()) && !this.#isAtGoal);
    if (!this.#isAtGoal) this.#tellEnd();
    while (this.#open !== undefined) this.#close(this.#lastEnd);
    return { text: this.#text, root: this.#root, errors: this.#errors };
  }

  /** Whether brackets are missing or too many in a text that is indented. */
  get lacksBracket(): boolean {
    return this.#isUnbalanced && this.#isIndented;
  }

  /** Spaces and line breaks are skipped here, because the scanner would build a string of every run of them. */
  #next(): number {
    const text = this.#text;
    const scanner = this.#scanner;
    let at = this.#end;
    let unit = text.charCodeAt(at);
    let lineStart = this.#lineStart;
    while (unit === 32 || unit === 10 || unit === 13 || unit === 9) {
      at++;
      if (unit === 10 || unit === 13) lineStart = at;
      unit = text.charCodeAt(at);
    }
    this.#beginsLine = lineStart !== this.#lineStart;
    if (this.#beginsLine) this.#indent = at - lineStart;
    if (this.#indent > 0) this.#isIndented = true;
    this.#lineStart = lineStart;
    scanner.setPosition(at);
    const token = scanner.scan();
    this.#lastEnd = this.#end;
    this.#start = at;
    this.#end = Math.min(scanner.getPosition(), text.length);
    const problem = scanErrors[scanner.getTokenError()];
    if (problem) this.#add(at, this.#end, problem);
    return token;
  }

  /** Handles one token. Gives whether to go on. */
  #take(token: number): boolean {
    if (token === Token.End) return false;
    if (token === Token.LineComment || token === Token.BlockComment) {
      this.#add(this.#start, this.#end, toSay('JSON has no comments.'));
      return true;
    }
    if (this.#followsIndent && this.#beginsLine && this.#isOutdented(token)) return true;
    if (this.#expect === Expect.End) {
      this.#isUnbalanced = true;
      this.#report(toSay('Expected the end of the file here.'));
      return false;
    }
    switch (token) {
      case Token.String:
        this.#takeString(this.#scanner.getTokenValue());
        break;
      case Token.Comma:
        this.#takeComma();
        break;
      case Token.Colon:
        this.#takeColon();
        break;
      case Token.OpenBrace:
        this.#enter('object', Expect.KeyOrClose);
        break;
      case Token.CloseBrace:
        this.#leave('object');
        break;
      case Token.OpenBracket:
        this.#enter('array', Expect.ValueOrClose);
        break;
      case Token.CloseBracket:
        this.#leave('array');
        break;
      case Token.Number:
        this.#takeScalar('number', Number(this.#scanner.getTokenValue()));
        break;
      case Token.True:
        this.#takeScalar('boolean', true);
        break;
      case Token.False:
        this.#takeScalar('boolean', false);
        break;
      case Token.Null:
        this.#takeScalar('null', null);
        break;
      default:
        this.#report(this.#expectation());
    }
    return true;
  }

  /**
   * Closes what the line of the token can't be in, since it is not indented deeper.
   * @returns whether the token is a bracket that closes nothing.
   */
  #isOutdented(token: number): boolean {
    const isClose = token === Token.CloseBrace || token === Token.CloseBracket;
    const isName = token === Token.String && !(this.#expect === Expect.Value && this.#open?.type === 'object');
    if (isClose && (this.#indents.at(-1) ?? this.#indent) < this.#indent) {
      this.#report(toSay("There is no bracket that this '{0}' closes.", token === Token.CloseBrace ? '}' : ']'));
      return true;
    }
    if (!isClose && !isName) return false;
    while (this.#isBeyond(isClose)) {
      this.#report(toSay("Expected '{0}' before this line.", this.#open?.type === 'object' ? '}' : ']'));
      this.#close(this.#lastEnd);
      this.#afterValue();
    }
    return false;
  }

  /** Whether the line at hand ends, or stands behind, what is open: a bracket closes what is indented as it is. */
  #isBeyond(isClose: boolean): boolean {
    const inner = this.#indents.at(-1);
    const outer = this.#indents.at(-2);
    // The root ends with the file.
    if (inner === undefined || outer === undefined) return false;
    return isClose ? inner > this.#indent && outer >= this.#indent : inner >= this.#indent;
  }

  #takeString(value: string): void {
    switch (this.#expect) {
      case Expect.Key:
      case Expect.KeyOrClose:
        this.#recovering = false;
        break;
      case Expect.Colon:
        this.#report(this.#expectation());
        // A name on a line of its own was left unfinished; on the same line just the colon is missing.
        if (!/[\r\n]/.test(this.#text.slice(this.#lastEnd, this.#start))) {
          this.#takeScalar('string', value);
          return;
        }
        break;
      case Expect.CommaOrClose:
        this.#report(this.#expectation());
        if (this.#open?.type === 'object') break;
        this.#takeScalar('string', value);
        return;
      default:
        this.#takeScalar('string', value);
        return;
    }
    this.#key = { name: value, start: this.#start, end: this.#end };
    this.#expect = Expect.Colon;
  }

  #takeComma(): void {
    if (this.#expect === Expect.CommaOrClose) this.#recovering = false;
    else this.#report(this.#expectation());
    this.#key = undefined;
    this.#expect = this.#open?.type === 'object' ? Expect.Key : Expect.Value;
  }

  #takeColon(): void {
    if (this.#expect === Expect.Colon) {
      this.#recovering = false;
      this.#expect = Expect.Value;
      return;
    }
    if (this.#takeValueAsKey()) return;
    this.#report(this.#expectation());
    if (this.#expect === Expect.Key || this.#expect === Expect.KeyOrClose) this.#expect = Expect.Value;
  }

  /** A string that a colon follows is no value but the next name: the value before it is still to be typed. */
  #takeValueAsKey(): boolean {
    const last = this.#open?.items.at(-1);
    if (this.#open?.type !== 'object' || typeof last?.value !== 'string' || last.end !== this.#lastEnd) return false;
    this.#open.items.pop();
    this.#add(last.start, last.end, toSay('Expected a value here.'));
    this.#key = { name: last.value, start: last.start, end: last.end };
    this.#expect = Expect.Value;
    return true;
  }

  #takeScalar(type: JsonType, value: string | number | boolean | null): void {
    if (!this.#mayHoldValue()) return;
    this.#addNode(new Node(type, this.#start, this.#end, this.#open, this.#key, noItems, value));
    this.#afterValue();
  }

  #enter(type: 'object' | 'array', expect: Expect): void {
    this.#mayHoldValue();
    const node = new Node(type, this.#start, this.#end, this.#open, this.#key, [], undefined);
    this.#addNode(node);
    this.#key = undefined;
    this.#open = node;
    this.#indents.push(this.#indent);
    this.#expect = expect;
    if (type === 'object') this.#openObjects++;
    else this.#openArrays++;
  }

  #leave(type: 'object' | 'array'): void {
    const bracket = type === 'object' ? '}' : ']';
    if ((type === 'object' ? this.#openObjects : this.#openArrays) === 0) {
      this.#isUnbalanced = true;
      this.#report(toSay("There is no bracket that this '{0}' closes.", bracket));
      return;
    }
    if (this.#open?.type !== type) {
      this.#isUnbalanced = true;
      this.#report(toSay("Expected '{0}' before this '{1}'.", type === 'object' ? ']' : '}', bracket));
    } else if (this.#expect === Expect.Key || (this.#expect === Expect.Value && type === 'array')) {
      this.#report(toSay("A comma must not stand before '{0}'.", bracket));
    } else if (this.#expect === Expect.Value || this.#expect === Expect.Colon) {
      this.#report(this.#expectation());
    }
    while (this.#open !== undefined && this.#open.type !== type) this.#close(this.#lastEnd);
    this.#close(this.#end);
    this.#recovering = false;
    this.#afterValue();
  }

  #close(end: number): void {
    const node = this.#open;
    if (node === undefined) return;
    node.end = end;
    this.#open = node.parent;
    this.#indents.pop();
    if (node.type === 'object') this.#openObjects--;
    else this.#openArrays--;
    if (this.#goal && this.#openObjects + this.#openArrays === 2) this.#isAtGoal = this.#isGoal(node, this.#goal);
  }

  /** A later property of the same name would count instead, so where its name comes again the rest is read too. */
  #isGoal(node: Node, { owner, name }: Goal): boolean {
    return (
      node.key?.name === name &&
      node.parent?.key?.name === owner &&
      !this.#text.includes(JSON.stringify(name), this.#end)
    );
  }

  #tellEnd(): void {
    this.#end = this.#lastEnd;
    const last = Math.max(0, this.#lastEnd - 1);
    if (this.#open !== undefined) this.#isUnbalanced = true;
    if (this.#root === undefined) this.#add(last, this.#lastEnd, toSay('Expected a value, but the file ends.'));
    else if (this.#open?.type === 'object') this.#add(last, this.#lastEnd, toSay("Expected '}', but the file ends."));
    else if (this.#open !== undefined) this.#add(last, this.#lastEnd, toSay("Expected ']', but the file ends."));
  }

  /** Reports a value that stands where none may be. Gives whether it has a place in the tree all the same. */
  #mayHoldValue(): boolean {
    if (this.#expect === Expect.Value || this.#expect === Expect.ValueOrClose) {
      this.#recovering = false;
      return true;
    }
    this.#report(this.#expectation());
    if (this.#expect === Expect.Colon) return true;
    this.#key = undefined;
    return this.#open?.type === 'array';
  }

  #addNode(node: Node): void {
    if (this.#open === undefined) this.#root ??= node;
    else if (this.#open.type === 'array' || node.key !== undefined) this.#open.items.push(node);
  }

  #afterValue(): void {
    this.#key = undefined;
    this.#expect = this.#open === undefined ? Expect.End : Expect.CommaOrClose;
  }

  #expectation(): Message {
    switch (this.#expect) {
      case Expect.Value:
        return toSay('Expected a value here.');
      case Expect.ValueOrClose:
        return toSay("Expected a value or ']' here.");
      case Expect.Key:
        return toSay('Expected a property name in double quotes here.');
      case Expect.KeyOrClose:
        return toSay("Expected a property name in double quotes or '}' here.");
      case Expect.Colon:
        return toSay("Expected ':' here.");
      case Expect.CommaOrClose:
        return toSay("Expected a comma or '{0}' here.", this.#open?.type === 'object' ? '}' : ']');
      case Expect.End:
        return toSay('Expected the end of the file here.');
    }
  }

  /** Reports the token at hand, unless the same mistake was reported before. */
  #report(message: Message): void {
    if (!this.#recovering) this.#add(this.#start, this.#end, message);
    this.#recovering = true;
  }

  #add(start: number, end: number, message: Message): void {
    if (this.#errors.length < maxProblems) this.#errors.push({ span: { start, end }, message });
  }
}
