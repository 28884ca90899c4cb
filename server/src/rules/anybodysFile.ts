import type { Facts } from '../model/facts';
import { liesOutsideSolutions } from '../model/fileKind';
import type { FileId } from '../model/place';
import type { Snapshot } from '../project/snapshot';

/** Whether a file may be no flow at all: JSON in a folder named workflows can be anybody's outside of a solution. */
export function mayBeAnybodys(snapshot: Snapshot, file: FileId, facts: Facts): boolean {
  if (facts.kind !== 'flow' || facts.hasDefinition) return false;
  // An agent's workspace gives its flows a name that nothing else has.
  return !snapshot.solutionOf(file) && !liesOutsideSolutions(file);
}
