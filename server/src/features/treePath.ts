/** From a place of a file to the node of the tree that shows best what stands there. */
import { isBelow, type Path } from '../base/path';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import { bindingAround, entryAround, pathAt, stepAround } from '../project/partAround';
import type { Snapshot } from '../project/snapshot';
import { subjectAt } from '../project/subject';
import type { Thing, TreeItem } from './tree';

/** @returns the nodes from the top down; empty where the tree has nothing of it. */
export function treePathAt(
  top: readonly TreeItem[],
  snapshot: Snapshot,
  documents: Documents,
  file: FileId,
  offset: number,
): readonly TreeItem[] {
  for (const wanted of thingsAt(snapshot, documents, file, offset)) {
    const path = pathTo(top, wanted);
    if (path.length > 0) return path;
  }
  return [];
}

/** A thing, and the property of nodes that tells that it is found; the others tell where not to look. */
interface Wanted {
  readonly thing: Thing;
  readonly by: keyof Thing;
}

function pathTo(items: readonly TreeItem[], wanted: Wanted): readonly TreeItem[] {
  for (const item of items) {
    if (!isOnTheWay(item.thing, wanted.thing)) continue;
    if (item.thing[wanted.by] !== undefined) return [item];
    const below = item.hasChildren ? pathTo(item.children(), wanted) : [];
    if (below.length > 0) return [item, ...below];
  }
  return [];
}

function isOnTheWay(thing: Thing, wanted: Thing): boolean {
  const names = Object.keys(thing) as (keyof Thing)[];
  return names.every((name) => wanted[name] === undefined || wanted[name] === thing[name]);
}

/** The most precise one first. */
function thingsAt(snapshot: Snapshot, documents: Documents, file: FileId, offset: number): readonly Wanted[] {
  const subject = subjectAt(snapshot, documents, file, offset);
  const path = pathAt(documents, file, offset);
  const precise = path ? [...stepsAround(snapshot, file, path), ...bindingsAround(snapshot, file, path)] : [];
  const around = wholeFile(snapshot, file);
  switch (subject?.kind) {
    case 'reference': {
      const thing = { reference: fold(subject.logicalName) };
      return [...precise, { thing, by: 'reference' }, ...around];
    }
    case 'connection': {
      const thing = { connection: subject.connectionId.trim() };
      return [...precise, { thing, by: 'connection' }, ...around];
    }
    case 'connector':
      return [...precise, { thing: { connector: fold(subject.name) }, by: 'connector' }, ...around];
    case 'flow': {
      const flow = snapshot.flowByGuid(subject.guid, snapshot.solutionOf(file));
      return [...(flow ? [{ thing: { file: flow.file }, by: 'file' as const }] : []), ...precise, ...around];
    }
    default:
      return [...precise, ...around];
  }
}

/** The step or the entry that the path lies in. */
function stepsAround(snapshot: Snapshot, file: FileId, path: Path): Wanted[] {
  const flow = snapshot.flowAt(file);
  if (!flow) return [];
  const step = stepAround(flow, path);
  const key = step?.key?.name ?? entryAround(flow, path)?.key;
  const entry = flow.facts.entries.find((one) => one.key === key);
  if (!entry) return [];
  const thing: Thing = {
    file,
    key: entry.key,
    ...(entry.logicalName !== undefined && { reference: fold(entry.logicalName) }),
  };
  return [
    ...(step ? [{ thing: { ...thing, step: step.path.join('/') }, by: 'step' as const }] : []),
    { thing, by: 'key' },
    ...(entry.logicalName === undefined ? [] : [{ thing, by: 'reference' as const }]),
  ];
}

/** The reference of an entry of settings, below the connection that is bound to it there. */
function bindingsAround(snapshot: Snapshot, file: FileId, path: Path): Wanted[] {
  const settings = snapshot.settingsAt(file);
  const binding = settings && bindingAround(settings, path);
  if (!binding) return [];
  const { environment } = settings;
  const reference = fold(binding.logicalName);
  const connection = binding.connectionId?.trim();
  const isOnConnection = isBelow(path, binding.connectionIdPath);
  return [
    ...(connection !== undefined && isOnConnection
      ? [{ thing: { environment, connection }, by: 'connection' as const }]
      : []),
    ...(connection === undefined ? [] : [{ thing: { environment, connection, reference }, by: 'reference' as const }]),
    { thing: { environment, reference }, by: 'reference' },
    { thing: { reference }, by: 'reference' },
  ];
}

/** What the file itself is. */
function wholeFile(snapshot: Snapshot, file: FileId): Wanted[] {
  const environment = snapshot.settingsAt(file)?.environment;
  const solution = snapshot.solutionOf(file)?.root;
  return [
    { thing: { file }, by: 'file' },
    ...(environment === undefined ? [] : [{ thing: { environment }, by: 'environment' as const }]),
    ...(solution === undefined ? [] : [{ thing: { solution }, by: 'solution' as const }]),
  ];
}
