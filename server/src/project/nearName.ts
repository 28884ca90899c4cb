/** Finds what somebody who mistyped a logical name may have meant. */
import { editDistance } from '../base/editDistance';
import { fold } from '../model/names';
import type { DeclaredReference, Snapshot } from './snapshot';

/** @returns the declared reference of the same connector with the nearest name, if one is near. */
export function findNearName(
  snapshot: Snapshot,
  logicalName: string,
  connector: string | undefined,
): DeclaredReference | undefined {
  const most = Math.min(3, Math.floor(logicalName.length / 5));
  let nearest: DeclaredReference | undefined;
  let nearestDistance = most + 1;
  for (const declared of snapshot.solutions.flatMap((solution) => solution.declarations)) {
    if (connector !== undefined && declared.connector !== undefined && fold(declared.connector) !== fold(connector))
      continue;
    const distance = editDistance(fold(logicalName), fold(declared.logicalName), nearestDistance);
    if (distance >= nearestDistance) continue;
    nearest = declared;
    nearestDistance = distance;
  }
  return nearest;
}
