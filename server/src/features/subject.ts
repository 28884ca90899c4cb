/**
 * What stands at an offset of a file: the thing that hovers explain, and that definitions, references and renames will
 * start from. It goes from the position to the path of a token, and from there to the fact of that path.
 */
import { touches, type Span } from '../base/span';
import { isEqual } from '../base/equal';
import type { ConnectionEntry, Facts } from '../model/facts';
import type { FileId, Place } from '../model/place';
import { readsAsJson, type Documents } from '../project/documents';
import { locate } from '../project/locate';
import { entryPath, logicalNamePath, type Flow, type Snapshot } from '../project/snapshot';
import { stepKeyPlace } from '../project/stepPlaces';
import { nodeAtOffset, pathOf } from '../syntax/json';
import { atOffset } from '../syntax/xml';

export type Subject = ReferenceSubject | KeySubject;

/** A logical name, wherever it stands. */
export interface ReferenceSubject {
  readonly kind: 'reference';
  readonly span: Span;
  readonly logicalName: string;
}

/** A connection key: of an entry, or named by a step. */
export interface KeySubject {
  readonly kind: 'key';
  readonly span: Span;
  readonly flow: Flow;
  readonly entry: ConnectionEntry;
}

export function subjectAt(snapshot: Snapshot, documents: Documents, file: FileId, offset: number): Subject | undefined {
  const facts = snapshot.files.get(file);
  if (!facts) return undefined;
  const token = tokenAt(documents, file, offset);
  if (!token) return undefined;
  for (const { place, subject } of candidatesOf(snapshot, file, facts)) {
    if (!isAt(place, token)) continue;
    const span = locate(documents, { file, place });
    if (touches(span, offset)) return { ...subject, span };
  }
  return undefined;
}

type WithoutSpan = Omit<ReferenceSubject, 'span'> | Omit<KeySubject, 'span'>;

interface Candidate {
  readonly place: Place;
  readonly subject: WithoutSpan;
}

interface Token {
  readonly path: readonly (string | number)[];
  readonly onKey: boolean;
}

function tokenAt(documents: Documents, file: FileId, offset: number): Token | undefined {
  if (!readsAsJson(file)) {
    const document = documents.xml(file);
    const path = document && atOffset(document, offset);
    return path && { path, onKey: false };
  }
  const document = documents.json(file);
  const found = document && nodeAtOffset(document, offset);
  return found && { path: pathOf(found.node), onKey: found.on === 'key' };
}

function isAt(place: Place, { path, onKey }: Token): boolean {
  return 'path' in place && (place.onKey === true) === onKey && isEqual(place.path, path);
}

function candidatesOf(snapshot: Snapshot, file: FileId, facts: Facts): readonly Candidate[] {
  switch (facts.kind) {
    case 'flow':
      return flowCandidates(snapshot.flowAt(file));
    case 'settings':
      return facts.bindings.flatMap(({ logicalName, logicalNamePath: path, connectionIdPath }) => [
        reference(logicalName, { path }),
        reference(logicalName, { path: connectionIdPath }),
      ]);
    case 'customizations':
      return [
        ...facts.declarations.flatMap(({ logicalName, path }) => [
          reference(logicalName, { path: [...path, '@connectionreferencelogicalname'] }),
          reference(logicalName, { path: [...path, 'connectionreferencedisplayname'] }),
        ]),
        ...facts.apps.flatMap(({ uses }) => uses.map(({ logicalName, place }) => reference(logicalName, place))),
      ];
    case 'canvasApp':
    case 'agentReferences':
    case 'environmentVariable':
      return facts.uses.map(({ logicalName, place }) => reference(logicalName, place));
    case 'baseline':
    case 'configuration':
    case 'connector':
    case 'environmentVariableValue':
    case 'flowMetadata':
    case 'solution':
    case 'solutionPart':
      return [];
  }
}

function flowCandidates(flow: Flow | undefined): Candidate[] {
  if (!flow) return [];
  const entries = new Map(flow.facts.entries.map((entry) => [entry.key, entry]));
  const ofEntries = flow.facts.entries.flatMap((entry): Candidate[] => {
    const { key, logicalName } = entry;
    const keyItself: Candidate = {
      place: { path: entryPath(key), onKey: true },
      subject: { kind: 'key', flow, entry },
    };
    return logicalName === undefined
      ? [keyItself]
      : [keyItself, reference(logicalName, { path: logicalNamePath(key) })];
  });
  const ofSteps = flow.facts.steps.flatMap((step): Candidate[] => {
    const entry = step.key && entries.get(step.key.name);
    return entry ? [{ place: stepKeyPlace(step), subject: { kind: 'key', flow, entry } }] : [];
  });
  return [...ofEntries, ...ofSteps];
}

function reference(logicalName: string, place: Place): Candidate {
  return { place, subject: { kind: 'reference', logicalName } };
}
