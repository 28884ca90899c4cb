/**
 * YAML text to the same tree as JSON, with positions. It never throws. All scalars are texts, as in XML: whether `1.0`
 * is a number or a version only its reader knows. An alias stands for an empty text, because what it names could be
 * as large as somebody likes. Of several documents in one text the first one counts.
 */
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type ErrorCode, type ParsedNode } from 'yaml';
import { toSay, type Message } from '../base/l10n';
import type { Span } from '../base/span';
import type { JsonDocument, JsonKey, JsonNode, JsonType } from './jsonTree';
import { maxProblems, type SyntaxProblem } from './problem';

/** Gives the tree of a YAML text and what is wrong with it. */
export function parseYaml(text: string): JsonDocument {
  if (nestsTooDeep(text)) return unread(text, toSay('This YAML is nested too deeply to be read.'));
  try {
    const document = parseDocument(text, options);
    const errors = document.errors
      .filter(({ code }) => code !== 'MULTIPLE_DOCS')
      .slice(0, maxProblems)
      .map(({ code, pos }): SyntaxProblem => ({ span: within(text, pos), message: describe(code) }));
    return { text, root: document.contents ? toTree(text, document.contents) : undefined, errors };
  } catch {
    // A fault of the parser must not cost more than this file.
    return unread(text, toSay('This YAML could not be read.'));
  }
}

const options = {
  schema: 'failsafe',
  strict: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** The parser calls itself for each level, and a program's stack has an end. */
const deepestNesting = 500;

/** Brackets nest with every character, block style with every column or dash. */
function nestsTooDeep(text: string): boolean {
  let brackets = 0;
  for (const character of text) {
    if (character === '[' || character === '{') brackets++;
    else if ((character === ']' || character === '}') && brackets > 0) brackets--;
    if (brackets > deepestNesting) return true;
  }
  return new RegExp(`^ {${2 * deepestNesting}}|^(?: *[-?:] ){${deepestNesting}}`, 'm').test(text);
}

/** The parser tells places behind the end of the text too. */
function within(text: string, [from, to]: readonly [number, number]): Span {
  const start = Math.max(0, Math.min(from, text.length - 1));
  return { start, end: Math.max(start, Math.min(to, text.length)) };
}

function unread(text: string, message: Message): JsonDocument {
  return { text, root: undefined, errors: [{ span: { start: 0, end: Math.min(1, text.length) }, message }] };
}

function describe(code: ErrorCode): Message {
  switch (code) {
    case 'BAD_INDENT':
      return toSay('This line is indented by another depth than its neighbours.');
    case 'TAB_AS_INDENT':
      return toSay('YAML is indented by spaces, not by tabs.');
    case 'MISSING_CHAR':
      return toSay('A closing quote or bracket, or a separator, is missing here.');
    case 'BLOCK_IN_FLOW':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return toSay('A name and its value are expected on one line here.');
    default:
      return toSay('This is no valid YAML.');
  }
}

class Node implements JsonNode {
  readonly items: Node[] = [];
  readonly start: number;
  readonly end: number;
  readonly content: Span;

  constructor(
    readonly type: JsonType,
    readonly parent: Node | undefined,
    readonly key: JsonKey | undefined,
    readonly value: string | undefined,
    span: Span,
    content: Span = span,
  ) {
    this.start = span.start;
    this.end = span.end;
    this.content = content;
  }
}

/** Gives the tree without calling itself, so that no nesting can be too deep for it. */
function toTree(text: string, contents: ParsedNode): Node {
  const root = toNode(text, contents, undefined, undefined, 0);
  const ahead: [ParsedNode, Node][] = [[contents, root]];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const [parsed, node] = next;
    if (!isMap(parsed) && !isSeq(parsed)) continue;
    for (const item of parsed.items as readonly unknown[]) {
      const key = isPair(item) && isMap(parsed) ? toKey(text, item.key, node) : undefined;
      const value = isPair(item) ? item.value : item;
      const child = toNode(text, value, node, key, key?.end ?? node.start);
      node.items.push(child);
      if (isMap(value) || isSeq(value)) ahead.push([value as ParsedNode, child]);
    }
  }
  return root;
}

/** @param at where the value would stand when there is none. */
function toNode(text: string, parsed: unknown, parent: Node | undefined, key: JsonKey | undefined, at: number): Node {
  const span = spanOf(parsed) ?? { start: at, end: at };
  if (isMap(parsed)) return new Node('object', parent, key, undefined, span);
  if (isSeq(parsed)) return new Node('array', parent, key, undefined, span);
  const value = textOf(parsed);
  return new Node('string', parent, key, value, span, withoutQuotes(text, span));
}

function toKey(text: string, parsed: unknown, parent: Node): JsonKey {
  const span = spanOf(parsed) ?? { start: parent.start, end: parent.start };
  const name = textOf(parsed);
  return { ...span, name, content: withoutQuotes(text, span) };
}

/** Of a scalar; nothing else has one. */
function textOf(parsed: unknown): string {
  return isScalar(parsed) && typeof parsed.value === 'string' ? parsed.value : '';
}

function spanOf(parsed: unknown): Span | undefined {
  if (!isMap(parsed) && !isSeq(parsed) && !isScalar(parsed) && !isAlias(parsed)) return undefined;
  return parsed.range ? { start: parsed.range[0], end: parsed.range[1] } : undefined;
}

function withoutQuotes(text: string, { start, end }: Span): Span {
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1 && text[end - 1] === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
