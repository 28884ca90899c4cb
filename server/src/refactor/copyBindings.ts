/** Gives a settings file the entries of another environment's, with their connections left empty. */
import { fold } from '../model/names';
import { unknownBindings } from '../project/settingsGaps';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import type { CopyBindingsRequest } from './request';
import { addSettingsEntry } from './settingsEntries';

export function copyBindings(draft: Draft, { fromFile, toFile }: CopyBindingsRequest): Outcome {
  const { snapshot } = draft;
  const [from, to] = [snapshot.settingsAt(fromFile), snapshot.settingsAt(toFile)];
  if (!from || !to)
    return {
      refused: draft.l10n.t("'{0}' is no deployment settings file of the workspace.", from ? toFile : fromFile),
    };
  if (from === to)
    return { refused: draft.l10n.t('A settings file has all of its own entries already. Name another one.') };
  const stale = new Set(unknownBindings(snapshot, from));
  const present = new Set(to.facts.bindings.map(({ logicalName }) => fold(logicalName)));
  for (const binding of from.facts.bindings) {
    const { logicalName, logicalNamePath, connectorId = '' } = binding;
    if (present.has(fold(logicalName))) continue;
    if (stale.has(binding)) {
      const reason = draft.l10n.t("'{0}' belongs to no solution of this file, so it is not copied.", logicalName);
      draft.leave(fromFile, reason, { path: logicalNamePath });
    } else addSettingsEntry(draft, toFile, { logicalName, connectorId, connectionId: '' });
  }
  return draft.l10n.t('Copy the entries for {0} to {1}', from.environment, to.environment);
}
