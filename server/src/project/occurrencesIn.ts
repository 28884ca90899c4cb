/**
 * Everything of one file that stands for something: names, ids, GUIDs and paths, each with what it means. Whoever asks
 * what stands somewhere, or where something stands, starts here. It knows facts only, so that a whole workspace can be
 * looked through without opening a file.
 */
import type { Path } from '../base/path';
import type {
  Binding,
  CustomConnector,
  Declaration,
  Facts,
  FlowMetadata,
  MissingReference,
  SolutionFacts,
} from '../model/facts';
import type { FileId } from '../model/place';
import { appsOf } from '../model/users';
import type { Snapshot } from './snapshot';
import { ofConnector, ofConnectorId, ofFlow, ofReference, ofSolution, ofVariable, type Occurrence } from './occurrence';
import { occurrencesInBaseline, occurrencesInConfiguration } from './occurrencesInConfiguration';
import { occurrencesInFlow } from './occurrencesInFlow';

/** In no particular order. Empty for a file that the workspace does not have. */
export function occurrencesIn(snapshot: Snapshot, file: FileId): readonly Occurrence[] {
  const facts = snapshot.files.get(file);
  return facts ? inFacts(snapshot, file, facts) : [];
}

function inFacts(snapshot: Snapshot, file: FileId, facts: Facts): readonly Occurrence[] {
  switch (facts.kind) {
    case 'flow': {
      const flow = snapshot.flowAt(file);
      return flow ? occurrencesInFlow(flow) : [];
    }
    case 'settings':
      return [
        ...facts.bindings.flatMap(inBinding),
        ...facts.variables.map(({ schemaName, path }) => ofVariable('use', schemaName, path)),
      ];
    case 'customizations':
      return [
        ...facts.declarations.flatMap(inDeclaration),
        ...facts.flows.flatMap((flow) => inMetadata(snapshot, flow)),
        ...facts.connectors.flatMap(inConnector),
        ...inApps(facts),
      ];
    case 'canvasApp':
      return inApps(facts);
    case 'agentReferences':
      return facts.uses.flatMap(({ logicalName, place, connector, connectorPlace: at }) => [
        ofReference('use', logicalName, place),
        ...(connector !== undefined && at ? [ofConnector('use', connector, at)] : []),
      ]);
    case 'environmentVariable':
      return [
        ...(facts.schemaNamePath ? [ofVariable('declaration', facts.schemaName, facts.schemaNamePath)] : []),
        ...facts.uses.map(({ logicalName, place }) => ofReference('use', logicalName, place)),
      ];
    case 'connector':
      return facts.connector ? inConnector(facts.connector) : [];
    case 'flowMetadata':
      return inMetadata(snapshot, facts.metadata);
    case 'solution':
      return inSolution(facts);
    case 'solutionPart':
      return (facts.missingReferences ?? []).flatMap(inMissing);
    case 'configuration':
      return occurrencesInConfiguration(snapshot, file, facts);
    case 'baseline':
      return occurrencesInBaseline(snapshot, file, facts);
    case 'environmentVariableValue':
    case 'agent':
      return [];
  }
}

function inDeclaration(declaration: Declaration): readonly Occurrence[] {
  const { logicalName, logicalNamePath, displayName, displayNamePath, connectorId, connectorIdPath } = declaration;
  return [
    ofReference('declaration', logicalName, { path: logicalNamePath }),
    ...(displayNamePath ? [ofReference('about', logicalName, { path: displayNamePath }, displayName)] : []),
    ...(connectorIdPath ? ofConnectorId(connectorId, connectorIdPath) : []),
  ];
}

function inBinding(binding: Binding): readonly Occurrence[] {
  const { logicalName, logicalNamePath, connectionId, connectionIdPath, connectorId, connectorIdPath } = binding;
  return [
    ofReference('use', logicalName, { path: logicalNamePath }),
    ...ofConnectorId(connectorId, connectorIdPath),
    ...(connectionId === undefined ? [] : [inBoundConnection(logicalName, connectionId, connectionIdPath)]),
  ];
}

/** An empty id says nothing but that the reference is not bound. */
function inBoundConnection(logicalName: string, connectionId: string, path: Path): Occurrence {
  if (connectionId.trim() === '') return ofReference('about', logicalName, { path }, connectionId);
  const subject = { kind: 'connection', connectionId, logicalName } as const;
  return { subject, place: { path }, role: 'use', name: connectionId };
}

/** What has no definition here is declared by its metadata: classic workflows, and what an export has left out. */
function inMetadata(snapshot: Snapshot, { guid, path }: FlowMetadata): readonly Occurrence[] {
  if (guid === undefined) return [];
  return [
    ofFlow(snapshot.flowsWithGuid(guid).length > 0 ? 'use' : 'declaration', guid, { path: [...path, '@WorkflowId'] }),
  ];
}

function inConnector({ name, path, displayName }: CustomConnector): readonly Occurrence[] {
  const connector = ofConnector('declaration', name, { path: [...path, 'name'] });
  if (displayName === undefined) return [connector];
  const title: Occurrence = {
    ...connector,
    place: { path: [...path, 'displayname'] },
    role: 'about',
    name: displayName,
  };
  return [connector, title];
}

function inApps(facts: Facts): readonly Occurrence[] {
  return appsOf(facts).flatMap(({ uses, connectors }) => [
    ...uses.map(({ logicalName, place }) => ofReference('use', logicalName, place)),
    ...connectors.map(({ name, place }) => ofConnector('use', name, place)),
  ]);
}

function inSolution({
  uniqueName,
  uniqueNamePath,
  missingReferences,
  listedFlows,
  listedNames,
}: SolutionFacts): readonly Occurrence[] {
  return [
    ...(uniqueName !== undefined && uniqueNamePath
      ? [ofSolution('declaration', uniqueName, { path: uniqueNamePath })]
      : []),
    ...missingReferences.flatMap(inMissing),
    ...listedFlows.map(({ guid, path }) => ofFlow('use', guid, { path: [...path, '@id'] })),
    ...listedNames.map(({ of, name, path }) =>
      of === 'variable' ? ofVariable('use', name, path) : ofConnector('use', name, { path }),
    ),
  ];
}

function inMissing({
  logicalName,
  logicalNamePath,
  baseSolution,
  baseSolutionPath,
}: MissingReference): readonly Occurrence[] {
  return [
    ofReference('use', logicalName, { path: logicalNamePath }),
    ...(baseSolution !== undefined && baseSolutionPath
      ? [ofSolution('use', baseSolution, { path: baseSolutionPath, part: baseSolution })]
      : []),
  ];
}
