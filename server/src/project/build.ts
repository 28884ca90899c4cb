/** Puts the facts of all files together into a snapshot. The order of files does not matter: everything is sorted. */
import { isEqual } from '../base/equal';
import { Multimap } from '../base/multimap';
import type { Facts, FlowMetadata, SolutionFacts } from '../model/facts';
import { baseName, connectorName, fold, foldGuid, parentFolder } from '../model/names';
import type { FileId } from '../model/place';
import { indexSettings } from './settings';
import {
  logicalNamePath,
  type BindingIn,
  type DeclaredReference,
  type Flow,
  type SettingsFile,
  type Snapshot,
  type Solution,
  type Use,
} from './snapshot';

export const emptySnapshot: Snapshot = buildSnapshot(new Map());

/**
 * Makes changes on the way to the next snapshot.
 * @param changes new facts by file; undefined removes the file.
 * @returns the same snapshot when no file's facts differ.
 */
export function applyChanges(snapshot: Snapshot, changes: ReadonlyMap<FileId, Facts | undefined>): Snapshot {
  const differing = [...changes].filter(([file, facts]) => !isEqual(snapshot.files.get(file), facts));
  if (differing.length === 0) return snapshot;
  const files = new Map(snapshot.files);
  for (const [file, facts] of differing) {
    if (facts) files.set(file, facts);
    else files.delete(file);
  }
  return buildSnapshot(files);
}

export function buildSnapshot(unsorted: ReadonlyMap<FileId, Facts>): Snapshot {
  const files = new Map([...unsorted].sort(([a], [b]) => compare(a, b)));
  const solutions = buildSolutions(files);
  const solutionsByRoot = new Map(solutions.map((solution) => [solution.root, solution]));
  const solutionOf = finderAbove(solutionsByRoot);
  const flows = [...solutions.flatMap(({ flows }) => flows), ...looseFlows(files, solutionOf)].sort((a, b) =>
    compare(a.file, b.file),
  );
  const settings = indexSettings(files, solutions);

  const flowsByFile = new Map(flows.map((flow) => [flow.file, flow]));
  const flowsByGuid = new Map(flows.flatMap((flow) => (flow.guid === undefined ? [] : [[flow.guid, flow] as const])));
  const settingsByFile = new Map(settings.map((file) => [file.file, file]));
  const declarations = new Multimap<string, DeclaredReference>();
  const declarationsByConnector = new Multimap<string, DeclaredReference>();
  for (const declared of solutions.flatMap((solution) => solution.declarations)) {
    declarations.add(fold(declared.logicalName), declared);
    if (declared.connector !== undefined) declarationsByConnector.add(fold(declared.connector), declared);
  }
  const uses = collectUses(files, flows, solutionOf);
  const bindings = collectBindings(settings);
  return {
    files,
    solutions,
    flows,
    settings,
    names: new Set([...declarations.keys(), ...uses.keys(), ...bindings.keys()]),
    solutionOf,
    flowAt: (file) => flowsByFile.get(file),
    flowByGuid: (guid) => flowsByGuid.get(foldGuid(guid)),
    settingsAt: (file) => settingsByFile.get(file),
    declarationsOf: (name) => declarations.get(fold(name)),
    declarationsFor: (connector) => declarationsByConnector.get(fold(connector)),
    usesOf: (name) => uses.get(fold(name)),
    bindingsOf: (name) => bindings.get(fold(name)),
  };
}

/** A plain order of names that is the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const userKinds: ReadonlySet<Facts['kind']> = new Set(['flow', 'canvasApp', 'agentReferences', 'environmentVariable']);

interface Members {
  readonly root: FileId;
  readonly file: FileId;
  readonly facts: SolutionFacts;
  readonly files: (readonly [FileId, Facts])[];
}

function buildSolutions(files: ReadonlyMap<FileId, Facts>): Solution[] {
  const members = new Map<FileId, Members>();
  for (const [file, facts] of files) {
    if (facts.kind !== 'solution') continue;
    const root = rootOf(file);
    // `Other/Solution.xml` and `solution.xml` of one folder: the first one in order speaks for it.
    if (!members.has(root)) members.set(root, { root, file, facts, files: [] });
  }
  const membersAround = finderAbove(members);
  for (const [file, facts] of files) {
    membersAround(file)?.files.push([file, facts]);
  }
  return [...members.values()].map(buildSolution);
}

function rootOf(solutionFile: FileId): FileId {
  const folder = parentFolder(solutionFile);
  return baseName(folder).toLowerCase() === 'other' ? parentFolder(folder) : folder;
}

/** Gives what finds the one at the deepest folder around a file. It climbs from each folder only once. */
function finderAbove<T>(byFolder: ReadonlyMap<FileId, T>): (file: FileId) => T | undefined {
  const found = new Map<FileId, T | undefined>();
  return (file) => {
    const start = parentFolder(file);
    if (!found.has(start)) found.set(start, findAt(byFolder, start));
    return found.get(start);
  };
}

function findAt<T>(byFolder: ReadonlyMap<FileId, T>, start: FileId): T | undefined {
  for (let folder = start; ; folder = parentFolder(folder)) {
    const found = byFolder.get(folder);
    if (found !== undefined || folder === '') return found;
  }
}

function buildSolution({ root, file, facts, files }: Members): Solution {
  const declarations: DeclaredReference[] = [];
  const flows: Flow[] = [];
  const solution: Solution = {
    root,
    file,
    name: facts.uniqueName ?? baseName(root),
    ...(facts.displayName !== undefined && { displayName: facts.displayName }),
    ...(facts.version !== undefined && { version: facts.version }),
    isManaged: facts.isManaged,
    isManifestRead: facts.problems.length === 0,
    declarations,
    customizations: customizationsState(files),
    flows,
    hasUnreadUses: files.some(([, { kind, problems }]) => problems.length > 0 && userKinds.has(kind)),
    hasAppOrAgent: files.some(([, { kind }]) => kind === 'canvasApp' || kind === 'agentReferences'),
    connectorsOfApps: new Set(
      files.flatMap(([, other]) => (other.kind === 'canvasApp' ? other.unnamedConnectors.map(fold) : [])),
    ),
    missing: new Map(facts.missingReferences.map((missing) => [fold(missing.logicalName), missing])),
    variables: new Set(
      files.flatMap(([, other]) => (other.kind === 'environmentVariable' ? [fold(other.schemaName)] : [])),
    ),
  };
  const metadata = collectMetadata(files);
  for (const [path, other] of files) {
    if (other.kind === 'flow' && other.hasDefinition) flows.push(buildFlow(path, other, metadata, solution));
    if (other.kind !== 'customizations') continue;
    for (const declaration of other.declarations) {
      const connector = declaration.connectorId === undefined ? undefined : connectorName(declaration.connectorId);
      declarations.push({
        logicalName: declaration.logicalName,
        title: declaration.displayName ?? declaration.logicalName,
        declaration,
        ...(connector !== undefined && { connector }),
        solution,
        at: { file: path, place: { path: [...declaration.path, '@connectionreferencelogicalname'] } },
      });
    }
  }
  return solution;
}

function customizationsState(files: Members['files']): Solution['customizations'] {
  const found = files.filter(([, { kind }]) => kind === 'customizations');
  if (found.length === 0) return 'missing';
  return found.some(([, { problems }]) => problems.length > 0) ? 'broken' : 'read';
}

/** Metadata by the folded name of the flow's file. */
type MetadataByName = ReadonlyMap<string, FlowMetadata>;

function collectMetadata(files: readonly (readonly [FileId, Facts])[]): MetadataByName {
  const byName = new Map<string, FlowMetadata>();
  for (const [file, facts] of files) {
    if (facts.kind === 'flowMetadata') byName.set(fold(baseName(file).replace(/\.data\.xml$/i, '')), facts.metadata);
    if (facts.kind !== 'customizations') continue;
    for (const flow of facts.flows) {
      if (flow.jsonFileName !== undefined) byName.set(fold(baseName(flow.jsonFileName)), flow);
    }
  }
  return byName;
}

function buildFlow(
  file: FileId,
  facts: Flow['facts'],
  metadataByName: MetadataByName,
  solution: Solution | undefined,
): Flow {
  const metadata = metadataByName.get(fold(baseName(file)));
  const told = metadata?.guid === undefined || metadata.name === undefined ? readFileName(baseName(file)) : undefined;
  const guid = metadata?.guid ?? told?.guid;
  return {
    file,
    facts,
    ...(solution && { solution }),
    name: metadata?.name ?? told?.name ?? baseName(file),
    ...(guid !== undefined && { guid }),
    ...(metadata && { metadata }),
  };
}

/** `Notify-3F2A….json` → `Notify` and the folded GUID. */
function readFileName(name: string): { readonly name: string | undefined; readonly guid: string | undefined } {
  const match = /^(.*?)-?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?\.json$/i.exec(name);
  return { name: match?.[1], guid: match?.[2] === undefined ? undefined : foldGuid(match[2]) };
}

function looseFlows(files: ReadonlyMap<FileId, Facts>, solutionOf: Snapshot['solutionOf']): Flow[] {
  return [...files].flatMap(([file, facts]) => {
    if (facts.kind !== 'flow' || !facts.hasDefinition || solutionOf(file)) return [];
    const metadata = files.get(`${file}.data.xml`);
    return [buildFlow(file, facts, collectMetadata(metadata ? [[`${file}.data.xml`, metadata]] : []), undefined)];
  });
}

function collectUses(
  files: ReadonlyMap<FileId, Facts>,
  flows: readonly Flow[],
  solutionOf: Snapshot['solutionOf'],
): Multimap<string, Use> {
  const uses = new Multimap<string, Use>();
  for (const flow of flows) {
    for (const entry of flow.facts.entries) {
      if (entry.logicalName === undefined) continue;
      const at = { file: flow.file, place: { path: logicalNamePath(entry.key) } };
      uses.add(fold(entry.logicalName), { by: 'flow', flow, entry, at });
    }
  }
  for (const [file, facts] of files) {
    const solution = solutionOf(file);
    const base = { ...(solution && { solution }) };
    if (facts.kind === 'canvasApp') {
      for (const { logicalName, place } of facts.uses) {
        uses.add(fold(logicalName), { by: 'app', name: facts.name, ...base, at: { file, place } });
      }
    } else if (facts.kind === 'agentReferences') {
      for (const { agent, logicalName, place } of facts.uses) {
        uses.add(fold(logicalName), { by: 'agent', name: agent, ...base, at: { file, place } });
      }
    } else if (facts.kind === 'environmentVariable') {
      for (const { logicalName, place } of facts.uses) {
        uses.add(fold(logicalName), { by: 'variable', name: facts.schemaName, ...base, at: { file, place } });
      }
    }
  }
  return uses;
}

function collectBindings(settings: readonly SettingsFile[]): Multimap<string, BindingIn> {
  const bindings = new Multimap<string, BindingIn>();
  for (const file of settings) {
    for (const binding of file.facts.bindings) bindings.add(fold(binding.logicalName), { binding, settings: file });
  }
  return bindings;
}
