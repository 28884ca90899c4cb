/**
 * The smallest edits that change a JSON text, in the layout that its neighbourhood has: line ends, indentation, the
 * space behind the colon, one line or many.
 *
 * Edits of several calls on the same document can be made together, with these exceptions, which overlap: what is set,
 * replaced or removed inside of something that another call replaces or removes; two additions to an empty object or
 * array; and a removal beside an addition that is not at the end or where no member stays. Several removals go into one
 * call of `remove`.
 *
 * Edits of a document that has errors are made from what could be read of it, so look at `errors` first.
 */
import type { Path } from '../base/path';
import type { Span } from '../base/span';
import type { TextEdit } from '../base/textEdit';
import { closingIndent, layoutAt, memberIndent, printMember, printValue, startOf, type Layout } from './jsonLayout';
import { nodeAt, property, type JsonDocument, type JsonNode, type JsonValue } from './jsonTree';

export type { JsonValue } from './jsonTree';

/**
 * Gives a property the value: in place where the object has it, else as the last one or before the property `before`.
 * No edits when there is no object at `objectPath`.
 */
export function setProperty(
  doc: JsonDocument,
  objectPath: Path,
  name: string,
  value: JsonValue,
  options: { readonly before?: string } = {},
): TextEdit[] {
  const object = nodeAt(doc, objectPath);
  if (object?.type !== 'object') return [];
  const present = property(object, name);
  if (present !== undefined) return replaceNode(doc, present, value);
  const next =
    options.before === undefined ? undefined : object.items.find((item) => item.key?.name === options.before);
  return insert(doc, object, next && object.items.indexOf(next), name, value);
}

/** Adds an item at the end of an array or before the item at `index`. No edits when there is no array at `arrayPath`. */
export function appendItem(doc: JsonDocument, arrayPath: Path, value: JsonValue, index?: number): TextEdit[] {
  const array = nodeAt(doc, arrayPath);
  return array?.type === 'array' ? insert(doc, array, index, undefined, value) : [];
}

/** Puts another value at `path`. No edits when there is none. */
export function replaceValue(doc: JsonDocument, path: Path, value: JsonValue): TextEdit[] {
  const node = nodeAt(doc, path);
  return node === undefined ? [] : replaceNode(doc, node, value);
}

/**
 * Removes properties, every one of the name, and items. The root stays; what lies inside of something that goes needs no
 * edit of its own.
 */
export function remove(doc: JsonDocument, paths: readonly Path[]): TextEdit[] {
  const going = new Set<JsonNode>();
  for (const node of paths.map((path) => nodeAt(doc, path))) {
    if (node === undefined) continue;
    for (const one of namesakes(node)) going.add(one);
  }
  const containers = new Set<JsonNode>();
  for (const { parent } of going) {
    if (parent !== undefined && !isInside(parent, going)) containers.add(parent);
  }
  return [...containers].flatMap((container) => removeMembers(container, going));
}

function replaceNode(doc: JsonDocument, node: JsonNode, value: JsonValue): TextEdit[] {
  const layout = layoutAt(doc, node.items.length > 0 ? node : (node.parent ?? node));
  const newText = printValue(value, layout, closingIndent(doc, node, layout));
  return [{ span: { start: node.start, end: node.end }, newText }];
}

function insert(
  doc: JsonDocument,
  container: JsonNode,
  index: number | undefined,
  name: string | undefined,
  value: JsonValue,
): TextEdit[] {
  const layout = layoutAt(doc, container);
  const indent = memberIndent(doc, container, layout);
  const member = printMember(name, value, memberLayout(doc, container, value, layout), indent);
  const [first] = container.items;
  if (first === undefined) {
    const inside = layout.lines
      ? layout.lineEnd + indent + member + layout.lineEnd + closingIndent(doc, container, layout)
      : layout.padding + member + layout.padding;
    return [{ span: insideOf(container), newText: inside }];
  }
  const gap = layout.lines ? layout.lineEnd + indent : layout.comma;
  const previous =
    index === undefined ? container.items.at(-1) : container.items[Math.min(index, container.items.length) - 1];
  return previous === undefined
    ? [{ span: emptyAt(startOf(first)), newText: `${member},${gap}` }]
    : [{ span: emptyAt(previous.end), newText: `,${gap}${member}` }];
}

/** A block goes on one line where the last block of its kind beside it does. */
function memberLayout(doc: JsonDocument, container: JsonNode, value: JsonValue, layout: Layout): Layout {
  const type = Array.isArray(value) ? 'array' : typeof value;
  const neighbour = container.items.findLast((item) => item.type === type && item.items.length > 0);
  const own = layout.lines && neighbour ? layoutAt(doc, neighbour) : layout;
  return own.lines ? layout : own;
}

/** A member goes with the comma before it, or while none before it stays, with the one behind it. */
function removeMembers({ start, end, items }: JsonNode, going: ReadonlySet<JsonNode>): TextEdit[] {
  if (items.every((item) => going.has(item))) return [{ span: insideOf({ start, end }), newText: '' }];
  const edits: TextEdit[] = [];
  let staying = false;
  for (const [i, item] of items.entries()) {
    if (!going.has(item)) {
      staying = true;
      continue;
    }
    const before = items[i - 1]?.end ?? item.start;
    const behind = items[i + 1];
    const span =
      staying || behind === undefined
        ? { start: before, end: item.end }
        : { start: startOf(item), end: startOf(behind) };
    edits.push({ span, newText: '' });
  }
  return edits;
}

/** All properties of the name, because the one before would count when only the last one went. */
function namesakes(node: JsonNode): readonly JsonNode[] {
  if (node.key === undefined) return [node];
  return node.parent?.items.filter((item) => item.key?.name === node.key?.name) ?? [];
}

function isInside(node: JsonNode, going: ReadonlySet<JsonNode>): boolean {
  for (let at: JsonNode | undefined = node; at !== undefined; at = at.parent) {
    if (going.has(at)) return true;
  }
  return false;
}

function insideOf(container: Span): Span {
  return { start: container.start + 1, end: Math.max(container.start + 1, container.end - 1) };
}

function emptyAt(offset: number): Span {
  return { start: offset, end: offset };
}
