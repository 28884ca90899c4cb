import type { Path } from '../base/path';
import type { BaselineFacts, ConfigurationFacts, Suppression } from '../model/facts';
import { fold } from '../model/names';
import type { FileId, Place } from '../model/place';
import { resolvePath } from './configuration';
import { matcher } from './globs';
import type { Snapshot } from './snapshot';
import { ofConnector, ofReference, ofSolution, type Occurrence } from './occurrence';

/** What stands in a `connref.json`. */
export function occurrencesInConfiguration(
  snapshot: Snapshot,
  file: FileId,
  { extends: extended, baseline, environments, connectors, suppressions }: ConfigurationFacts,
): readonly Occurrence[] {
  return [
    ...inEach(extended, ['extends'], (path, place) => ofPath(snapshot, file, path, place)),
    ...(baseline === undefined ? [] : [ofPath(snapshot, file, baseline, { path: ['baseline'] })]),
    ...environments.flatMap(({ name, files, solutions, path }) => [
      ofEnvironment(name, { path: [...path, 'name'] }),
      ...inEach(files, [...path, 'files'], (glob, place) => ofGlob(snapshot, file, glob, place)),
      ...inEach(solutions, [...path, 'solutions'], (solution, place) => ofSolution('use', solution, place)),
    ]),
    ...inEach(connectors.allow, ['connectors', 'allow'], ofListedConnector),
    ...inEach(connectors.block, ['connectors', 'block'], ofListedConnector),
    ...inEach(connectors.business, ['connectors', 'groups', 'business'], ofListedConnector),
    ...inEach(connectors.nonBusiness, ['connectors', 'groups', 'nonBusiness'], ofListedConnector),
    ...suppressions.flatMap((suppression) => inSuppression(snapshot, suppression)),
  ];
}

/** Of a baseline the files: its pointers are written by a command, and written anew by it. */
export function occurrencesInBaseline(
  snapshot: Snapshot,
  file: FileId,
  { entries }: BaselineFacts,
): readonly Occurrence[] {
  return entries.map((entry) => ofPath(snapshot, file, entry.file, { path: [...entry.path, 'file'] }));
}

function inEach(
  names: readonly string[],
  path: Path,
  make: (name: string, place: Place) => Occurrence,
): readonly Occurrence[] {
  return names.map((name, index) => make(name, { path: [...path, index] }));
}

function ofPath(snapshot: Snapshot, from: FileId, path: string, place: Place): Occurrence {
  const target = resolvePath(from, path);
  const files = snapshot.allFiles.has(target) ? [target] : [];
  return { subject: { kind: 'files', files }, place, role: 'use', name: path };
}

function ofGlob(snapshot: Snapshot, from: FileId, glob: string, place: Place): Occurrence {
  const files = snapshot.settings.map(({ file }) => file).filter(matcher(from, glob));
  return { subject: { kind: 'files', files }, place, role: 'use', name: glob };
}

function ofEnvironment(name: string, place: Place): Occurrence {
  return { subject: { kind: 'environment', name }, place, role: 'use', name };
}

function ofListedConnector(name: string, place: Place): Occurrence {
  return ofConnector('use', name, place);
}

/** Names and pointers of suppressions are logical names only where the workspace knows them as such. */
function inSuppression(snapshot: Snapshot, { name, pointer, path }: Suppression): readonly Occurrence[] {
  const isKnown = (candidate: string): boolean => snapshot.names.has(fold(candidate));
  return [
    ...(name !== undefined && isKnown(name) ? [ofReference('use', name, { path: [...path, 'name'] })] : []),
    ...(pointer === undefined
      ? []
      : segmentsOf(pointer)
          .filter(({ segment }) => isKnown(segment))
          .map(({ segment, behind }) =>
            ofReference('use', segment, { path: [...path, 'pointer'], part: segment, behind }),
          )),
  ];
}

/** Pointers into flows lead by keys, which are no logical names even where they look like some. */
function segmentsOf(pointer: string): { readonly segment: string; readonly behind: string }[] {
  if (pointer.startsWith('/properties/')) return [];
  const segments = pointer.split('/');
  return segments.map((segment, index) => ({
    segment,
    behind: segments
      .slice(0, index)
      .map((s) => `${s}/`)
      .join(''),
  }));
}
