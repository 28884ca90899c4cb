/** Every place of the workspace where the thing at a position stands. */
import type { FileId, FilePlace } from '../model/place';
import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import { occurrencesOf } from '../project/occurrences';
import { subjectAt } from '../project/subject';

/** By file. Empty where nothing stands. */
export function referencesAt(
  snapshot: Snapshot,
  documents: Documents,
  file: FileId,
  offset: number,
  includesDeclaration: boolean,
): readonly FilePlace[] {
  const subject = subjectAt(snapshot, documents, file, offset);
  if (!subject) return [];
  return occurrencesOf(snapshot, documents, subject).filter(
    ({ role }) => includesDeclaration || role !== 'declaration',
  );
}
