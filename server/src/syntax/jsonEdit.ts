/**
 * The smallest edits that change a JSON text, in the layout that its neighbourhood has: line ends, indentation, the
 * space behind the colon, one line or many.
 *
 * Edits of several calls on the same document can be made together, with these exceptions, which overlap: what is set,
 * replaced or removed inside of something that another call replaces or removes; a removal of all members and an
 * addition to the same object or array; two additions to an empty one. Several removals go into one call of `remove`.
 *
 * Edits of a document that has errors are made from what could be read of it, so look at `errors` first.
 */
import type { Path } from '../base/path';
import type { Span } from '../base/span';
import type { TextEdit } from '../base/textEdit';
import { childIndent, layoutAt, memberGap, printValue } from './jsonLayout';
import { nodeAt, property, type JsonDocument, type JsonNode, type JsonValue } from './jsonTree';

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
  const next = options.before === undefined ? undefined : object.items.find((item) => item.key?.name === options.before);
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

/** Removes a property, every one of that name. No edits when there is none. */
export function removeProperty(doc: JsonDocument, path: Path): TextEdit[] {
  return remove(doc, [path]);
}

/** Removes an item of an array. No edits when there is none. */
export function removeItem(doc: JsonDocument, path: Path): TextEdit[] {
  return remove(doc, [path]);
}

/** Removes properties and items. The root stays; what lies inside of something that goes needs no edit of its own. */
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
  return [{ span: { start: node.start, end: node.end }, newText: printValue(value, layout, baseIndent) }];
}
