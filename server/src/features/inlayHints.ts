/** Display names beside keys, logical names and GUIDs of flows, where those do not say the same already. */
import { touches, type Span } from '../base/span';
import { fold } from '../model/names';
import type { FileId, FilePlace, Place } from '../model/place';
import { readsAsJson, type Documents } from '../project/documents';
import { declarationFor } from '../project/declared';
import { locate } from '../project/locate';
import { occurrencesIn } from '../project/occurrencesIn';
import { logicalNamePath, type Snapshot } from '../project/snapshot';
import { stepKeyPlace } from '../project/stepPlaces';
import { nodeAtOffset } from '../syntax/json';
import type { About } from './about';

export interface InlayHint {
  readonly offset: number;
  /** The display name as the file has it: text. */
  readonly text: string;
  readonly about: About;
  /** Where the reference is declared, or the flow stands. */
  readonly declaredAt: FilePlace;
}

/** @param within the part of the file that is looked at. */
export function inlayHints(snapshot: Snapshot, documents: Documents, file: FileId, within: Span): InlayHint[] {
  const solution = snapshot.solutionOf(file) ?? snapshot.settingsAt(file)?.solutions[0];
  const references = namesIn(snapshot, file).flatMap(({ written, logicalName, place, about }): InlayHint[] => {
    const declared = declarationFor(snapshot, solution, logicalName);
    const text = declared?.declaration.displayName?.trim() ?? '';
    if (!declared || text === '' || fold(text) === fold(written)) return [];
    const offset = offsetBehind(documents, { file, place }, within);
    return offset === undefined ? [] : [{ offset, text, about, declaredAt: declared.at }];
  });
  const flows = occurrencesIn(snapshot, file).flatMap(({ subject, role, place }): InlayHint[] => {
    const flow =
      subject.kind === 'flow' && role !== 'declaration' ? snapshot.flowByGuid(subject.guid, solution) : undefined;
    const offset = flow && offsetBehind(documents, { file, place }, within);
    if (subject.kind !== 'flow' || !flow || offset === undefined) return [];
    const declaredAt = { file: flow.file, place: { span: { start: 0, end: 0 } } };
    return [{ offset, text: flow.name, about: { kind: 'flow', guid: subject.guid }, declaredAt }];
  });
  return [...references, ...flows];
}

/** Behind the quotes; undefined outside of what is looked at, and for a place that is gone, which gives the file's start. */
function offsetBehind(documents: Documents, at: FilePlace, within: Span): number | undefined {
  const { start, end } = locate(documents, at);
  if (start === end || start < within.start || start > within.end) return undefined;
  if (!readsAsJson(at.file)) return /["']/.test(documents.xml(at.file)?.text[end] ?? '') ? end + 1 : end;
  const document = documents.json(at.file);
  const node = document && nodeAtOffset(document, start)?.node;
  return node && typeof node.value === 'string' && touches(node, start) ? node.end : undefined;
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
  if (facts?.kind === 'agentReferences') return usesIn(snapshot, file);
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

/** Of agents. */
function usesIn(snapshot: Snapshot, file: FileId): Name[] {
  return occurrencesIn(snapshot, file).flatMap(({ subject, role, place }) =>
    subject.kind === 'reference' && role !== 'declaration' ? [nameAt(subject.logicalName, place)] : [],
  );
}

function nameAt(logicalName: string, place: Place): Name {
  return { written: logicalName, logicalName, place, about: { kind: 'reference', logicalName } };
}
