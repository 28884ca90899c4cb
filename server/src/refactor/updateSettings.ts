/** Brings settings files up to date with their solutions. What stands in an entry stays, and so does the layout. */
import { describeConnector } from '../model/connectors';
import { connectorMismatches, missingReferences, missingVariables } from '../project/settingsGaps';
import type { SettingsFile, Snapshot } from '../project/snapshot';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import type { UpdateSettingsRequest } from './request';
import { addSettingsEntry, setSettingsConnector } from './settingsEntries';
import { addSettingsVariable } from './settingsVariables';
import { removeStaleSettings, staleNames } from './staleSettings';

export function updateSettings(draft: Draft, { file, removesStale = false }: UpdateSettingsRequest): Outcome {
  const { snapshot } = draft;
  const chosen =
    file === undefined ? snapshot.settings : snapshot.settings.filter((settings) => settings.file === file);
  const [first] = chosen;
  if (!first) {
    const missing = file === undefined ? 'There is no' : `'${file}' is no`;
    return { refused: `${missing} deployment settings file ${file === undefined ? 'in' : 'of'} the workspace.` };
  }
  if (file !== undefined && first.solutions.length === 0) {
    return {
      refused: `Nothing tells which solutions '${file}' is for: say so by an environment in connref.json, or enter one of their references.`,
    };
  }
  addWhatIsMissing(draft, chosen, removesStale);
  if (removesStale) for (const settings of chosen) removeStaleSettings(draft, settings.file);
  return file === undefined
    ? 'Bring the settings files up to date'
    : `Bring the settings for ${first.environment} up to date`;
}

/** What is added to a file may make it count for one more solution, of which it then lacks something too. */
function addWhatIsMissing(draft: Draft, chosen: readonly SettingsFile[], removesStale: boolean): void {
  let open = chosen.filter(({ file }) => draft.mayEdit(file));
  while (open.length > 0) {
    const { snapshot } = draft;
    for (const settings of open) {
      correctConnectors(draft, snapshot, settings);
      addMissing(draft, settings, removesStale ? staleNames(snapshot, settings) : undefined);
    }
    const { snapshot: after } = draft;
    open = open.flatMap(({ file, solutions }) => {
      const now = after.settingsAt(file);
      return now && now.solutions.length > solutions.length ? [now] : [];
    });
  }
}

function correctConnectors(draft: Draft, snapshot: Snapshot, settings: SettingsFile): void {
  for (const { binding, given, declared } of connectorMismatches(snapshot, settings)) {
    const { logicalName, connectionId = '' } = binding;
    setSettingsConnector(draft, settings.file, logicalName, declared.declaration.connectorId ?? '');
    if (connectionId.trim() === '') continue;
    const [before, after] = [given, declared.connector].map((name) => describeConnector(name).title);
    draft.note(
      `In ${settings.environment}, '${logicalName}' was for ${before ?? ''} and is for ${after ?? ''} now: look whether '${connectionId}' is a connection of that.`,
    );
  }
}

function addMissing(draft: Draft, settings: SettingsFile, going: ReturnType<typeof staleNames> | undefined): void {
  const { file, solutions } = settings;
  for (const solution of solutions) {
    for (const { logicalName, declaration } of missingReferences(settings, solution)) {
      const entry = { logicalName, connectorId: declaration.connectorId ?? '', connectionId: '' };
      addSettingsEntry(draft, file, entry, going?.references);
    }
    for (const { schemaName } of missingVariables(settings, solution)) {
      addSettingsVariable(draft, file, schemaName, going?.variables);
    }
  }
}
