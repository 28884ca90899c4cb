/** The findings that stand at a thing or within it. */
import { isWithin } from '../base/path';
import type { FileId, FilePlace } from '../model/place';
import type { Snapshot } from '../project/snapshot';
import type { Finding } from '../rules/rule';

export type FindingsOf = (file: FileId) => readonly Finding[];

/** None for a place without a path: that is a whole file, and what is told of it may be about other things. */
export function findingsAt(findingsOf: FindingsOf, { file, place }: FilePlace): readonly Finding[] {
  if (!('path' in place)) return [];
  const { path } = place;
  return findingsOf(file).filter((finding) => 'path' in finding.place && isWithin(finding.place.path, path));
}

/**
 * What is told of a reference in a settings file: at its entry, or that there is none.
 * @param at a place in the entry; a place without a path where the file lacks one, as `EnvironmentRow` has it.
 */
export function findingsOfEntry(
  snapshot: Snapshot,
  findingsOf: FindingsOf,
  logicalName: string,
  { file, place }: FilePlace,
): readonly Finding[] {
  if ('path' in place) return findingsAt(findingsOf, { file, place: { path: place.path.slice(0, -1) } });
  const declared = new Set(snapshot.declarationsOf(logicalName).map(({ at }) => keyOf(at)));
  return findingsOf(file).filter(
    ({ rule, related = [] }) =>
      rule.id === 'settings-missing-reference' && related.some(({ at }) => declared.has(keyOf(at))),
  );
}

function keyOf({ file, place }: FilePlace): string {
  return JSON.stringify([file, place]);
}
