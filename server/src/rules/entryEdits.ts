/** Edits of a flow's connection entries, whichever shape they have. */
import type { TextEdit } from '../base/textEdit';
import type { ConnectionEntry } from '../model/facts';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import { entryPath } from '../project/snapshot';
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
