/** Display names beside keys and logical names, where those do not say the same already. */
import { touches, type Span } from '../base/span';
import { fold } from '../model/names';
import type { FileId, FilePlace, Place } from '../model/place';
import type { Documents } from '../project/documents';
import { declarationFor } from '../project/declared';
import { locate } from '../project/locate';
import { logicalNamePath, type Snapshot } from '../project/snapshot';
import { stepKeyPlace } from '../project/stepPlaces';
import { nodeAtOffset } from '../syntax/json';
import type { About } from './about';

export interface InlayHint {
  readonly offset: number;
  /** The display name as the file has it: text. */
  readonly text: string;
  readonly about: About;
  /** Where the reference is declared. */
  readonly declaredAt: FilePlace;
}

/** @param within the part of the file that is looked at. */
export function inlayHints(snapshot: Snapshot, documents: Documents, file: FileId, within: Span): InlayHint[] {
  const solution = snapshot.solutionOf(file) ?? snapshot.settingsAt(file)?.solutions[0];
  return namesIn(snapshot, file).flatMap(({ written, logicalName, place, about }): InlayHint[] => {
    const declared = declarationFor(snapshot, solution, logicalName);
    const text = declared?.declaration.displayName?.trim() ?? '';
    if (!declared || text === '' || fold(text) === fold(written)) return [];
    const { start } = locate(documents, { file, place });
    const document = start >= within.start && start <= within.end ? documents.json(file) : undefined;
    const node = document && nodeAtOffset(document, start)?.node;
    // A place that is gone gives the file's start.
    if (!node || typeof node.value !== 'string' || !touches(node, start)) return [];
    return [{ offset: node.end, text, about, declaredAt: declared.at }];
  });
}

interface Name {
  readonly written: string;
  readonly logicalName: string;
  readonly place: Place;
  readonly about: About;
}

function namesIn(snapshot: Snapshot, file: FileId): readonly Name[] {
  const facts = snapshot.files.get(file);
  if (facts?.kind === 'settings') {
    return facts.bindings.map(({ logicalName, logicalNamePath: path }) => nameAt(logicalName, { path }));
  }
  if (facts?.kind !== 'flow') return [];
  const references = new Map(facts.entries.map(({ key, logicalName }) => [key, logicalName]));
  return [
    ...facts.entries.flatMap(({ key, logicalName }) =>
      logicalName === undefined ? [] : [nameAt(logicalName, { path: logicalNamePath(key) })],
    ),
    ...facts.steps.flatMap((step): Name[] => {
      const key = step.key?.name;
      const logicalName = key === undefined ? undefined : references.get(key);
      if (key === undefined || logicalName === undefined) return [];
      return [{ written: key, logicalName, place: stepKeyPlace(step), about: { kind: 'key', key } }];
    }),
  ];
}

function nameAt(logicalName: string, place: Place): Name {
  return { written: logicalName, logicalName, place, about: { kind: 'reference', logicalName } };
}
