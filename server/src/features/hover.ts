import type { Span } from '../base/span';
import { isToken } from '../model/names';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import { subjectAt, type Subject } from '../project/subject';
import { cardAbout, type About, type AnyCard } from './about';

export interface Hover {
  readonly span: Span;
  readonly card: AnyCard;
}

/** Explains what stands at an offset of a file; undefined where nothing does that has a meaning. */
export function hoverAt(snapshot: Snapshot, documents: Documents, file: FileId, offset: number): Hover | undefined {
  const subject = subjectAt(snapshot, documents, file, offset);
  const about = subject && aboutOf(subject);
  const card = about && cardAbout(snapshot, file, about);
  return card && { span: subject.span, card };
}

function aboutOf(subject: Subject): About | undefined {
  switch (subject.kind) {
    case 'connection':
      // Of what a pipeline fills in, and where nothing is bound, the reference says more.
      return subject.connectionId.trim() === '' || isToken(subject.connectionId)
        ? aboutReference(subject.logicalName)
        : { kind: 'connection', id: subject.connectionId };
    case 'reference':
      return aboutReference(subject.logicalName);
    case 'key':
      return { kind: 'key', key: subject.key };
    case 'connector':
      return { kind: 'connector', name: /^shared_/i.test(subject.name) ? subject.name : `shared_${subject.name}` };
    case 'flow':
    case 'environment':
    case 'variable':
      return subject;
    case 'solution':
    case 'files':
      return undefined;
  }
}

function aboutReference(logicalName: string | undefined): About | undefined {
  return logicalName === undefined ? undefined : { kind: 'reference', logicalName };
}
