/**
 * Finds solutions that lie in a workspace twice, in two layouts: the source, and an export of it that somebody
 * extracted beside it. All that is wrong with the export is wrong with the source, where it can be mended.
 */
import type { Facts } from '../model/facts';
import { baseName, fold, parentFolder } from '../model/names';
import type { FileId } from '../model/place';
import type { Solution } from './snapshot';

/** Gives the original of each solution that is a copy. */
export function findCopies(
  solutions: readonly Solution[],
  files: ReadonlyMap<FileId, Facts>,
): ReadonlyMap<Solution, Solution> {
  const originals = new Map<string, Solution>();
  const copies = new Map<Solution, Solution>();
  for (const solution of [...solutions].sort((a, b) => rankOf(a) - rankOf(b))) {
    const facts = files.get(solution.file);
    if (facts?.kind !== 'solution' || facts.uniqueName === undefined) continue;
    const name = fold(facts.uniqueName);
    const original = originals.get(name);
    if (!original) originals.set(name, solution);
    // Two of the same layout are two states of the solution, such as two branches: each counts.
    else if (rankOf(original) < rankOf(solution) && holdsAllOf(original, solution)) copies.set(solution, original);
  }
  return copies;
}

/** Lower is nearer to where people work: source before exports, and what can be changed before what is managed. */
function rankOf({ file, isManaged }: Solution): number {
  const layout = /\.ya?ml$/i.test(file) ? 1 : baseName(parentFolder(file)).toLowerCase() === 'other' ? 0 : 2;
  return layout + (isManaged ? 3 : 0);
}

/** A flow that only the other one has would be reported by nobody. Without flows, the version has to tell. */
function holdsAllOf(original: Solution, other: Solution): boolean {
  const guids = new Set(original.flows.map(({ guid }) => guid));
  if (other.flows.length === 0) return original.version !== undefined && original.version === other.version;
  return other.flows.every(({ guid }) => guid !== undefined && guids.has(guid));
}
