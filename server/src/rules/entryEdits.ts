/** Edits of a flow's connection entries, whichever shape they have. */
import type { TextEdit } from '../base/textEdit';
import type { Path } from '../base/path';
import type { ConnectionEntry, Step } from '../model/facts';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import { locate } from '../project/locate';
import { entryPath, logicalNamePath, runtimeSourcePath } from '../project/snapshot';
import { stepKeyPlace } from '../project/stepPlaces';
import { nodeAt, toValue, type JsonDocument } from '../syntax/json';
import { replaceValue, setProperty, type JsonValue } from '../syntax/jsonEdit';
import type { FileEdits } from './rule';

/** Binds an entry to a reference. Its key stays, so no step has to follow. */
export function bindEntry(
  documents: Documents,
  file: FileId,
  entry: ConnectionEntry,
  logicalName: string,
): readonly FileEdits[] {
  return edit(documents, file, entry, { connectionReferenceLogicalName: logicalName });
}

/** Takes the connection away and leaves `connection: {}`, which is what the maker portal does. */
export function removeConnection(documents: Documents, file: FileId, entry: ConnectionEntry): readonly FileEdits[] {
  return edit(documents, file, entry, {});
}

/** Lets a step name another key, in the way in which it names one now. */
export function editKey(documents: Documents, file: FileId, step: Step, key: string): readonly FileEdits[] {
  if (!documents.json(file) || !step.key) return [];
  const span = locate(documents, { file, place: stepKeyPlace(step) });
  const written = step.key.inExpression ? key.replaceAll("'", "''") : key;
  return [{ file, edits: [{ span, newText: JSON.stringify(written).slice(1, -1) }] }];
}

export function setRuntimeSource(
  documents: Documents,
  file: FileId,
  key: string,
  runtimeSource: 'embedded' | 'invoker',
): readonly FileEdits[] {
  return setValue(documents, file, runtimeSourcePath(key), runtimeSource);
}

export function setLogicalName(documents: Documents, file: FileId, key: string, name: string): readonly FileEdits[] {
  return setValue(documents, file, logicalNamePath(key), name);
}

export function setConnector(documents: Documents, file: FileId, key: string, connector: string): readonly FileEdits[] {
  const document = documents.json(file);
  if (!document || !nodeAt(document, entryPath(key))) return [];
  return [{ file, edits: setProperty(document, entryPath(key), 'api', { name: connector }) }];
}

function setValue(documents: Documents, file: FileId, path: Path, value: JsonValue): readonly FileEdits[] {
  const document = documents.json(file);
  if (!document || !nodeAt(document, path)) return [];
  return [{ file, edits: replaceValue(document, path, value) }];
}

function edit(documents: Documents, file: FileId, entry: ConnectionEntry, connection: JsonValue): readonly FileEdits[] {
  const document = documents.json(file);
  if (!document || !nodeAt(document, entryPath(entry.key))) return [];
  return [{ file, edits: setConnection(document, entry, connection) }];
}

function setConnection(document: JsonDocument, entry: ConnectionEntry, connection: JsonValue): readonly TextEdit[] {
  const path = entryPath(entry.key);
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
