/** Short names of files for people: as much of the path as tells those apart that are named together. */
import { Multimap } from '../base/multimap';
import type { FileId } from '../model/place';

/** The name of a settings file says little without its folder. */
const fewestSegments = 2;

/** @returns gives of the path of each file the shortest end that no other of them has, with a folder at least. */
export function nameFiles(files: Iterable<FileId>): (file: FileId) => string {
  const names = new Map<FileId, string>();
  let alike: readonly FileId[] = [...new Set(files)];
  for (let segments = fewestSegments; alike.length > 0; segments++) {
    const byEnd = new Multimap<string, FileId>();
    for (const file of alike) byEnd.add(endOf(file, segments), file);
    for (const [end, named] of byEnd.entries()) for (const file of named) names.set(file, end);
    alike = [...byEnd.values()].flatMap((named) => (named.length > 1 ? named : []));
  }
  return (file) => (names.get(file) ?? endOf(file, fewestSegments)).replace(/^\//, '');
}

function endOf(file: FileId, segments: number): string {
  return file.split('/').slice(-segments).join('/');
}
