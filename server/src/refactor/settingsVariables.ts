/** Entries of environment variables in settings files. */
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import type { Draft } from './draft';
import { addEntry, entriesNamed, entriesOf, removeEntries, type SettingsList } from './settingsList';

const variables: SettingsList = { path: ['EnvironmentVariables'], nameProperty: 'SchemaName' };

/**
 * Adds an entry without a value where the file has none of the variable.
 * @param going folded names of entries that go later.
 */
export function addSettingsVariable(draft: Draft, file: FileId, schemaName: string, going?: ReadonlySet<string>): void {
  const document = draft.json(file);
  if (!document?.root || entriesNamed(document, variables, schemaName).length > 0 || !draft.mayEdit(file)) return;
  const edits = addEntry(document, variables, { SchemaName: schemaName, Value: '' }, going);
  draft.edit(file, edits, draft.l10n.t("Add the variable '{0}'", schemaName));
}

export function removeSettingsVariables(draft: Draft, file: FileId, schemaNames: readonly string[]): void {
  const document = draft.json(file);
  if (!document) return;
  const folded = new Set(schemaNames.map(fold));
  const going = entriesOf(document, variables).filter(({ name }) => name !== undefined && folded.has(fold(name)));
  if (going.length === 0 || !draft.mayEdit(file)) return;
  const names = going.map(({ name }) => `'${name ?? ''}'`).join(', ');
  draft.edit(file, removeEntries(document, going), draft.l10n.t('Remove the variable {0}', names));
}
