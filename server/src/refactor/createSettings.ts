/**
 * Makes a settings file as `pac solution create-settings` does: all variables with an empty value, all declared
 * references with an empty connection, both by name, two spaces, no line end behind the last brace. Newer versions of
 * that tool also repeat each variable's names and default, which no import reads and which goes stale: these are left out.
 */
import { compare } from '../base/compare';
import { fold } from '../model/names';
import type { SettingsFile, Solution } from '../project/snapshot';
import type { Refusal } from './change';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import type { CreateSettingsRequest } from './request';

export function createSettings(draft: Draft, { file, solutions: names }: CreateSettingsRequest): Outcome {
  if (!/\.json$/i.test(file))
    return { refused: draft.l10n.t("'{0}' must end in '.json' to be found as a settings file.", file) };
  if (draft.text(file) !== undefined)
    return { refused: draft.l10n.t("'{0}' is there already: bring it up to date instead.", file) };
  const solutions = chooseSolutions(draft, names);
  if ('refused' in solutions) return solutions;
  for (const { name, file: manifest, customizations } of solutions) {
    if (customizations !== 'broken') continue;
    draft.leave(
      manifest,
      draft.l10n.t("The declarations of '{0}' can't be read in full, so the settings may lack some of them.", name),
    );
  }
  draft.create(
    file,
    textFor(solutions),
    draft.l10n.t('Settings for {0}', solutions.map(({ name }) => name).join(', ')),
  );
  noteOwners(draft, draft.snapshot.settingsAt(file), solutions);
  return draft.l10n.t('Create a deployment settings file');
}

function chooseSolutions(draft: Draft, names: readonly string[] | undefined): readonly Solution[] | Refusal {
  const { solutions } = draft.snapshot;
  if (names === undefined || names.length === 0) {
    const unmanaged = solutions.filter(({ isManaged }) => !isManaged);
    return unmanaged.length > 0
      ? unmanaged
      : { refused: draft.l10n.t('There is no unmanaged solution in the workspace.') };
  }
  const unknown = names.find((name) => !solutions.some((solution) => fold(solution.name) === fold(name)));
  if (unknown !== undefined) {
    const known = solutions.map(({ name }) => name).join(', ');
    return {
      refused:
        known === ''
          ? draft.l10n.t("There is no solution '{0}' in the workspace. It has none.", unknown)
          : draft.l10n.t("There is no solution '{0}' in the workspace. It has {1}.", unknown, known),
    };
  }
  return solutions.filter((solution) => names.some((name) => fold(solution.name) === fold(name)));
}

function textFor(solutions: readonly Solution[]): string {
  const variables = byName(
    solutions.flatMap((solution) => solution.variables),
    ({ schemaName }) => schemaName,
  );
  const references = byName(
    solutions.flatMap(({ declarations }) => declarations),
    ({ logicalName }) => logicalName,
  );
  const settings = {
    EnvironmentVariables: variables.map(({ schemaName }) => ({ SchemaName: schemaName, Value: '' })),
    ConnectionReferences: references.map(({ logicalName, declaration }) => ({
      LogicalName: logicalName,
      ConnectionId: '',
      ConnectorId: declaration.connectorId ?? '',
    })),
  };
  return JSON.stringify(settings, undefined, 2);
}

/** Sorted, and of those that several solutions have the first one. */
function byName<T>(things: readonly T[], nameOf: (thing: T) => string): T[] {
  const byFoldedName = new Map<string, T>();
  for (const thing of things) {
    const name = fold(nameOf(thing));
    if (!byFoldedName.has(name)) byFoldedName.set(name, thing);
  }
  return [...byFoldedName].sort(([a], [b]) => compare(a, b)).map(([, thing]) => thing);
}

/** A file counts for the solutions around it, which may be others than those that it was made for. */
function noteOwners(draft: Draft, settings: SettingsFile | undefined, wanted: readonly Solution[]): void {
  const owners = new Set(settings?.solutions.map(({ file }) => file));
  const lost = wanted.filter(
    ({ file, declarations, variables }) => declarations.length + variables.length > 0 && !owners.has(file),
  );
  const found = settings?.solutions.filter(({ file }) => !wanted.some((solution) => solution.file === file)) ?? [];
  const list = (solutions: readonly Solution[]): string => solutions.map(({ name }) => name).join(', ');
  if (lost.length > 0) {
    draft.note(
      draft.l10n.t(
        'From its place nothing tells that the file is for {0}: say so by an environment in connref.json.',
        list(lost),
      ),
    );
  }
  if (found.length > 0) {
    draft.note(
      draft.l10n.t(
        'From its place the file counts for {0} too: if it is not, say so by an environment in connref.json.',
        list(found),
      ),
    );
  }
}
