/** Finds out which solutions a settings file is for, and which environment. */
import type { Facts, SettingsFacts } from '../model/facts';
import { fold, parentFolder } from '../model/names';
import type { FileId } from '../model/place';
import { environmentOf, solutionName, type SolutionName } from './environment';
import type { SettingsFile, Snapshot, Solution } from './snapshot';

export function indexSettings(
  files: ReadonlyMap<FileId, Facts>,
  solutions: readonly Solution[],
  configurationOf: Snapshot['configurationOf'],
): SettingsFile[] {
  const names = new Map(solutions.map((solution) => [solution, namesOf(solution)]));
  return [...files].flatMap(([file, facts]) => {
    if (facts.kind !== 'settings') return [];
    const configured = configurationOf(file).environmentOf(file);
    const found = ownersOf(file, facts, solutions);
    const owners = configured?.solutions.length ? named(solutions, configured.solutions) : found.owners;
    const environment =
      configured?.name ??
      environmentOf(
        file,
        [...owners, ...solutions].flatMap((solution) => names.get(solution) ?? []),
        found.folder,
      );
    return [{ file, facts, environment, isStrict: configured?.strict ?? false, solutions: owners }];
  });
}

function named(solutions: readonly Solution[], names: readonly string[]): readonly Solution[] {
  return solutions.filter(({ name }) => names.some((other) => fold(other) === fold(name)));
}

/**
 * A file belongs to the solutions under the deepest folder that holds both it and a solution root. Of several, only
 * those count of which it names a reference or a variable.
 */
function ownersOf(
  file: FileId,
  facts: SettingsFacts,
  solutions: readonly Solution[],
): { readonly folder: FileId; readonly owners: readonly Solution[] } {
  for (let folder = parentFolder(file); ; folder = parentFolder(folder)) {
    const below = solutions.filter(({ root }) => root === folder || root.startsWith(`${folder}/`));
    if (below.length > 0) {
      return { folder, owners: below.length === 1 ? below : below.filter((solution) => isNamedIn(facts, solution)) };
    }
    if (folder === '') return { folder, owners: [] };
  }
}

function isNamedIn(facts: SettingsFacts, solution: Solution): boolean {
  const knows = knownNames(solution);
  return (
    facts.bindings.some(({ logicalName }) => knows.has(fold(logicalName))) ||
    facts.variables.some(({ schemaName }) => hasVariable(solution, schemaName))
  );
}

function hasVariable({ variables }: Solution, schemaName: string): boolean {
  return variables.some((variable) => fold(variable.schemaName) === fold(schemaName));
}

/** Folded logical names that a solution declares, uses in a flow, or expects of a base solution. */
export function knownNames(solution: Solution): ReadonlySet<string> {
  return new Set([
    ...solution.declarations.map(({ logicalName }) => fold(logicalName)),
    ...solution.flows.flatMap(({ facts }) => facts.entries.map(({ logicalName }) => fold(logicalName ?? ''))),
    ...solution.missing.keys(),
  ]);
}

function namesOf({ name, displayName }: Solution): SolutionName[] {
  return [solutionName(name), ...(displayName === undefined ? [] : [solutionName(displayName)])];
}
