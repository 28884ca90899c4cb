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
    return {
      refused:
        file === undefined
          ? draft.l10n.t('There is no deployment settings file in the workspace.')
          : draft.l10n.t("'{0}' is no deployment settings file of the workspace.", file),
    };
  }
  if (file !== undefined && first.solutions.length === 0) {
    return {
      refused: draft.l10n.t(
        "Nothing tells which solutions '{0}' is for: say so by an environment in connref.json, or enter one of their references.",
        file,
      ),
    };
  }
  addWhatIsMissing(draft, chosen, removesStale);
  if (removesStale) for (const settings of chosen) removeStaleSettings(draft, settings.file);
  return file === undefined
    ? draft.l10n.t('Bring the settings files up to date')
    : draft.l10n.t('Bring the settings for {0} up to date', first.environment);
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
      draft.l10n.t(
        "In {0}, '{1}' was for {2} and is for {3} now: look whether '{4}' is a connection of that.",
        settings.environment,
        logicalName,
        before ?? '',
        after ?? '',
        connectionId,
      ),
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
