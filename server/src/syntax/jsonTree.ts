/** The positioned tree of JSON and YAML and the ways to look things up in it. What builds it is `json.ts` and `yaml.ts`. */
import type { Path } from '../base/path';
import { touches, type Span } from '../base/span';
import type { SyntaxProblem } from './problem';

/** A plain value as `JSON.parse` gives it and `JSON.stringify` takes it. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** The name of a property; the span holds the quotes too. */
export interface JsonKey extends Span {
  readonly name: string;
  /** The name as a person means it, where that is not what stands between quotes: YAML needs none. */
  readonly content?: Span;
}

export interface JsonNode extends Span {
  readonly type: JsonType;
  readonly parent: JsonNode | undefined;
  /** The name, when this is the value of a property. */
  readonly key: JsonKey | undefined;
  /** The items of an array or the property values of an object, in the order of the text, duplicates too. */
  readonly items: readonly JsonNode[];
  /** The value of a scalar, `undefined` for objects and arrays. */
  readonly value: string | number | boolean | null | undefined;
  /** The value as a person means it, where that is not what stands between quotes: YAML needs none. */
  readonly content?: Span;
}

export interface JsonDocument {
  readonly text: string;
  /** `undefined` when the text holds no value at all. */
  readonly root: JsonNode | undefined;
  /** Empty exactly when `JSON.parse` accepts the text. */
  readonly errors: readonly SyntaxProblem[];
}

/** Gives the node at `path`, `undefined` when there is none. Of several properties of one name the last one counts. */
export function nodeAt(doc: JsonDocument, path: Path): JsonNode | undefined {
  let node = doc.root;
  for (const segment of path) {
    if (node === undefined) return undefined;
    if (typeof segment === 'number') node = node.type === 'array' ? node.items[segment] : undefined;
    else node = property(node, segment);
  }
  return node;
}

/** Gives the value of a property, the last one of that name, or `undefined`. */
export function property(object: JsonNode, name: string): JsonNode | undefined {
  return object.items.findLast((item) => item.key?.name === name);
}

/** Gives the way from the root to `node`. Looking it up again gives the same node unless a later property has its name. */
export function pathOf(node: JsonNode): Path {
  const path: (string | number)[] = [];
  for (let at = node; at.parent !== undefined; at = at.parent) {
    path.push(at.key === undefined ? at.parent.items.indexOf(at) : at.key.name);
  }
  return path.reverse();
}

/** Gives the property name without its quotes, `undefined` for array items and the root. */
export function keySpan(node: JsonNode): Span | undefined {
  return node.key && (node.key.content ?? withoutQuotes(node.key));
}

/** Gives what a person means by the value: a string without its quotes, else the whole node. */
export function contentSpan(node: JsonNode): Span {
  return node.content ?? (node.type === 'string' ? withoutQuotes(node) : { start: node.start, end: node.end });
}

/**
 * Gives the deepest node at `offset`, a place at its end included, and whether the offset is on its property name.
 * Between two neighbours the later one is meant. `undefined` outside of the root.
 */
export function nodeAtOffset(
  doc: JsonDocument,
  offset: number,
): { readonly node: JsonNode; readonly on: 'key' | 'value' } | undefined {
  let node = doc.root;
  if (node === undefined || !touches(node, offset)) return undefined;
  for (;;) {
    const item = lastStartingUpTo(node.items, offset);
    if (item === undefined) return { node, on: 'value' };
    if (item.key !== undefined && touches(item.key, offset)) return { node: item, on: 'key' };
    if (!touches(item, offset)) return { node, on: 'value' };
    node = item;
  }
}

/**
 * Gives the plain value of the tree, also of one that has errors: what could be read of it. `undefined` without a root.
 * For a text without errors this equals `JSON.parse`.
 */
export function toValue(doc: JsonDocument): unknown {
  if (doc.root === undefined) return undefined;
  const holder: unknown[] = [];
  const open: [JsonNode, unknown[] | Record<string, unknown>][] = [];
  const add = (node: JsonNode, target: unknown[] | Record<string, unknown>): void => {
    const value = node.type === 'object' ? {} : node.type === 'array' ? [] : node.value;
    if (Array.isArray(target)) target.push(value);
    else setOwn(target, node.key?.name ?? '', value);
    if (node.items.length > 0) open.push([node, value as unknown[] | Record<string, unknown>]);
  };
  add(doc.root, holder);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const item of next[0].items) add(item, next[1]);
  }
  return holder[0];
}

/** Plain assignment would change the prototype for the name `__proto__`. */
function setOwn(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') target[name] = value;
  else Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}

/** In a broken text the closing quote can be missing; then one character too few does no harm. */
function withoutQuotes(token: Span): Span {
  return { start: token.start + 1, end: Math.max(token.start + 1, token.end - 1) };
}

function lastStartingUpTo(items: readonly JsonNode[], offset: number): JsonNode | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && (item.key ?? item).start <= offset) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}
