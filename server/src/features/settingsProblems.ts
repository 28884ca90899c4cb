/** What is told of a reference in the settings files: at its entry, or that there is none. */
import { isWithin } from '../base/path';
import type { FilePlace } from '../model/place';
import type { Snapshot } from '../project/snapshot';
import type { Finding } from '../rules/rule';
import type { FindingsOf } from './graphProblems';

/**
 * @param at a place in the entry; a place without a path where the file lacks one, as `EnvironmentRow` has it.
 */
export function findingsOfEntry(
  snapshot: Snapshot,
  findingsOf: FindingsOf,
  logicalName: string,
  { file, place }: FilePlace,
): readonly Finding[] {
  if ('path' in place) {
    const entry = place.path.slice(0, -1);
    return findingsOf(file).filter((finding) => 'path' in finding.place && isWithin(finding.place.path, entry));
  }
  const declared = new Set(snapshot.declarationsOf(logicalName).map(({ at }) => keyOf(at)));
  return findingsOf(file).filter(
    ({ rule, related = [] }) =>
      rule.id === 'settings-missing-reference' && related.some(({ at }) => declared.has(keyOf(at))),
  );
}

function keyOf({ file, place }: FilePlace): string {
  return JSON.stringify([file, place]);
}
