/** Removes references that nothing uses: their declarations, and their entries in settings files. */
import type { L10n } from '../base/l10n';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import type { DeclaredReference, Snapshot, Solution, Use } from '../project/snapshot';
import { isUnused, knowsUses } from '../project/unused';
import { removeDeclarations } from './declaration';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import type { RemoveReferencesRequest } from './request';
import { notDeclared } from './validNames';
import { removeSettingsEntries } from './settingsEntries';

/** What is used stays and is told; when all of it is, nothing can be done. */
export function removeReferences(draft: Draft, { references }: RemoveReferencesRequest): Outcome {
  const { snapshot } = draft;
  const going: DeclaredReference[] = [];
  const refusals: string[] = [];
  for (const reference of references) {
    const declarations = snapshot.declarationsOf(reference);
    const users = snapshot.usesOf(reference);
    const [declared] = declarations;
    if (!declared) return { refused: notDeclared(draft.l10n, snapshot, reference) };
    if (users.length > 0) {
      const reason = draft.l10n.t(
        "'{0}' is used by {1}, so it can't be removed.",
        declared.logicalName,
        usersOf(draft.l10n, users),
      );
      refusals.push(reason);
      draft.leave(declared.at.file, reason, declared.at.place);
    } else going.push(...declarations);
  }
  if (going.length === 0) return { refused: refusals.join(' ') };
  for (const declared of going) tellDoubts(draft, snapshot, declared);
  removeDeclared(draft, snapshot, going);
  const names = [...new Set(going.map(({ title }) => `'${title}'`))];
  return names.length === 1
    ? draft.l10n.t('Remove {0}', names.join())
    : draft.l10n.t('Remove {0} connection references', names.length);
}

/** @param file of the solution; all solutions without it. A flow or a settings file has no references. */
export function removeUnusedReferences(draft: Draft, file: FileId | undefined): void {
  const { snapshot } = draft;
  if (file !== undefined && (snapshot.flowAt(file) ?? snapshot.settingsAt(file))) return;
  const one = file === undefined ? undefined : snapshot.solutionOf(file);
  const solutions = snapshot.solutions.filter((solution) => file === undefined || solution === one);
  const going = solutions
    .filter((solution) => !solution.isManaged && knowsUses(snapshot, solution))
    .flatMap(({ declarations }) => declarations)
    .filter((declared) => isUnused(snapshot, declared));
  removeDeclared(draft, snapshot, going);
}

/** Removes declarations, and the entries of settings files that no other declaration needs. */
export function removeDeclared(draft: Draft, snapshot: Snapshot, going: readonly DeclaredReference[]): void {
  const editable = going.filter(({ at }) => draft.mayEdit(at.file));
  removeDeclarations(draft, editable);
  for (const { file, solutions, facts } of snapshot.settings) {
    const names = editable
      .filter(({ logicalName }) => facts.bindings.some((binding) => fold(binding.logicalName) === fold(logicalName)))
      .filter(({ logicalName }) => !isStillDeclared(snapshot, solutions, logicalName, editable))
      .map(({ logicalName }) => logicalName);
    if (names.length > 0) removeSettingsEntries(draft, file, names);
  }
}

/** A settings file of several solutions may need the entry for another one of them. */
function isStillDeclared(
  snapshot: Snapshot,
  solutions: readonly Solution[],
  logicalName: string,
  going: readonly DeclaredReference[],
): boolean {
  return snapshot
    .declarationsOf(logicalName)
    .some((declared) => !going.includes(declared) && (solutions.length === 0 || solutions.includes(declared.solution)));
}

function tellDoubts(draft: Draft, snapshot: Snapshot, { title, connector, solution }: DeclaredReference): void {
  const unread = snapshot.solutions.filter(({ hasUnreadUses }) => hasUnreadUses).map(({ name }) => name);
  if (unread.length > 0)
    draft.note(draft.l10n.t("Something of {0} can't be read and may use what is removed.", unread.join(', ')));
  if (connector !== undefined && solution.connectorsOfApps.has(fold(connector))) {
    draft.note(
      draft.l10n.t("An app of {0} uses a reference without naming it, which may be '{1}'.", solution.name, title),
    );
  }
}

function usersOf(l10n: L10n, uses: readonly Use[]): string {
  const names = new Set(uses.map((use) => userOf(l10n, use)));
  const shown = [...names].slice(0, 5).join(', ');
  return names.size > 5 ? l10n.t('{0} and {1} more', shown, names.size - 5) : shown;
}

function userOf(l10n: L10n, use: Use): string {
  switch (use.by) {
    case 'flow':
      return l10n.t("the flow '{0}'", use.flow.name);
    case 'app':
      return l10n.t("the app '{0}'", use.name);
    case 'agent':
      return l10n.t("the agent '{0}'", use.name);
    case 'variable':
      return l10n.t("the variable '{0}'", use.name);
  }
}
