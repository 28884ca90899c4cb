/** Entries of settings files, in both shapes that these have. Whoever adds or removes a reference lets them follow. */
import type { TextEdit } from '../base/textEdit';
import type { Path } from '../base/path';
import type { Binding } from '../model/facts';
import { connectorName, fold } from '../model/names';
import type { FileId } from '../model/place';
import { nodeAt, type JsonDocument } from '../syntax/json';
import { replaceValue, setProperty } from '../syntax/jsonEdit';
import type { Draft } from './draft';
import { addEntry, entriesNamed, entriesOf, removeEntries, type ListEntry, type SettingsList } from './settingsList';

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
 * @param going folded names of entries that go later.
 */
export function addSettingsEntry(draft: Draft, file: FileId, entry: SettingsEntry, going?: ReadonlySet<string>): void {
  const { logicalName, connectionId, connectorId } = entry;
  const document = documentToEdit(draft, file);
  if (!document) return;
  const list = referencesOf(document);
  if (entriesNamed(document, list, logicalName).length > 0) {
    if (connectionId !== '') setSettingsConnection(draft, file, logicalName, connectionId);
    return;
  }
  const hasConnector =
    list.needsConnector || nodeAt(document, [...(entriesOf(document, list).at(-1)?.path ?? []), list.connectorId]);
  const properties = {
    [list.nameProperty]: logicalName,
    [list.connectionId]: connectionId,
    ...(hasConnector && { [list.connectorId]: connectorId }),
  };
  draft.edit(file, addEntry(document, list, properties, going), draft.l10n.t("Add '{0}'", logicalName));
}

/** Sets the connection in every entry of a reference; an empty one unbinds it. */
export function setSettingsConnection(draft: Draft, file: FileId, logicalName: string, connectionId: string): void {
  const label =
    connectionId === '' ? draft.l10n.t("Unbind '{0}'", logicalName) : draft.l10n.t("Bind '{0}'", logicalName);
  editEntries(draft, file, logicalName, label, (document, { path }, list) =>
    setText(document, path, list.connectionId, connectionId, list.connectorId),
  );
}

/** Sets the connector in the entries of a reference that name another one. */
export function setSettingsConnector(draft: Draft, file: FileId, logicalName: string, connectorId: string): void {
  const label = draft.l10n.t("Take the connector that '{0}' is declared for", logicalName);
  editEntries(draft, file, logicalName, label, (document, { path }, list) => {
    const value = nodeAt(document, [...path, list.connectorId])?.value;
    const isSame =
      typeof value === 'string' && fold(connectorName(value) ?? '') === fold(connectorName(connectorId) ?? '');
    return isSame ? [] : setText(document, path, list.connectorId, connectorId);
  });
}

/**
 * Gives the entries of a reference another logical name. Of two entries that would have one name, the one with a
 * connection stays.
 */
export function renameSettingsEntry(draft: Draft, file: FileId, from: string, to: string): void {
  const document = documentToEdit(draft, file);
  if (!document) return;
  const list = referencesOf(document);
  const isBound = ({ path }: ListEntry): boolean => {
    const value = nodeAt(document, [...path, list.connectionId])?.value;
    return typeof value === 'string' && value.trim() !== '';
  };
  const others = fold(from) === fold(to) ? [] : entriesNamed(document, list, to);
  removeSettingsEntries(draft, file, others.some(isBound) ? [from] : others.length > 0 ? [to] : []);
  editEntries(draft, file, from, draft.l10n.t("Rename '{0}' to '{1}'", from, to), (current, { path }) =>
    setText(current, path, list.nameProperty, to),
  );
}

/** Removes all entries of these references. */
export function removeSettingsEntries(draft: Draft, file: FileId, logicalNames: readonly string[]): void {
  const going = new Set(logicalNames.map(fold));
  const document = draft.json(file);
  if (!document) return;
  const entries = entriesOf(document, referencesOf(document)).filter(
    ({ name }) => name !== undefined && going.has(fold(name)),
  );
  if (entries.length === 0 || !draft.mayEdit(file)) return;
  draft.edit(file, removeEntries(document, entries), removalLabel(draft, entries));
}

/**
 * Removes an entry that repeats the name of one before it. Others may have gone in the meantime, so that it stands at
 * another place: then it is known by what it says.
 */
export function removeRepeatedEntry(draft: Draft, file: FileId, repeated: Binding): void {
  const document = draft.json(file);
  if (!document) return;
  const list = referencesOf(document);
  const says = (path: Path, value: string | undefined): boolean => nodeAt(document, path)?.value === value;
  const [, ...later] = entriesNamed(document, list, repeated.logicalName).filter(
    ({ path }, i) =>
      i === 0 ||
      (says([...path, list.connectionId], repeated.connectionId) &&
        says([...path, list.connectorId], repeated.connectorId)),
  );
  const index = repeated.logicalNamePath.at(-2);
  const going = later.find(({ path }) => path.at(-1) === index) ?? later[0];
  if (going && draft.mayEdit(file)) draft.edit(file, removeEntries(document, [going]), removalLabel(draft, [going]));
}

function removalLabel(draft: Draft, going: readonly ListEntry[]): string {
  return draft.l10n.t('Remove {0}', [...new Set(going.map(({ name }) => `'${name ?? ''}'`))].join(', '));
}

function editEntries(
  draft: Draft,
  file: FileId,
  logicalName: string,
  label: string,
  edit: (document: JsonDocument, entry: ListEntry, list: ReferenceList) => TextEdit[],
): void {
  const document = documentToEdit(draft, file);
  if (!document) return;
  const list = referencesOf(document);
  const edits = entriesNamed(document, list, logicalName).flatMap((entry) => edit(document, entry, list));
  draft.edit(file, edits, label);
}

function setText(
  document: JsonDocument,
  entry: ListEntry['path'],
  name: string,
  value: string,
  before?: string,
): TextEdit[] {
  const path = [...entry, name];
  return nodeAt(document, path)
    ? replaceValue(document, path, value)
    : setProperty(document, entry, name, value, before === undefined ? {} : { before });
}

function documentToEdit(draft: Draft, file: FileId): JsonDocument | undefined {
  const document = draft.json(file);
  return document?.root && draft.mayEdit(file) ? document : undefined;
}

interface ReferenceList extends SettingsList {
  readonly connectionId: string;
  readonly connectorId: string;
  /** Whether every entry has to tell its connector. */
  readonly needsConnector: boolean;
}

const pacReferences: ReferenceList = {
  path: ['ConnectionReferences'],
  nameProperty: 'LogicalName',
  connectionId: 'ConnectionId',
  connectorId: 'ConnectorId',
  needsConnector: true,
};
const bareList: ReferenceList = {
  path: [],
  nameProperty: 'connectionReferenceLogicalName',
  connectionId: 'connectionId',
  connectorId: 'connectorId',
  needsConnector: false,
};

function referencesOf({ root }: JsonDocument): ReferenceList {
  return root?.type === 'array' ? bareList : pacReferences;
}
