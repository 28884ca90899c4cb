/**
 * What flows need in an environment: the connections that whoever turns them on must own or be given, and those that
 * their callers bring.
 */
import { compare } from '../base/compare';
import { Multimap } from '../base/multimap';
import { describeConnector, type Connector } from '../model/connectors';
import type { ConnectionEntry } from '../model/facts';
import { fold } from '../model/names';
import { runtimeSourceOf, type RuntimeSource } from '../model/runtimeSource';
import { declarationFor } from '../project/declared';
import { connectorTitle } from '../project/customConnectors';
import type { Flow, Snapshot } from '../project/snapshot';
import { environmentRows, type EnvironmentRow } from './card';

export interface Needs {
  /** Undefined when it is about no environment in particular. */
  readonly environment?: string;
  /** Names of the flows that it is about, those that they call not among them. */
  readonly flows: readonly string[];
  /** By connector and reference. */
  readonly connections: readonly NeededConnection[];
  /** Calls of flows that have no file here, so that their needs are not known. */
  readonly unknownFlows: readonly UnknownFlow[];
}

export interface NeededConnection {
  /** Undefined where neither the flow nor a declaration tells it. */
  readonly connector?: Connector;
  /** Undefined for a connection that is used directly. */
  readonly reference?: { readonly logicalName: string; readonly title: string };
  /** Whose connection the steps run with: the flow's own, or that of whoever calls it. */
  readonly runsWith: RuntimeSource;
  /** Undefined when it is about no environment. */
  readonly binding?: NeededBinding;
  readonly neededBy: readonly NeedingFlow[];
}

/** `direct`: the flow names its connection itself, or the export left the name out. */
export interface NeededBinding {
  readonly state: EnvironmentRow['state'] | 'direct' | 'no-settings';
  /** Ids or tokens; several where settings files disagree. */
  readonly values: readonly string[];
}

export interface NeedingFlow {
  readonly name: string;
  /** The flow that calls it, where it is only needed for that. */
  readonly calledBy?: string;
}

export interface UnknownFlow {
  readonly guid: string;
  /** The step that calls it. */
  readonly step: string;
  readonly calledBy: string;
}

/** @param environment is compared without case. */
export function findNeeds(snapshot: Snapshot, flows: readonly Flow[], environment?: string): Needs {
  const { reached, unknownFlows } = followCalls(snapshot, flows);
  const uses = new Multimap<string, Use>();
  for (const [flow, calledBy] of reached) {
    for (const entry of flow.facts.entries) {
      uses.add(identityOf(flow, entry), { flow, entry, calledBy });
    }
  }
  const connections = [...uses.values()].flatMap((same) => {
    const [first] = same;
    return first ? [describe(snapshot, first, same, environment)] : [];
  });
  return {
    ...(environment !== undefined && { environment }),
    flows: flows.map(({ name }) => name),
    connections: connections.sort((a, b) => compare(sortKey(a), sortKey(b))),
    unknownFlows,
  };
}

interface Use {
  readonly flow: Flow;
  readonly entry: ConnectionEntry;
  readonly calledBy: Flow | undefined;
}

/** The flows and all that they call, each with the first flow that calls it; undefined for those it began with. */
function followCalls(
  snapshot: Snapshot,
  flows: readonly Flow[],
): { readonly reached: ReadonlyMap<Flow, Flow | undefined>; readonly unknownFlows: readonly UnknownFlow[] } {
  const reached = new Map<Flow, Flow | undefined>(flows.map((flow) => [flow, undefined]));
  const unknownFlows = new Map<string, UnknownFlow>();
  // Grows while it is walked through: a map gives what is added, too.
  for (const flow of reached.keys()) {
    for (const { childFlow, name } of flow.facts.steps) {
      if (childFlow === undefined) continue;
      const child = snapshot.flowByGuid(childFlow, flow.solution);
      if (child && !reached.has(child)) reached.set(child, flow);
      const id = `${flow.file}\n${fold(childFlow)}`;
      if (!child && !snapshot.hasWorkflow(childFlow) && !unknownFlows.has(id)) {
        unknownFlows.set(id, { guid: childFlow, step: name, calledBy: flow.name });
      }
    }
  }
  return { reached, unknownFlows: [...unknownFlows.values()] };
}

/** One reference is one connection, however many flows and keys use it. */
function identityOf(flow: Flow, entry: ConnectionEntry): string {
  const { logicalName, key, connectionName, connector } = entry;
  const runs = runtimeSourceOf(entry);
  if (logicalName !== undefined) return `${runs} reference ${fold(logicalName)}`;
  return connectionName === undefined
    ? `${runs} key ${flow.file} ${key}`
    : `${runs} connection ${fold(connector?.name ?? '')} ${fold(connectionName)}`;
}

function describe(
  snapshot: Snapshot,
  { flow, entry }: Use,
  uses: readonly Use[],
  environment: string | undefined,
): NeededConnection {
  const { logicalName, connectionName } = entry;
  const declared = logicalName === undefined ? undefined : declarationFor(snapshot, flow.solution, logicalName);
  const connector = declared?.connector ?? entry.connector?.name;
  const needing = new Map(uses.map((use) => [use.flow, use.calledBy]));
  return {
    ...(connector !== undefined && {
      connector: { ...describeConnector(connector), title: connectorTitle(snapshot, connector) },
    }),
    ...(logicalName !== undefined && {
      reference: { logicalName: declared?.logicalName ?? logicalName, title: declared?.title ?? logicalName },
    }),
    runsWith: runtimeSourceOf(entry),
    ...(logicalName === undefined
      ? { binding: { state: 'direct', values: connectionName === undefined ? [] : [connectionName] } }
      : environment !== undefined && { binding: bindingOf(snapshot, logicalName, environment) }),
    neededBy: [...needing].map(([{ name }, calledBy]) => ({ name, ...(calledBy && { calledBy: calledBy.name }) })),
  };
}

function bindingOf(snapshot: Snapshot, logicalName: string, environment: string): NeededBinding {
  const all = environmentRows(snapshot, logicalName).filter((row) => fold(row.environment) === fold(environment));
  const named = all.filter(({ state }) => state !== 'missing');
  const values = [...new Set(named.flatMap(({ connectionId }) => connectionId ?? []))];
  const state = (named.find((row) => row.state !== 'unbound') ?? named[0] ?? all[0])?.state ?? 'no-settings';
  return { state, values };
}

function sortKey({ connector, reference, neededBy }: NeededConnection): string {
  return fold([connector?.title, reference?.title, neededBy[0]?.name].join('\n'));
}
