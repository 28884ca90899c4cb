/** Which connection references nothing needs any more. */
import { fold } from '../model/names';
import type { DeclaredReference, Snapshot, Solution } from './snapshot';

/** Whether it can be told at all what the references of a solution are used for. */
export function knowsUses(snapshot: Snapshot, solution: Solution): boolean {
  // A solution without any user may be one that only brings references for others.
  const hasUsers = solution.flows.length > 0 || solution.hasAppOrAgent;
  return hasUsers && snapshot.solutions.every(({ hasUnreadUses }) => !hasUnreadUses);
}

/** Whether nothing in the workspace uses a reference; false where an app may, of which nobody can say. */
export function isUnused(snapshot: Snapshot, { logicalName, connector, solution }: DeclaredReference): boolean {
  // An app whose metadata name no reference may use any of its connector's.
  const mayBeOfApp = connector !== undefined && solution.connectorsOfApps.has(fold(connector));
  return !mayBeOfApp && snapshot.usesOf(logicalName).length === 0;
}
