/** Where the thing that stands at a position is declared. */
import type { Span } from '../base/span';
import { fold } from '../model/names';
import type { FileId, FilePlace } from '../model/place';
import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import { occurrencesOf } from '../project/occurrences';
import { subjectAt, type Subject } from '../project/subject';

export interface Definition {
  /** The name that leads there. */
  readonly span: Span;
  /** Those of the file's own solution first. */
  readonly targets: readonly FilePlace[];
}

/** Undefined where nothing stands that is declared in the workspace. */
export function definitionAt(
  snapshot: Snapshot,
  documents: Documents,
  file: FileId,
  offset: number,
): Definition | undefined {
  const subject = subjectAt(snapshot, documents, file, offset);
  if (!subject) return undefined;
  const targets = declarationsOf(snapshot, documents, subject);
  if (targets.length === 0) return undefined;
  const own = snapshot.solutionOf(file);
  const isOwn = (target: FilePlace): boolean => own !== undefined && snapshot.solutionOf(target.file) === own;
  return {
    span: subject.span,
    targets: [...targets.filter(isOwn), ...targets.filter((target) => !isOwn(target))],
  };
}

/** Environments and files have no name in them that could declare them: they are meant as a whole. */
function declarationsOf(snapshot: Snapshot, documents: Documents, subject: Subject): readonly FilePlace[] {
  switch (subject.kind) {
    case 'files':
      return subject.files.map(wholeFile);
    case 'environment':
      return snapshot.settings
        .filter(({ environment }) => fold(environment) === fold(subject.name))
        .map(({ file }) => wholeFile(file));
    default:
      return occurrencesOf(snapshot, documents, subject).filter(({ role }) => role === 'declaration');
  }
}

function wholeFile(file: FileId): FilePlace {
  return { file, place: { span: { start: 0, end: 0 } } };
}
