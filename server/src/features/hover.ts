import type { Span } from '../base/span';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import { directCard, referenceCard, type Card } from './card';
import { subjectAt, type Subject } from './subject';

export interface Hover {
  readonly span: Span;
  readonly card: Card;
}

/** Explains the connection reference or key at an offset of a file; undefined where neither stands. */
export function hoverAt(snapshot: Snapshot, documents: Documents, file: FileId, offset: number): Hover | undefined {
  const subject = subjectAt(snapshot, documents, file, offset);
  return subject && { span: subject.span, card: cardOf(snapshot, file, subject) };
}

function cardOf(snapshot: Snapshot, file: FileId, subject: Subject): Card {
  if (subject.kind === 'reference') return referenceCard(snapshot, subject.logicalName, snapshot.solutionOf(file));
  const { flow, entry } = subject;
  return entry.logicalName === undefined
    ? directCard(flow, entry)
    : referenceCard(snapshot, entry.logicalName, flow.solution);
}
