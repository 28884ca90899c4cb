import type { Span } from '../base/span';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import { directCard, referenceCard, type Card } from './card';
import { subjectAt, type SubjectAt } from './subject';

export interface Hover {
  readonly span: Span;
  readonly card: Card;
}

/** Explains the connection reference or key at an offset of a file; undefined where neither stands. */
export function hoverAt(snapshot: Snapshot, documents: Documents, file: FileId, offset: number): Hover | undefined {
  const subject = subjectAt(snapshot, documents, file, offset);
  const card = subject && cardOf(snapshot, file, subject);
  return card && { span: subject.span, card };
}

function cardOf(snapshot: Snapshot, file: FileId, subject: SubjectAt): Card | undefined {
  if (subject.kind === 'reference' || subject.kind === 'connection') {
    const { logicalName } = subject;
    return logicalName === undefined ? undefined : referenceCard(snapshot, logicalName, snapshot.solutionOf(file));
  }
  if (subject.kind !== 'key' || !subject.entry) return undefined;
  const { flow, entry } = subject;
  return entry.logicalName === undefined
    ? directCard(flow, entry)
    : referenceCard(snapshot, entry.logicalName, flow.solution);
}
