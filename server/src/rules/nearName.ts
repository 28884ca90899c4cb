/** Finds what somebody who mistyped a logical name may have meant. */
import { fold } from '../model/names';
import type { DeclaredReference, Snapshot } from '../project/snapshot';

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

/** How many characters must be added, removed or replaced to make one name of the other. */
export function distance(a: string, b: string): number {
  return editDistance(a, b, Number.POSITIVE_INFINITY);
}

/** How many characters must be added, removed or replaced; any number from `limit` on when there are that many. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replaced = (previous[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    if (Math.min(...row) >= limit) return limit;
    previous = row;
  }
  return previous[b.length] ?? limit;
}
