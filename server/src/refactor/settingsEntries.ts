/** Entries of settings files, in both shapes that these have. Whoever adds or removes a reference lets them follow. */
import { compare } from '../project/build';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import { nodeAt, property, type JsonNode } from '../syntax/json';
import { appendItem, remove, replaceValue, setProperty, type JsonValue } from '../syntax/jsonEdit';
import type { Draft } from './draft';

export interface SettingsEntry {
  readonly logicalName: string;
  /** `/providers/Microsoft.PowerApps/apis/shared_x`. */
  readonly connectorId: string;
  /** Empty where nobody knows it yet. */
  readonly connectionId: string;
}

/**
 * Adds an entry at its alphabetical place, or at the end of a list that has another order. Where the file names the
 * reference already, only a connection that is not empty is set: all else that stands there is somebody's.
 */
export function addSettingsEntry(draft: Draft, file: FileId, entry: SettingsEntry): void {
  if (!draft.mayEdit(file)) return;
  const document = draft.json(file);
  if (!document?.root) return;
  const { shape, path } = listOf(document.root);
  const list = nodeAt(document, path);
  const label = `Add '${entry.logicalName}'`;
  if (list?.type !== 'array') {
    draft.edit(file, setProperty(document, [], 'ConnectionReferences', [valueOf(entry, shape, [])]), label);
    return;
  }
  const index = list.items.findIndex((item) => fold(nameOf(item, shape) ?? '') === fold(entry.logicalName));
  if (index < 0) {
    const at = placeIn(list.items, entry.logicalName, shape);
    draft.edit(file, appendItem(document, path, valueOf(entry, shape, list.items), at), label);
  } else if (entry.connectionId !== '') {
    const idPath = [...path, index, shape.connectionId];
    const edits = nodeAt(document, idPath)
      ? replaceValue(document, idPath, entry.connectionId)
      : setProperty(document, [...path, index], shape.connectionId, entry.connectionId);
    draft.edit(file, edits, `Bind '${entry.logicalName}'`);
  }
}

/** Removes all entries of these references. */
export function removeSettingsEntries(draft: Draft, file: FileId, logicalNames: readonly string[]): void {
  const document = draft.json(file);
  if (!document?.root) return;
  const { shape, path } = listOf(document.root);
  const going = new Set(logicalNames.map(fold));
  const items = nodeAt(document, path)?.items ?? [];
  const named = items.flatMap((item, index) => {
    const name = nameOf(item, shape);
    return name !== undefined && going.has(fold(name)) ? [{ name, path: [...path, index] }] : [];
  });
  if (named.length === 0 || !draft.mayEdit(file)) return;
  const names = [...new Set(named.map(({ name }) => `'${name}'`))].join(', ');
  draft.edit(
    file,
    remove(
      document,
      named.map((one) => one.path),
    ),
    `Remove ${names}`,
  );
}

interface Shape {
  readonly logicalName: string;
  readonly connectionId: string;
  readonly connectorId: string;
  /** Whether every entry has to tell its connector. */
  readonly needsConnector: boolean;
}

const pacShape: Shape = {
  logicalName: 'LogicalName',
  connectionId: 'ConnectionId',
  connectorId: 'ConnectorId',
  needsConnector: true,
};
const listShape: Shape = {
  logicalName: 'connectionReferenceLogicalName',
  connectionId: 'connectionId',
  connectorId: 'connectorId',
  needsConnector: false,
};

function listOf(root: JsonNode): { readonly shape: Shape; readonly path: readonly string[] } {
  return root.type === 'array' ? { shape: listShape, path: [] } : { shape: pacShape, path: ['ConnectionReferences'] };
}

function nameOf(item: JsonNode, { logicalName }: Shape): string | undefined {
  const value = property(item, logicalName)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The properties in the order that the last entry has; what else it holds says nothing of this one. */
function valueOf(entry: SettingsEntry, shape: Shape, neighbours: readonly JsonNode[]): JsonValue {
  const order = neighbours.at(-1)?.items.map(({ key }) => key?.name ?? '') ?? [];
  const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  const hasConnector = shape.needsConnector || order.includes(shape.connectorId);
  const properties: [string, string][] = [
    [shape.logicalName, entry.logicalName],
    [shape.connectionId, entry.connectionId],
    ...(hasConnector ? ([[shape.connectorId, entry.connectorId]] as [string, string][]) : []),
  ];
  return Object.fromEntries(properties.sort(([a], [b]) => rank(a) - rank(b)));
}

/** Undefined for the end. */
function placeIn(items: readonly JsonNode[], logicalName: string, shape: Shape): number | undefined {
  const names = items.map((item) => fold(nameOf(item, shape) ?? ''));
  if (names.some((name, i) => i > 0 && compare(names[i - 1] ?? '', name) > 0)) return undefined;
  const index = names.findIndex((name) => compare(name, fold(logicalName)) > 0);
  return index < 0 ? undefined : index;
}
