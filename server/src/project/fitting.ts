/** Which connection references could stand where a flow uses a connection directly. */
import { compare } from '../base/compare';
import { fold } from '../model/names';
import type { DeclaredReference, Flow, Snapshot, Solution } from './snapshot';

export interface Candidate {
  readonly logicalName: string;
  /** The display name where one is known, else the logical name. */
  readonly title: string;
  readonly origin: 'same solution' | 'base solution' | 'other solution';
  /** The solution that has it, where that is not the flow's own. */
  readonly solutionName?: string;
}

/**
 * Finds references of a connector for a flow: those of its own solution first, then those that a base solution gives
 * to it, then those of other solutions; within each, what is used most, then by name.
 */
export function findCandidates(
  snapshot: Snapshot,
  { solution }: Pick<Flow, 'solution'>,
  connector: string,
): Candidate[] {
  if (!solution) return [];
  const declared = snapshot.declarationsFor(connector);
  const own = declared.filter((reference) => reference.solution === solution).map(ownCandidate);
  const base = givenByBase(snapshot, solution, connector);
  const others = declared.filter((reference) => reference.solution !== solution).map(otherCandidate);
  const seen = new Set<string>();
  return [own, base, others].flatMap((candidates) =>
    sortByUse(snapshot, candidates).filter(({ logicalName }) => {
      const isNew = !seen.has(fold(logicalName));
      seen.add(fold(logicalName));
      return isNew;
    }),
  );
}

/** Whether there are any. */
export function hasCandidate(snapshot: Snapshot, { solution }: Flow, connector: string): boolean {
  if (!solution) return false;
  return snapshot.declarationsFor(connector).length > 0 || givenByBase(snapshot, solution, connector).length > 0;
}

function ownCandidate({ logicalName, title }: DeclaredReference): Candidate {
  return { logicalName, title, origin: 'same solution' };
}

function otherCandidate({ logicalName, title, solution }: DeclaredReference): Candidate {
  return { logicalName, title, origin: 'other solution', solutionName: solution.name };
}

/** `MissingDependencies` tell no connector: a declaration in the workspace does, or another flow's use. */
function givenByBase(snapshot: Snapshot, solution: Solution, connector: string): Candidate[] {
  return [...solution.missing.values()].flatMap(({ logicalName, baseSolution, displayName }) => {
    if (baseSolution === undefined) return [];
    const declared = snapshot.declarationsOf(logicalName);
    const connectors = [
      ...declared.map((declaration) => declaration.connector),
      ...snapshot.usesOf(logicalName).map((use) => (use.by === 'flow' ? use.entry.connector?.name : undefined)),
    ];
    if (!connectors.some((name) => name !== undefined && fold(name) === fold(connector))) return [];
    return [
      {
        logicalName: declared[0]?.logicalName ?? logicalName,
        title: declared[0]?.title ?? displayName ?? logicalName,
        origin: 'base solution' as const,
        solutionName: baseSolution,
      },
    ];
  });
}

function sortByUse(snapshot: Snapshot, candidates: readonly Candidate[]): Candidate[] {
  const uses = new Map(candidates.map(({ logicalName }) => [logicalName, snapshot.usesOf(logicalName).length]));
  return [...candidates].sort(
    (a, b) =>
      (uses.get(b.logicalName) ?? 0) - (uses.get(a.logicalName) ?? 0) ||
      compare(a.title, b.title) ||
      compare(a.logicalName, b.logicalName),
  );
}
