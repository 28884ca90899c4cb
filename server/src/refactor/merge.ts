/** Lets one connection reference stand for several of its connector: flows, apps, agents and settings follow. */
import type { L10n } from '../base/l10n';
import { fold, isToken } from '../model/names';
import type { FileId } from '../model/place';
import { connectorIdentity } from '../project/customConnectors';
import { locate } from '../project/locate';
import type { OccurrenceAt } from '../project/occurrence';
import { occurrencesOf } from '../project/occurrences';
import type { DeclaredReference, SettingsFile, Snapshot } from '../project/snapshot';
import { child, type XmlElement } from '../syntax/xml';
import { removeRepeatedUses } from './agentUses';
import { elementOf, removeDeclarations } from './declaration';
import { declareIn } from './declare';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import { write } from './rename';
import { notDeclared } from './validNames';
import type { MergeRequest } from './request';
import { addSettingsEntry, removeSettingsEntries } from './settingsEntries';

export function merge(draft: Draft, { into, from }: MergeRequest): Outcome {
  const { snapshot } = draft;
  // The order in which they are named makes no difference.
  const going = [...new Map(from.map((name) => [fold(name), name])).values()]
    .filter((name) => fold(name) !== fold(into))
    .sort();
  const refused = whyNot(draft.l10n, snapshot, into, going);
  if (refused !== undefined) return { refused };
  const [target] = snapshot.declarationsOf(into);
  if (!target) return { refused: notDeclared(draft.l10n, snapshot, into) };
  const name = target.logicalName;
  for (const other of going) tellDifferences(draft, snapshot, target, other);
  for (const settings of snapshot.settings) mergeSettings(draft, settings, target, going);
  for (const other of going) {
    const places = occurrencesOf(snapshot, draft, { kind: 'reference', logicalName: other });
    const followers = places.filter((place) => isFollower(snapshot, place));
    const label = draft.l10n.t("Use '{0}' instead of '{1}'", name, other);
    write(draft, followers, name, label);
    for (const file of new Set(followers.map((follower) => follower.file))) {
      if (snapshot.files.get(file)?.kind !== 'agentReferences' || !draft.mayEdit(file)) continue;
      removeRepeatedUses(draft, file, name, label);
    }
    leaveDependencies(draft, snapshot, places, name);
  }
  mergeDeclarations(draft, snapshot, name, going);
  return draft.l10n.t("Merge {0} into '{1}'", going.map((other) => `'${other}'`).join(', '), name);
}

function whyNot(l10n: L10n, snapshot: Snapshot, into: string, going: readonly string[]): string | undefined {
  const [target] = snapshot.declarationsOf(into);
  if (!target) return notDeclared(l10n, snapshot, into);
  if (going.length === 0) return l10n.t('Say which references are to be merged.');
  const identify = connectorIdentity(snapshot);
  for (const name of going) {
    const [other] = snapshot.declarationsOf(name);
    if (!other) return notDeclared(l10n, snapshot, name);
    if (identify(other.connector ?? '') !== identify(target.connector ?? '')) {
      return l10n.t("'{0}' and '{1}' are references of different connectors.", name, into);
    }
  }
  return undefined;
}

/** What names the reference and is to name the other one. Declarations and settings are merged, not renamed. */
function isFollower(snapshot: Snapshot, { file, role }: OccurrenceAt): boolean {
  const kind = snapshot.files.get(file)?.kind;
  return role === 'use' && kind !== 'settings' && kind !== 'solution' && kind !== 'solutionPart';
}

function leaveDependencies(draft: Draft, snapshot: Snapshot, places: readonly OccurrenceAt[], name: string): void {
  for (const { file, place, name: other } of places) {
    const kind = snapshot.files.get(file)?.kind;
    if (kind !== 'solution' && kind !== 'solutionPart') continue;
    draft.leave(
      file,
      draft.l10n.t("The solution expects '{0}' of another one: export it anew when both use '{1}'.", other, name),
      place,
    );
  }
}

/** Each solution that declared one of them declares the one that stays. */
function mergeDeclarations(draft: Draft, snapshot: Snapshot, name: string, going: readonly string[]): void {
  const goingDeclarations = going
    .flatMap((other) => snapshot.declarationsOf(other))
    .filter(({ at }) => draft.mayEdit(at.file));
  for (const solution of new Set(goingDeclarations.map((declared) => declared.solution))) {
    const declares = solution.declarations.some(({ logicalName }) => fold(logicalName) === fold(name));
    if (!declares) declareIn(draft, snapshot, solution, name);
  }
  // After a declaration was added, the others stand elsewhere: hence by their names.
  const names = new Set(going.map(fold));
  const editable = new Set(goingDeclarations.map(({ at }) => at.file));
  const now = draft.snapshot.solutions
    .flatMap((solution) => solution.declarations)
    .filter(({ logicalName, at }) => names.has(fold(logicalName)) && editable.has(at.file));
  removeDeclarations(draft, now);
}

/** The entry of the one that stays keeps its connection; where it has none, that of the others is taken over. */
function mergeSettings(
  draft: Draft,
  settings: SettingsFile,
  target: DeclaredReference,
  going: readonly string[],
): void {
  const bindingOf = (name: string) =>
    settings.facts.bindings.find((binding) => fold(binding.logicalName) === fold(name));
  const others = going.flatMap((name) => bindingOf(name) ?? []);
  if (others.length === 0 || !draft.mayEdit(settings.file)) return;
  const own = bindingOf(target.logicalName);
  const taken =
    others.find(({ connectionId }) => connectionId !== undefined && connectionId !== '')?.connectionId ?? '';
  const { file } = settings;
  if (!own) renameEntry(draft, file, others[0]?.logicalNamePath ?? [], target.logicalName);
  if (taken !== '' && (own?.connectionId ?? '') === '') {
    const connectorId = target.declaration.connectorId ?? '';
    addSettingsEntry(draft, file, { logicalName: target.logicalName, connectorId, connectionId: taken });
  }
  removeSettingsEntries(
    draft,
    file,
    others.slice(own ? 0 : 1).map(({ logicalName }) => logicalName),
  );
}

function renameEntry(draft: Draft, file: FileId, path: readonly (string | number)[], name: string): void {
  const span = locate(draft, { file, place: { path } });
  draft.edit(file, [{ span, newText: name }], draft.l10n.t("Bind '{0}'", name));
}

/** What gets lost, or holds for more than before. */
function tellDifferences(draft: Draft, snapshot: Snapshot, target: DeclaredReference, name: string): void {
  const [other] = snapshot.declarationsOf(name);
  if (!other) return;
  for (const settings of snapshot.settings) {
    const [own = '', its = ''] = [target.logicalName, name].map(
      (one) => settings.facts.bindings.find(({ logicalName }) => fold(logicalName) === fold(one))?.connectionId,
    );
    if (its === '' || fold(own) === fold(its)) continue;
    draft.note(
      own === ''
        ? draft.l10n.t(
            "In {0}, '{1}' is not bound and takes the connection of '{2}', {3}.",
            settings.environment,
            target.logicalName,
            name,
            shown(draft.l10n, its),
          )
        : draft.l10n.t(
            "In {0}, '{1}' is bound to {2}, and '{3}' to {4}, which all use from now on.",
            settings.environment,
            name,
            shown(draft.l10n, its),
            target.logicalName,
            shown(draft.l10n, own),
          ),
    );
  }
  const displayName = lost(target.declaration.displayName, other.declaration.displayName);
  if (displayName !== undefined) {
    draft.note(draft.l10n.t("The display name of '{0}', '{1}', is lost.", name, displayName));
  }
  const description = lost(target.declaration.description, other.declaration.description);
  if (description !== undefined) {
    draft.note(draft.l10n.t("The description of '{0}', '{1}', is lost.", name, description));
  }
  const [ownPrompting, prompting] = [target, other].map((declared) => promptingOf(elementOf(draft, declared)));
  if (lost(ownPrompting, prompting) !== undefined) {
    draft.note(draft.l10n.t("The prompting behaviour of '{0}', '{1}', is lost.", name, prompting ?? ''));
  }
}

/** The value of the one that goes, where the one that stays has another. */
function lost(own: string | undefined, other: string | undefined): string | undefined {
  return own === other ? undefined : other;
}

/** Whether an import asks for the connection; older exports do not tell. */
function promptingOf(element: XmlElement | undefined): string | undefined {
  return element && child(element, 'promptingbehavior')?.text.trim();
}

function shown(l10n: L10n, connectionId: string): string {
  return isToken(connectionId) ? l10n.t('what the pipeline fills in ({0})', connectionId) : `'${connectionId}'`;
}
