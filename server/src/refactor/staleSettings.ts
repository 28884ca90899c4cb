/** Removes entries of settings files that no solution needs (any more). */
import { fold, isToken } from '../model/names';
import type { FileId } from '../model/place';
import { unknownBindings, unknownVariables } from '../project/settingsGaps';
import type { SettingsFile, Snapshot } from '../project/snapshot';
import type { Draft } from './draft';
import { removeSettingsEntries } from './settingsEntries';
import { removeSettingsVariables } from './settingsVariables';

/** @param file a settings file, or one of a solution for all of its settings; all of the workspace without it. */
export function removeStaleSettings(draft: Draft, file: FileId | undefined): void {
  const { snapshot } = draft;
  for (const settings of settingsOf(snapshot, file)) removeStaleFrom(draft, snapshot, settings);
}

/** Folded names of the entries that would go now. */
export function staleNames(
  snapshot: Snapshot,
  settings: SettingsFile,
): Readonly<Record<'references' | 'variables', ReadonlySet<string>>> {
  return {
    references: new Set(unknownBindings(snapshot, settings).map(({ logicalName }) => fold(logicalName))),
    variables: new Set(unknownVariables(settings).map(({ schemaName }) => fold(schemaName))),
  };
}

/** Removes the entries of references and variables that none of the file's solutions has (any more). */
function removeStaleFrom(draft: Draft, snapshot: Snapshot, settings: SettingsFile): void {
  const { file, environment } = settings;
  const bindings = unknownBindings(snapshot, settings);
  for (const { logicalName, connectionId = '' } of bindings) {
    if (connectionId.trim() === '' || isToken(connectionId)) continue;
    draft.note(
      draft.l10n.t("In {0}, '{1}' was bound to '{2}'. Its entry goes.", environment, logicalName, connectionId),
    );
  }
  removeSettingsEntries(
    draft,
    file,
    bindings.map(({ logicalName }) => logicalName),
  );
  removeSettingsVariables(
    draft,
    file,
    unknownVariables(settings).map(({ schemaName }) => schemaName),
  );
}

function settingsOf(snapshot: Snapshot, file: FileId | undefined): readonly SettingsFile[] {
  if (file === undefined) return snapshot.settings;
  const one = snapshot.settingsAt(file);
  if (one) return [one];
  const solution = snapshot.flowAt(file) ? undefined : snapshot.solutionOf(file);
  return snapshot.settings.filter(({ solutions }) => solution !== undefined && solutions.includes(solution));
}
