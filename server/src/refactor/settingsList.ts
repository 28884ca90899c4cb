/** The lists of a settings file: entries with a name, in alphabetical order where somebody has kept it. */
import { compare } from '../base/compare';
import type { TextEdit } from '../base/textEdit';
import { fold } from '../model/names';
import { nodeAt, property, type JsonDocument, type JsonNode } from '../syntax/json';
import { appendItem, remove, setProperty, type JsonValue } from '../syntax/jsonEdit';

export interface SettingsList {
  readonly path: readonly string[];
  /** The property that holds an entry's name. */
  readonly nameProperty: string;
}

export interface ListEntry {
  /** Undefined for an item that is no entry. */
  readonly name: string | undefined;
  readonly path: readonly (string | number)[];
  readonly node: JsonNode;
}

export function entriesOf(document: JsonDocument, { path, nameProperty }: SettingsList): ListEntry[] {
  const list = nodeAt(document, path);
  if (list?.type !== 'array') return [];
  return list.items.map((node, index) => {
    const value = property(node, nameProperty)?.value;
    return { name: typeof value === 'string' ? value : undefined, path: [...path, index], node };
  });
}

/** The entries of a name, of which there should be one at most. */
export function entriesNamed(document: JsonDocument, list: SettingsList, name: string): ListEntry[] {
  return entriesOf(document, list).filter((entry) => entry.name !== undefined && fold(entry.name) === fold(name));
}

/**
 * Adds an entry at its alphabetical place, or at the end of a list that has another order. A list that is missing is
 * made.
 * @param properties the name among them.
 * @param going folded names of entries that go later, and so are no part of the order.
 */
export function addEntry(
  document: JsonDocument,
  list: SettingsList,
  properties: Readonly<Record<string, string>>,
  going: ReadonlySet<string> = new Set(),
): TextEdit[] {
  const entries = entriesOf(document, list);
  const value = likeTheLast(properties, entries);
  const { path } = list;
  if (nodeAt(document, path)?.type !== 'array')
    return setProperty(document, path.slice(0, -1), path.at(-1) ?? '', [value]);
  return appendItem(document, path, value, placeIn(entries, properties[list.nameProperty] ?? '', going));
}

export function removeEntries(document: JsonDocument, entries: readonly ListEntry[]): TextEdit[] {
  return remove(
    document,
    entries.map(({ path }) => path),
  );
}

/** The properties in the order that the last entry has; what else it holds says nothing of this one. */
function likeTheLast(properties: Readonly<Record<string, string>>, entries: readonly ListEntry[]): JsonValue {
  const order = entries.at(-1)?.node.items.map(({ key }) => key?.name ?? '') ?? [];
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.fromEntries(Object.entries(properties).sort(([a], [b]) => rank(a) - rank(b)));
}

/** Undefined for the end. */
function placeIn(entries: readonly ListEntry[], name: string, going: ReadonlySet<string>): number | undefined {
  const staying = entries
    .map((entry, index) => ({ name: fold(entry.name ?? ''), index }))
    .filter((entry) => !going.has(entry.name));
  if (staying.some((entry, i) => i > 0 && compare(staying[i - 1]?.name ?? '', entry.name) > 0)) return undefined;
  return staying.find((entry) => compare(entry.name, fold(name)) > 0)?.index;
}
