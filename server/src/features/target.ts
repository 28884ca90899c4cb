/** What a refactoring could be about at a place of a file: the thing at the cursor, else the entry or step around it. */
import type { Path } from '../base/path';
import { connectorName, fold } from '../model/names';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import { locate } from '../project/locate';
import { bindingAround, entryAround, pathAt, stepAround } from '../project/partAround';
import type { Flow, Snapshot } from '../project/snapshot';
import { stepKeyPlace } from '../project/stepPlaces';
import { subjectAt } from '../project/subject';
import { touches } from '../base/span';

/** What is known when somebody asks for a refactoring; the rest is asked for. Plain data: commands take it along. */
export interface Target {
  /** The flow, the settings file, or a file of the solution. */
  readonly file?: FileId;
  /** A logical name. */
  readonly reference?: string;
  /** Those that are to become it. */
  readonly from?: readonly string[];
  /** `shared_office365`. */
  readonly connector?: string;
  /** A connection key of the flow. */
  readonly key?: string;
  /** Where a step of the flow stands. */
  readonly step?: Path;
}

export function targetAt(snapshot: Snapshot, documents: Documents, file: FileId, offset: number): Target {
  return preciseTargetAt(snapshot, documents, file, offset) ?? targetAround(snapshot, documents, file, offset);
}

/** The thing whose name stands there; undefined where none does. */
export function preciseTargetAt(
  snapshot: Snapshot,
  documents: Documents,
  file: FileId,
  offset: number,
): Target | undefined {
  const subject = subjectAt(snapshot, documents, file, offset);
  const flow = snapshot.flowAt(file);
  switch (subject?.kind) {
    case 'reference': {
      const path = flow && pathAt(documents, file, offset);
      const key = path && entryAround(flow, path)?.key;
      return { ...referenceTarget(snapshot, file, subject.logicalName), ...(key !== undefined && { key }) };
    }
    case 'key': {
      const step = subject.flow.facts.steps.find(
        (one) =>
          one.key?.name === subject.key && touches(locate(documents, { file, place: stepKeyPlace(one) }), offset),
      );
      return { ...keyTarget(subject.flow, subject.key), ...(step && { step: step.path }) };
    }
    case 'connection':
      return subject.logicalName === undefined ? { file } : referenceTarget(snapshot, file, subject.logicalName);
    case 'connector':
      return { file, connector: subject.name };
    default:
      return undefined;
  }
}

function targetAround(snapshot: Snapshot, documents: Documents, file: FileId, offset: number): Target {
  const path = pathAt(documents, file, offset);
  if (!path) return { file };
  const flow = snapshot.flowAt(file);
  const entry = flow && entryAround(flow, path);
  if (flow && entry) return keyTarget(flow, entry.key);
  const step = flow && stepAround(flow, path);
  if (flow && step?.key) return { ...keyTarget(flow, step.key.name), step: step.path };
  const settings = snapshot.settingsAt(file);
  const binding = settings && bindingAround(settings, path);
  return binding ? referenceTarget(snapshot, file, binding.logicalName) : { file };
}

/** A key of a flow, with what it holds. */
export function keyTarget({ file, facts }: Flow, key: string): Target {
  const entry = facts.entries.find((candidate) => candidate.key === key);
  return {
    file,
    key,
    ...(entry?.connector && { connector: entry.connector.name }),
    ...(entry?.logicalName !== undefined && { reference: entry.logicalName }),
  };
}

function referenceTarget(snapshot: Snapshot, file: FileId, reference: string): Target {
  const [declared] = snapshot.declarationsOf(reference);
  const binding = snapshot.bindingsOf(reference)[0]?.binding;
  const connector = declared?.connector ?? connectorName(binding?.connectorId ?? '');
  return { file, reference, ...(connector !== undefined && { connector: fold(connector) }) };
}
