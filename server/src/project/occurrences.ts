/** Where a thing stands in the whole workspace: the ground of definitions, references, highlights and renames. */
import { fold, foldGuid, isToken } from '../model/names';
import type { FileId } from '../model/place';
import { connectorIdentity } from './customConnectors';
import type { Documents } from './documents';
import type { Snapshot } from './snapshot';
import { keysInExpressions } from './keysInExpressions';
import type { Occurrence, OccurrenceAt } from './occurrence';
import { occurrencesIn } from './occurrencesIn';
import type { Subject } from './subject';

/**
 * Every declaration and use of the subject, by file, with the place of exactly its name. Copies of solutions are left
 * out, as from everything that is counted. What only means the subject without naming it is no occurrence of it.
 */
export function occurrencesOf(snapshot: Snapshot, documents: Documents, subject: Subject): readonly OccurrenceAt[] {
  const files = subject.kind === 'key' ? [subject.flow.file] : filesThatCount(snapshot);
  const isSame = sameAs(snapshot, subject);
  return files.flatMap((file) =>
    named(snapshot, documents, file, subject)
      .filter(isSame)
      .map((found) => ({ ...found, file })),
  );
}

/** The same within one file, which may be of a copy. */
export function occurrencesOfIn(
  snapshot: Snapshot,
  documents: Documents,
  subject: Subject,
  file: FileId,
): readonly OccurrenceAt[] {
  return named(snapshot, documents, file, subject)
    .filter(sameAs(snapshot, subject))
    .map((found) => ({ ...found, file }));
}

function named(snapshot: Snapshot, documents: Documents, file: FileId, { kind }: Subject): readonly Occurrence[] {
  const all = occurrencesIn(snapshot, file).filter(({ role, subject }) => role !== 'about' && subject.kind === kind);
  return kind === 'key' ? [...all, ...keysInExpressions(snapshot, documents, file)] : all;
}

function filesThatCount(snapshot: Snapshot): readonly FileId[] {
  return [...snapshot.files.keys()].filter((file) => {
    const solution = snapshot.solutionOf(file);
    return !solution || !snapshot.copies.has(solution);
  });
}

function sameAs(snapshot: Snapshot, subject: Subject): (occurrence: Occurrence) => boolean {
  const identify = identifier(snapshot);
  const wanted = identify(subject);
  return (occurrence) => wanted !== undefined && identify(occurrence.subject) === wanted;
}

/** Gives the text that is the same for all subjects that are one thing, of one kind; undefined for nothing at all. */
function identifier(snapshot: Snapshot): (subject: Subject) => string | undefined {
  const identifyConnector = connectorIdentity(snapshot);
  return (subject) => {
    switch (subject.kind) {
      case 'reference':
        return fold(subject.logicalName);
      case 'key':
        // Flows look keys up by case.
        return `${subject.flow.file}#${subject.key}`;
      case 'connection':
        return connectionIdentity(subject.connectionId);
      case 'connector':
        return identifyConnector(subject.name);
      case 'flow':
        return foldGuid(subject.guid);
      case 'variable':
        return fold(subject.schemaName);
      case 'solution':
        return fold(subject.uniqueName);
      case 'environment':
        return fold(subject.name);
      case 'files':
        return subject.files.length === 0 ? undefined : subject.files.join('\n');
    }
  };
}

/** Some files write the whole id, and others the name at its end. */
function connectionIdentity(connectionId: string): string {
  const id = connectionId.trim();
  return isToken(id) ? id : fold(id.slice(id.lastIndexOf('/') + 1));
}
