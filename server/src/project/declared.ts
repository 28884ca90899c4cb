/** Where the connection references that a solution uses come from. */
import { fold } from '../model/names';
import type { DeclaredReference, Snapshot, Solution } from './snapshot';

/** Whether a name is declared anywhere in the workspace, or given to the solution by a named base solution. */
export function isDeclaredOrGiven(snapshot: Snapshot, solution: Solution, logicalName: string): boolean {
  return snapshot.declarationsOf(logicalName).length > 0 || givenBy(solution, logicalName) !== undefined;
}

/** The base solution that brings a reference, as the solution's `MissingDependencies` name it. */
export function givenBy(solution: Solution, logicalName: string): string | undefined {
  return solution.missing.get(fold(logicalName))?.baseSolution;
}

/** The declaration that counts for a solution: its own, else the first one of another. */
export function declarationFor(
  snapshot: Snapshot,
  solution: Solution | undefined,
  logicalName: string,
): DeclaredReference | undefined {
  const declarations = snapshot.declarationsOf(logicalName);
  return declarations.find((declared) => declared.solution === solution) ?? declarations[0];
}
