/** Edits of a flow's connection entries, whichever shape they have. Each changes nothing where the entry is gone. */
import type { TextEdit } from '../base/textEdit';
import type { Path } from '../base/path';
import type { ConnectionEntry, Step } from '../model/facts';
import type { FileId } from '../model/place';
import type { RuntimeSource } from '../model/runtimeSource';
import { locate } from '../project/locate';
import { entryPath, logicalNamePath } from '../project/snapshot';
import { stepKeyPlace } from '../project/stepPlaces';
import { nodeAt, toValue, type JsonDocument } from '../syntax/json';
import { replaceValue, setProperty, type JsonValue } from '../syntax/jsonEdit';
import type { Draft } from './draft';

/** Binds an entry to a reference. Its key stays, so no step has to follow. */
export function bindEntry(draft: Draft, file: FileId, entry: ConnectionEntry, logicalName: string): void {
  edit(draft, file, draft.l10n.t("Bind '{0}' to '{1}'", entry.key, logicalName), (document) =>
    setConnection(document, entry, { connectionReferenceLogicalName: logicalName }),
  );
}

/** Takes the connection away and leaves `connection: {}`, which is what the maker portal does. */
export function removeConnection(draft: Draft, file: FileId, entry: ConnectionEntry): void {
  edit(draft, file, draft.l10n.t("Remove the connection of '{0}'", entry.key), (document) =>
    setConnection(document, entry, {}),
  );
}

/** Lets a step name another key, in the way in which it names one now. */
export function editKey(draft: Draft, file: FileId, step: Step, key: string): void {
  if (!draft.json(file) || !step.key) return;
  const span = locate(draft, { file, place: stepKeyPlace(step) });
  const written = step.key.inExpression ? key.replaceAll("'", "''") : key;
  const newText = JSON.stringify(written).slice(1, -1);
  draft.edit(file, [{ span, newText }], draft.l10n.t("Let '{0}' use '{1}'", step.name, key));
}

export function setRuntimeSource(draft: Draft, file: FileId, key: string, source: RuntimeSource): void {
  edit(draft, file, draft.l10n.t("Set the runtime source of '{0}' to {1}", key, source), (document) =>
    setProperty(document, entryPath(key), 'runtimeSource', source, { before: 'connection' }),
  );
}

export function setLogicalName(draft: Draft, file: FileId, key: string, name: string): void {
  setValue(draft, file, logicalNamePath(key), name, draft.l10n.t("Bind '{0}' to '{1}'", key, name));
}

export function setConnector(draft: Draft, file: FileId, key: string, connector: string): void {
  edit(draft, file, draft.l10n.t("Set the connector of '{0}'", key), (document) =>
    nodeAt(document, entryPath(key)) ? setProperty(document, entryPath(key), 'api', { name: connector }) : [],
  );
}

function setValue(draft: Draft, file: FileId, path: Path, value: JsonValue, label: string): void {
  edit(draft, file, label, (document) => (nodeAt(document, path) ? replaceValue(document, path, value) : []));
}

function edit(draft: Draft, file: FileId, label: string, make: (document: JsonDocument) => readonly TextEdit[]): void {
  const document = draft.json(file);
  if (document) draft.edit(file, make(document), label);
}

function setConnection(document: JsonDocument, entry: ConnectionEntry, connection: JsonValue): readonly TextEdit[] {
  const path = entryPath(entry.key);
  if (!nodeAt(document, path)) return [];
  const has = (...names: string[]): boolean => nodeAt(document, [...path, ...names]) !== undefined;
  // Older flow data name connector and connection in properties that the entry no longer has.
  if (has('connectionName') || !has('api', 'name')) {
    return replaceValue(document, path, modernEntry(document, entry, connection));
  }
  if (!has('connection')) return setProperty(document, path, 'connection', connection, { before: 'api' });
  return replaceValue(document, [...path, 'connection'], connection);
}

function modernEntry(document: JsonDocument, entry: ConnectionEntry, connection: JsonValue): JsonValue {
  const source = nodeAt(document, [...entryPath(entry.key), 'source'])?.value;
  const isInvoker = typeof source === 'string' && source.toLowerCase() === 'invoker';
  const runtimeSource = entry.runtimeSource ?? (isInvoker ? 'invoker' : 'embedded');
  const kept = (...names: string[]): JsonValue | undefined => {
    const node = nodeAt(document, [...entryPath(entry.key), ...names]);
    return node && (toValue({ ...document, root: node }) as JsonValue);
  };
  const impersonation = kept('impersonation');
  const logicalName = kept('api', 'logicalName');
  return {
    runtimeSource,
    ...(impersonation !== undefined && { impersonation }),
    connection,
    ...(entry.connector && {
      api: { name: entry.connector.name, ...(logicalName !== undefined && { logicalName }) },
    }),
  };
}
