/** What is known of a connection reference, for hovers and wherever else it is explained: plain data, no markup. */
import { compare } from '../base/compare';
import { Multimap } from '../base/multimap';
import { describeConnector, type Connector } from '../model/connectors';
import type { ConnectionEntry } from '../model/facts';
import { isPackagedFlow } from '../model/fileKind';
import { connectorName, fold, isToken } from '../model/names';
import type { FilePlace } from '../model/place';
import { declarationFor, givenBy } from '../project/declared';
import {
  stepsOf,
  type BindingIn,
  type Flow,
  type SettingsFile,
  type Snapshot,
  type Solution,
  type Use,
} from '../project/snapshot';

export type Card = ReferenceCard | DirectCard;

export interface ReferenceCard {
  readonly kind: 'reference';
  /** The display name; undefined when no solution of the workspace declares the reference, or it has none. */
  readonly title?: string;
  readonly logicalName: string;
  readonly connector?: Connector;
  readonly declaredIn: readonly DeclaredIn[];
  /** The base solution that gives it, where it is declared nowhere in the workspace. */
  readonly givenBy?: string;
  /** One row for each settings file that could bind it, by environment. */
  readonly environments: readonly EnvironmentRow[];
  readonly flows: number;
  readonly steps: number;
  readonly apps: number;
  readonly agents: number;
  /** Environment variables. */
  readonly variables: number;
  /** How many other references have the same connection, for each environment where any has. */
  readonly sameConnection: readonly { readonly environment: string; readonly references: number }[];
}

export interface DeclaredIn {
  readonly solution: string;
  readonly version?: string;
  readonly at: FilePlace;
}

export interface EnvironmentRow {
  readonly environment: string;
  readonly state: 'bound' | 'token' | 'unbound' | 'missing';
  /** The connection's id, or the token. */
  readonly connectionId?: string;
  /** The entry of the settings file; the file's start where it has none. */
  readonly at: FilePlace;
}

/** A key that uses a connection directly. */
export interface DirectCard {
  readonly kind: 'direct';
  readonly key: string;
  /** Undefined where the export left it out. */
  readonly connectionName?: string;
  readonly connector?: Connector;
  readonly steps: number;
  /** Whether the flow lies in a package, where it can hold no reference. */
  readonly isPackaged?: true;
}

/** @param solution where the name stands: its own declaration counts before that of another solution. */
export function referenceCard(snapshot: Snapshot, logicalName: string, solution: Solution | undefined): ReferenceCard {
  const declared = declarationFor(snapshot, solution, logicalName);
  const uses = snapshot.usesOf(logicalName);
  const flowUses = uses.filter((use) => use.by === 'flow');
  const base = solution && givenBy(solution, logicalName);
  const connector = declared?.connector ?? connectorOfUses(uses) ?? connectorOfBindings(snapshot, logicalName);
  const rows = environmentRows(snapshot, logicalName);
  const title = declared?.declaration.displayName;
  return {
    kind: 'reference',
    ...(title !== undefined && { title }),
    logicalName: declared?.logicalName ?? logicalName,
    ...(connector !== undefined && { connector: describeConnector(connector) }),
    declaredIn: snapshot.declarationsOf(logicalName).map(({ solution: { name, version }, at }) => ({
      solution: name,
      ...(version !== undefined && { version }),
      at,
    })),
    ...(base !== undefined && !declared && { givenBy: base }),
    environments: rows,
    flows: new Set(flowUses.map(({ flow }) => flow.file)).size,
    steps: flowUses.reduce((sum, { flow, entry }) => sum + stepsOf(flow, entry.key).length, 0),
    apps: uses.filter(({ by }) => by === 'app').length,
    agents: new Set(uses.flatMap((use) => (use.by === 'agent' ? [use.schemaName ?? use.name] : []))).size,
    variables: uses.filter(({ by }) => by === 'variable').length,
    sameConnection: sharedConnections(snapshot, logicalName, rows),
  };
}

export function directCard(flow: Flow, { key, connectionName, connector }: ConnectionEntry): DirectCard {
  return {
    kind: 'direct',
    key,
    ...(connectionName !== undefined && { connectionName }),
    ...(connector && { connector: describeConnector(connector.name) }),
    steps: stepsOf(flow, key).length,
    ...(isPackagedFlow(flow.file) && { isPackaged: true }),
  };
}

function connectorOfUses(uses: readonly Use[]): string | undefined {
  return uses
    .map((use) => (use.by === 'flow' ? use.entry.connector?.name : use.connector))
    .find((name) => name !== undefined);
}

function connectorOfBindings(snapshot: Snapshot, logicalName: string): string | undefined {
  const ids = snapshot.bindingsOf(logicalName).map(({ binding }) => binding.connectorId);
  return ids.flatMap((id) => (id === undefined ? [] : (connectorName(id) ?? [])))[0];
}

/** Every settings file that binds the reference, and every one of a solution that declares it and lacks it. */
export function environmentRows(snapshot: Snapshot, logicalName: string): EnvironmentRow[] {
  const bindings = snapshot.bindingsOf(logicalName);
  const boundIn = new Set(bindings.map(({ settings }) => settings));
  const owners = new Set(snapshot.declarationsOf(logicalName).map(({ solution }) => solution));
  const lacking = snapshot.settings.filter(
    (settings) => !boundIn.has(settings) && settings.solutions.some((solution) => owners.has(solution)),
  );
  return [...bindings.map(bindingRow), ...lacking.map(missingRow)].sort(
    (a, b) => compare(fold(a.environment), fold(b.environment)) || compare(a.at.file, b.at.file),
  );
}

function bindingRow({ binding, settings }: BindingIn): EnvironmentRow {
  const { environment, file } = settings;
  const { connectionId = '' } = binding;
  if (connectionId.trim() === '') {
    return { environment, state: 'unbound', at: { file, place: { path: binding.logicalNamePath } } };
  }
  const state = isToken(connectionId) ? 'token' : 'bound';
  return { environment, state, connectionId, at: { file, place: { path: binding.connectionIdPath } } };
}

function missingRow({ environment, file }: SettingsFile): EnvironmentRow {
  return { environment, state: 'missing', at: { file, place: { span: { start: 0, end: 0 } } } };
}

function sharedConnections(
  snapshot: Snapshot,
  logicalName: string,
  rows: readonly EnvironmentRow[],
): ReferenceCard['sameConnection'] {
  const own = new Multimap<string, string>();
  for (const { environment, state, connectionId } of rows) {
    if (state === 'bound' && connectionId !== undefined) own.add(environment, connectionId);
  }
  return [...own.entries()].flatMap(([environment, connections]) => {
    const others = snapshot.settings
      .filter((settings) => settings.environment === environment)
      .flatMap(({ facts }) => facts.bindings)
      .filter(({ connectionId }) => connectionId !== undefined && connections.includes(connectionId))
      .map((binding) => fold(binding.logicalName))
      .filter((name) => name !== fold(logicalName));
    const references = new Set(others).size;
    return references === 0 ? [] : [{ environment, references }];
  });
}
