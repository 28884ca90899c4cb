/** Puts the facts of all files together into a snapshot. The order of files does not matter: everything is sorted. */
import { compare } from '../base/compare';
import { isEqual } from '../base/equal';
import { Multimap } from '../base/multimap';
import { readableName } from '../model/connectors';
import type { CustomConnector, Facts, FlowMetadata } from '../model/facts';
import { isPackagedFlow } from '../model/fileKind';
import { appsOf } from '../model/users';
import { baseName, connectorName, fold, foldGuid, parentFolder } from '../model/names';
import type { FileId, Place } from '../model/place';
import { indexAgents } from './agents';
import { indexConfigurations } from './configuration';
import type { EditorSettings } from './editorSettings';
import { findCopies } from './copies';
import { guidInPath, nameInPath } from './flowNames';
import { findMembers, type Members } from './membership';
import { indexSettings } from './settings';
import {
  logicalNamePath,
  type BindingIn,
  type ConnectorIn,
  type DeclaredReference,
  type EnvironmentVariable,
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
  const differing = [...changes].filter(([file, facts]) => !isEqual(snapshot.allFiles.get(file), facts));
  if (differing.length === 0) return snapshot;
  const files = new Map(snapshot.allFiles);
  for (const [file, facts] of differing) {
    if (facts) files.set(file, facts);
    else files.delete(file);
  }
  return buildSnapshot(files, snapshot.editorSettings);
}

export function buildSnapshot(
  unsorted: ReadonlyMap<FileId, Facts>,
  editorSettings: readonly EditorSettings[] = [],
): Snapshot {
  const configurationOf = indexConfigurations(unsorted, editorSettings);
  const files = new Map(
    [...unsorted].filter(([file]) => !configurationOf(file).excludes(file)).sort(([a], [b]) => compare(a, b)),
  );
  const membership = findMembers(files);
  const solutionsAndCopies = membership.solutions.map(buildSolution);
  const copies = findCopies(solutionsAndCopies, files);
  const solutions = solutionsAndCopies.filter((solution) => !copies.has(solution));
  const solutionsByRoot = new Map(solutionsAndCopies.map((solution) => [solution.root, solution]));
  const solutionOf = (file: FileId): Solution | undefined => {
    const root = membership.rootOf(file);
    return root === undefined ? undefined : solutionsByRoot.get(root);
  };
  const flows = [...solutions.flatMap(({ flows }) => flows), ...looseFlows(files, solutionOf)].sort((a, b) =>
    compare(a.file, b.file),
  );
  const settings = indexSettings(files, solutions, configurationOf);

  const flowsByFile = new Map(
    [...flows, ...[...copies.keys()].flatMap((copy) => copy.flows)].map((flow) => [flow.file, flow]),
  );
  const flowsByGuid = new Multimap<string, Flow>();
  for (const flow of flows) if (flow.guid !== undefined) flowsByGuid.add(flow.guid, flow);
  const settingsByFile = new Map(settings.map((file) => [file.file, file]));
  const declarations = new Multimap<string, DeclaredReference>();
  const declarationsByConnector = new Multimap<string, DeclaredReference>();
  for (const declared of solutions.flatMap((solution) => solution.declarations)) {
    declarations.add(fold(declared.logicalName), declared);
    if (declared.connector !== undefined) declarationsByConnector.add(fold(declared.connector), declared);
  }
  const isInCopy = (file: FileId): boolean => {
    const solution = solutionOf(file);
    return solution !== undefined && copies.has(solution);
  };
  const uses = collectUses(new Map([...files].filter(([file]) => !isInCopy(file))), flows, solutionOf);
  const bindings = collectBindings(settings);
  const bindingsById = new Multimap<string, BindingIn>();
  for (const all of bindings.values()) {
    for (const bound of all) bindingsById.add(bound.binding.connectionId ?? '', bound);
  }
  const workflowGuids = new Set([
    ...solutions.flatMap((solution) => [...solution.workflowGuids]),
    ...flows.flatMap(({ guid }) => guid ?? []),
  ]);
  return {
    files,
    allFiles: unsorted,
    solutions,
    flows,
    settings,
    names: new Set([...declarations.keys(), ...uses.keys(), ...bindings.keys()]),
    solutionOf,
    copies,
    isReported: (file) => !isPackagedFlow(file) && !isInCopy(file),
    flowAt: (file) => flowsByFile.get(file),
    flowByGuid(guid, from) {
      const found = flowsByGuid.get(foldGuid(guid));
      return found.find(({ solution }) => solution !== undefined && solution === from) ?? found[0];
    },
    flowsWithGuid: (guid) => flowsByGuid.get(foldGuid(guid)),
    settingsAt: (file) => settingsByFile.get(file),
    declarationsOf: (name) => declarations.get(fold(name)),
    declarationsFor: (connector) => declarationsByConnector.get(fold(connector)),
    usesOf: (name) => uses.get(fold(name)),
    bindingsOf: (name) => bindings.get(fold(name)),
    bindingsTo: (connectionId) => bindingsById.get(connectionId),
    configurationOf,
    editorSettings,
    hasWorkflow: (guid) => workflowGuids.has(foldGuid(guid)),
  };
}

const userKinds: ReadonlySet<Facts['kind']> = new Set(['flow', 'canvasApp', 'agentReferences', 'environmentVariable']);

function buildSolution({ root, file, facts, parts, files }: Members): Solution {
  const declarations: DeclaredReference[] = [];
  const flows: Flow[] = [];
  const connectors: ConnectorIn[] = [];
  const solution: Solution = {
    root,
    file,
    name: facts.uniqueName ?? baseName(root),
    ...(facts.displayName !== undefined && { displayName: facts.displayName }),
    ...(facts.version !== undefined && { version: facts.version }),
    isManaged: facts.isManaged,
    isManifestRead:
      facts.problems.length === 0 && (!facts.isYaml || parts.some(({ missingReferences }) => missingReferences)),
    declarations,
    customizations: customizationsState(files),
    flows,
    // Apps and agents of the YAML layout are not understood.
    hasUnreadUses:
      facts.isYaml === true || files.some(([, { kind, problems }]) => problems.length > 0 && userKinds.has(kind)),
    hasAppOrAgent: files.some(([, other]) => appsOf(other).length > 0 || other.kind === 'agentReferences'),
    connectorsOfApps: new Set(
      files.flatMap(([, other]) => appsOf(other).flatMap(({ unnamedConnectors }) => unnamedConnectors.map(fold))),
    ),
    missing: new Map(
      [...facts.missingReferences, ...parts.flatMap(({ missingReferences = [] }) => missingReferences)].map(
        (missing) => [fold(missing.logicalName), missing],
      ),
    ),
    variables: collectVariables(files),
    connectors,
    ...(facts.prefix !== undefined && { prefix: facts.prefix }),
    listedFlows: new Set(facts.listedFlows.map(({ guid }) => foldGuid(guid))),
    workflowGuids: collectWorkflowGuids(files),
  };
  const metadata = collectMetadata(files);
  for (const [path, other] of files) {
    if (other.kind === 'flow' && other.hasDefinition) flows.push(buildFlow(path, other, metadata, solution));
    for (const connector of connectorsOf(other)) {
      const title = connector.displayName ?? readableName(connector.name);
      connectors.push({ connector, title, solution, at: { file: path, place: { path: [...connector.path, 'name'] } } });
    }
    if (other.kind !== 'customizations') continue;
    for (const declaration of other.declarations) {
      const connector = declaration.connectorId === undefined ? undefined : connectorName(declaration.connectorId);
      declarations.push({
        logicalName: declaration.logicalName,
        title: declaration.displayName ?? declaration.logicalName,
        declaration,
        ...(connector !== undefined && { connector }),
        solution,
        at: { file: path, place: { path: declaration.logicalNamePath } },
      });
    }
  }
  return solution;
}

function connectorsOf(facts: Facts): readonly CustomConnector[] {
  if (facts.kind === 'customizations') return facts.connectors;
  return facts.kind === 'connector' && facts.connector ? [facts.connector] : [];
}

function collectVariables(files: Members['files']): EnvironmentVariable[] {
  const foldersWithValue = new Set(
    files.flatMap(([file, { kind }]) => (kind === 'environmentVariableValue' ? [parentFolder(file)] : [])),
  );
  return files.flatMap(([file, facts]) => {
    if (facts.kind !== 'environmentVariable') return [];
    const { hasDefault } = facts;
    const schemaName = facts.schemaName === '' ? baseName(parentFolder(file)) : facts.schemaName;
    const hasValue = hasDefault || foldersWithValue.has(parentFolder(file));
    const place: Place = facts.schemaNamePath ? { path: facts.schemaNamePath } : { span: { start: 0, end: 0 } };
    return [{ schemaName, hasValue, at: { file, place } }];
  });
}

/** Of every file in `Workflows/`, whether or not Connref reads what is in it. */
function collectWorkflowGuids(files: Members['files']): ReadonlySet<string> {
  return new Set(
    files.flatMap(([file, facts]) => {
      const metadata =
        facts.kind === 'flowMetadata' ? [facts.metadata] : facts.kind === 'customizations' ? facts.flows : [];
      const inName = facts.kind === 'flow' ? guidInPath(file) : undefined;
      return [...metadata.flatMap(({ guid }) => guid ?? []), ...(inName === undefined ? [] : [inName])];
    }),
  );
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
    // Of a broken file even the GUID may be cut; the flow's own file name tells it as well.
    if (facts.problems.length > 0) continue;
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
  const guid = metadata?.guid ?? guidInPath(file);
  return {
    file,
    facts,
    ...(solution && { solution }),
    name: metadata?.name ?? facts.displayName ?? nameInPath(file),
    ...(guid !== undefined && { guid }),
    ...(metadata && { metadata }),
  };
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
  const agentOf = indexAgents(files, solutionOf);
  for (const [file, facts] of files) {
    const solution = solutionOf(file);
    const base = { ...(solution && { solution }) };
    for (const app of appsOf(facts)) {
      for (const { logicalName, place } of app.uses) {
        uses.add(fold(logicalName), { by: 'app', name: app.name, logicalName, ...base, at: { file, place } });
      }
    }
    if (facts.kind === 'agentReferences') {
      for (const { agent, connector, logicalName, place } of facts.uses) {
        const use: Use = {
          by: 'agent',
          ...agentOf(file, agent),
          logicalName,
          ...base,
          ...(connector !== undefined && { connector }),
          at: { file, place },
        };
        uses.add(fold(logicalName), use);
      }
    } else if (facts.kind === 'environmentVariable') {
      for (const { logicalName, place } of facts.uses) {
        uses.add(fold(logicalName), {
          by: 'variable',
          name: facts.schemaName,
          logicalName,
          ...base,
          at: { file, place },
        });
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
