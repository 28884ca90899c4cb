import type { ConnectionEntry, Step } from '../model/facts';
import { connectorPlace, type Place } from '../model/place';
import { entryPath, logicalNamePath, type Flow } from './snapshot';
import { apiIdPlace, childFlowPlace, stepKeyPlace } from './stepPlaces';
import { ofConnector, ofConnectorId, ofFlow, ofReference, ofVariable, type Occurrence } from './occurrence';

/** What stands in a flow's definition; but for keys in expressions, which are no facts. */
export function occurrencesInFlow(flow: Flow): readonly Occurrence[] {
  const { entries, steps, variables } = flow.facts;
  const known = new Map(entries.map((entry) => [entry.key, entry]));
  return [
    // The flow itself stands for nothing but its file: what it does begins here.
    ...(flow.guid === undefined
      ? []
      : [ofFlow('declaration', flow.guid, { path: definitionPath, onKey: true }, definitionPath.at(-1))]),
    ...entries.flatMap((entry) => inEntry(flow, entry)),
    ...steps.flatMap((step) => inStep(flow, step, known)),
    ...variables.map(({ name, path }) => ofVariable('use', name, path)),
  ];
}

const definitionPath: readonly string[] = ['properties', 'definition'];

function inEntry(flow: Flow, entry: ConnectionEntry): readonly Occurrence[] {
  const { key, logicalName, connector, connectionName, connectionPath } = entry;
  return [
    ofKey('declaration', flow, key, entry, { path: entryPath(key), onKey: true }),
    ...(logicalName === undefined ? [] : [ofReference('use', logicalName, { path: logicalNamePath(key) })]),
    ...(connector
      ? [ofConnector('use', connector.name, connectorPlace(connector.path, connector.id ?? connector.name))]
      : []),
    ...(connectionName !== undefined && connectionPath ? [ofDirectConnection(connectionName, connectionPath)] : []),
  ];
}

function inStep(flow: Flow, step: Step, known: ReadonlyMap<string, ConnectionEntry>): readonly Occurrence[] {
  const { key, childFlow, apiId } = step;
  return [
    ...(key ? [ofKey('use', flow, key.name, known.get(key.name), stepKeyPlace(step))] : []),
    ...(childFlow === undefined ? [] : [ofFlow('use', childFlow, childFlowPlace(step))]),
    ...ofConnectorId(apiId, apiIdPlace(step).path),
  ];
}

export function ofKey(
  role: Occurrence['role'],
  flow: Flow,
  key: string,
  entry: ConnectionEntry | undefined,
  place: Place,
): Occurrence {
  return { subject: { kind: 'key', flow, key, ...(entry && { entry }) }, place, role, name: key };
}

function ofDirectConnection(connectionId: string, path: readonly (string | number)[]): Occurrence {
  return {
    subject: { kind: 'connection', connectionId },
    place: { path, part: connectionId },
    role: 'use',
    name: connectionId,
  };
}
