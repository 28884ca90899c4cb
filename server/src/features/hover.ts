import type { Span } from '../base/span';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import { cardAbout, type About, type AnyCard } from './about';
import { subjectAt, type Subject } from './subject';
import { thingAt } from './thing';

export interface Hover {
  readonly span: Span;
  readonly card: AnyCard;
}

/** Explains what stands at an offset of a file; undefined where nothing does that has a meaning. */
export function hoverAt(snapshot: Snapshot, documents: Documents, file: FileId, offset: number): Hover | undefined {
  const thing = thingAt(snapshot, documents, file, offset);
  const subject = thing ? undefined : subjectAt(snapshot, documents, file, offset);
  const found = thing ?? (subject && { span: subject.span, about: aboutOf(subject) });
  const card = found && cardAbout(snapshot, file, found.about);
  return card && { span: found.span, card };
}

function aboutOf(subject: Subject): About {
  return subject.kind === 'reference'
    ? { kind: 'reference', logicalName: subject.logicalName }
    : { kind: 'key', key: subject.entry.key };
}
