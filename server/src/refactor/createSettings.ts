/**
 * Makes a settings file as `pac solution create-settings` does: all variables with an empty value, all declared
 * references with an empty connection, both by name, two spaces, no line end behind the last brace. Newer versions of
 * that tool also repeat each variable's names and default, which no import reads and which goes stale: these are left out.
 */
import { fold } from '../model/names';
import { compare } from '../project/build';
import type { SettingsFile, Snapshot, Solution } from '../project/snapshot';
import type { Refusal } from './change';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import type { CreateSettingsRequest } from './request';

export function createSettings(draft: Draft, { file, solutions: names }: CreateSettingsRequest): Outcome {
  if (!/\.json$/i.test(file)) return { refused: `'${file}' must end in '.json' to be found as a settings file.` };
  if (draft.text(file) !== undefined) return { refused: `'${file}' is there already: bring it up to date instead.` };
  const solutions = chooseSolutions(draft.snapshot, names);
  if ('refused' in solutions) return solutions;
  for (const { name, file: manifest, customizations } of solutions) {
    if (customizations !== 'broken') continue;
    draft.leave(
      manifest,
      `The declarations of '${name}' can't be read in full, so the settings may lack some of them.`,
    );
  }
  draft.create(file, textFor(solutions), `Settings for ${solutions.map(({ name }) => name).join(', ')}`);
  noteOwners(draft, draft.snapshot.settingsAt(file), solutions);
  return 'Create a deployment settings file';
}

function chooseSolutions({ solutions }: Snapshot, names: readonly string[] | undefined): readonly Solution[] | Refusal {
  if (names === undefined || names.length === 0) {
    const unmanaged = solutions.filter(({ isManaged }) => !isManaged);
    return unmanaged.length > 0 ? unmanaged : { refused: 'There is no unmanaged solution in the workspace.' };
  }
  const unknown = names.find((name) => !solutions.some((solution) => fold(solution.name) === fold(name)));
  if (unknown !== undefined) {
    const known = solutions.map(({ name }) => name).join(', ');
    return {
      refused: `There is no solution '${unknown}' in the workspace. ${known === '' ? 'It has none.' : `It has ${known}.`}`,
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
      `From its place nothing tells that the file is for ${list(lost)}: say so by an environment in connref.json.`,
    );
  }
  if (found.length > 0) {
    draft.note(
      `From its place the file counts for ${list(found)} too: if it is not, say so by an environment in connref.json.`,
    );
  }
}
