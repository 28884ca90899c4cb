/**
 * What stands at an offset of a file: the thing that hovers explain, and that definitions, references and renames start
 * from. It goes from the position to the path of a token, and from there to the occurrence at that path.
 */
import { isEqual } from '../base/equal';
import { touches, type Span } from '../base/span';
import type { ConnectionEntry } from '../model/facts';
import type { FileId, Place } from '../model/place';
import { readsAsJson, type Documents } from './documents';
import { locate } from './locate';
import type { Flow, Snapshot } from './snapshot';
import { nodeAtOffset, pathOf } from '../syntax/json';
import { atOffset } from '../syntax/xml';
import { keysInExpressions } from './keysInExpressions';
import type { Occurrence } from './occurrence';
import { occurrencesIn } from './occurrencesIn';

export type Subject =
  | ReferenceSubject
  | KeySubject
  | ConnectionSubject
  | ConnectorSubject
  | FlowSubject
  | VariableSubject
  | SolutionSubject
  | EnvironmentSubject
  | FileSubject;

/** A connection reference, wherever its logical name stands. */
export interface ReferenceSubject {
  readonly kind: 'reference';
  readonly logicalName: string;
}

/** A connection key: of an entry, or named by a step. */
export interface KeySubject {
  readonly kind: 'key';
  readonly flow: Flow;
  readonly key: string;
  /** Undefined where a step names a key that the flow does not have. */
  readonly entry?: ConnectionEntry;
}

/** A connection that is named by its id, or the token that a pipeline replaces by one. */
export interface ConnectionSubject {
  readonly kind: 'connection';
  /** As written. */
  readonly connectionId: string;
  /** The reference that is bound to it here: in settings. */
  readonly logicalName?: string;
}

export interface ConnectorSubject {
  readonly kind: 'connector';
  /** `shared_x`; of a custom connector's own file its name there; as a configuration writes it, maybe without `shared_`. */
  readonly name: string;
}

export interface FlowSubject {
  readonly kind: 'flow';
  /** As written. */
  readonly guid: string;
}

/** An environment variable. */
export interface VariableSubject {
  readonly kind: 'variable';
  readonly schemaName: string;
}

export interface SolutionSubject {
  readonly kind: 'solution';
  readonly uniqueName: string;
}

/** An environment that a configuration names. */
export interface EnvironmentSubject {
  readonly kind: 'environment';
  readonly name: string;
}

/** Files that a path or glob of a configuration or baseline means, as far as the workspace has them. */
export interface FileSubject {
  readonly kind: 'files';
  readonly files: readonly FileId[];
}

export type SubjectAt = Subject & {
  /** The token that the offset touches. */
  readonly span: Span;
};

export function subjectAt(
  snapshot: Snapshot,
  documents: Documents,
  file: FileId,
  offset: number,
): SubjectAt | undefined {
  // What is not of the workspace is not even parsed: editors ask with every step of the cursor in any JSON.
  if (!snapshot.files.has(file)) return undefined;
  const token = tokenAt(documents, file, offset);
  if (!token) return undefined;
  return (
    firstAt(
      occurrencesIn(snapshot, file).filter(({ place }) => isAt(place, token)),
      documents,
      file,
      offset,
    ) ?? firstAt(keysInExpressions(snapshot, documents, file), documents, file, offset)
  );
}

function firstAt(
  occurrences: readonly Occurrence[],
  documents: Documents,
  file: FileId,
  offset: number,
): SubjectAt | undefined {
  for (const { place, subject } of occurrences) {
    const span = locate(documents, { file, place });
    if (touches(span, offset)) return { ...subject, span };
  }
  return undefined;
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

/** A list of one may be written without its brackets: then the token has no index. */
function isAt(place: Place, { path, onKey }: Token): boolean {
  if (!('path' in place) || (place.onKey === true) !== onKey) return false;
  return isEqual(place.path, path) || (place.path.at(-1) === 0 && isEqual(place.path.slice(0, -1), path));
}
