/** Where else in the same file the thing at a position stands. */
import type { Span } from '../base/span';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import { locate } from '../project/locate';
import type { Snapshot } from '../project/snapshot';
import { occurrencesOfIn } from '../project/occurrences';
import { subjectAt } from '../project/subject';

export interface Highlight {
  readonly span: Span;
  readonly isDeclaration: boolean;
}

/** In the order of the text. Empty where nothing stands. */
export function highlightsAt(
  snapshot: Snapshot,
  documents: Documents,
  file: FileId,
  offset: number,
): readonly Highlight[] {
  const subject = subjectAt(snapshot, documents, file, offset);
  if (!subject) return [];
  return occurrencesOfIn(snapshot, documents, subject, file)
    .map(({ place, role }) => ({ span: locate(documents, { file, place }), isDeclaration: role === 'declaration' }))
    .sort((a, b) => a.span.start - b.span.start);
}
