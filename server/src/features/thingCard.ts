/** What is known of connectors, connections, child flows, environments and environment variables: plain data. */
import { describeConnector, takesServicePrincipals, type Connector } from '../model/connectors';
import { connectorName, fold } from '../model/names';
import type { FilePlace } from '../model/place';
import { isConnector } from '../project/customConnectors';
import { declarationFor } from '../project/declared';
import type { ConnectorIn, Flow, SettingsFile, Snapshot, Solution } from '../project/snapshot';
import { environmentRows, type DeclaredIn, type EnvironmentRow } from './card';

export type ThingCard = ConnectorCard | ConnectionCard | FlowCard | EnvironmentCard | VariableCard;

export interface ConnectorCard {
  readonly kind: 'connector';
  readonly connector: Connector;
  /** Whether that is known for sure. */
  readonly takesServicePrincipals: boolean;
  /** The solutions that have it, where it is a custom connector. */
  readonly customIn: readonly DeclaredIn[];
  /** How many connection references are declared for it. */
  readonly references: number;
  /** How many flows use a connection of it without a reference. */
  readonly directFlows: number;
}

export interface ConnectionCard {
  readonly kind: 'connection';
  readonly id: string;
  /** More than one is a mistake, and worth seeing. */
  readonly connectors: readonly Connector[];
  readonly bound: readonly { readonly environment: string; readonly title: string; readonly at: FilePlace }[];
}

export interface FlowCard {
  readonly kind: 'flow';
  readonly name: string;
  readonly solution?: string;
  readonly at: FilePlace;
  /** `reference` is the title of the one that the key is bound to. */
  readonly connections: readonly { readonly key: string; readonly reference?: string }[];
}

export interface EnvironmentCard {
  readonly kind: 'environment';
  readonly name: string;
  readonly files: readonly FilePlace[];
  readonly solutions: readonly string[];
  readonly states: Readonly<Record<EnvironmentRow['state'], number>>;
}

export interface VariableCard {
  readonly kind: 'variable';
  readonly schemaName: string;
  readonly declaredIn: readonly DeclaredIn[];
  /** Whether a solution that has it brings neither a value nor a default. */
  readonly lacksValue: boolean;
  readonly environments: readonly {
    readonly environment: string;
    readonly isListed: boolean;
    readonly at: FilePlace;
  }[];
  readonly flows: number;
}

/** @param name `shared_office365`, or what follows `shared_` in files of custom connectors. */
export function connectorCard(snapshot: Snapshot, name: string): ConnectorCard {
  const custom = customConnectors(snapshot, name);
  const described = describeConnector(name);
  return {
    kind: 'connector',
    connector: custom[0] && described.tier === undefined ? { ...described, title: custom[0].title } : described,
    takesServicePrincipals: takesServicePrincipals(name),
    customIn: custom.map(({ solution, at }) => declaredIn(solution, at)),
    references: new Set(snapshot.declarationsFor(name).map(({ logicalName }) => fold(logicalName))).size,
    directFlows: snapshot.flows.filter(({ facts }) =>
      facts.entries.some(
        ({ connector, logicalName }) => logicalName === undefined && connector && fold(connector.name) === fold(name),
      ),
    ).length,
  };
}

/** @returns undefined for a connection that no settings file binds. */
export function connectionCard(snapshot: Snapshot, id: string): ConnectionCard | undefined {
  const bindings = snapshot.bindingsTo(id);
  if (bindings.length === 0) return undefined;
  const connectors = new Map<string, Connector>();
  const bound = bindings.map(({ binding, settings }) => {
    const declared = declarationFor(snapshot, settings.solutions[0], binding.logicalName);
    const connector = connectorName(binding.connectorId ?? '') ?? declared?.connector;
    if (connector !== undefined) connectors.set(fold(connector), describeConnector(connector));
    return {
      environment: settings.environment,
      title: declared?.title ?? binding.logicalName,
      at: { file: settings.file, place: { path: binding.logicalNamePath } },
    };
  });
  return { kind: 'connection', id, connectors: [...connectors.values()], bound };
}

/** @returns undefined for a flow that is not in the workspace. */
export function flowCard(snapshot: Snapshot, guid: string, from: Solution | undefined): FlowCard | undefined {
  const flow = snapshot.flowByGuid(guid, from);
  if (!flow) return undefined;
  return {
    kind: 'flow',
    name: flow.name,
    ...(flow.solution && { solution: flow.solution.name }),
    at: { file: flow.file, place: { span: { start: 0, end: 0 } } },
    connections: flow.facts.entries.map(({ key, logicalName }) => ({
      key,
      ...(logicalName !== undefined && { reference: titleIn(snapshot, flow, logicalName) }),
    })),
  };
}

/** @returns undefined where no settings file is for an environment of this name. */
export function environmentCard(snapshot: Snapshot, name: string): EnvironmentCard | undefined {
  const files = snapshot.settings.filter(({ environment }) => environment === name);
  if (files.length === 0) return undefined;
  const states = { bound: 0, token: 0, unbound: 0, missing: 0 };
  for (const logicalName of namesIn(files)) {
    for (const { at, state } of environmentRows(snapshot, logicalName)) {
      if (files.some(({ file }) => file === at.file)) states[state]++;
    }
  }
  return {
    kind: 'environment',
    name,
    files: files.map(({ file }) => ({ file, place: { span: { start: 0, end: 0 } } })),
    solutions: [...new Set(files.flatMap(({ solutions }) => solutions.map((solution) => solution.name)))],
    states,
  };
}

/** @returns undefined for a variable that no solution here has. */
export function variableCard(snapshot: Snapshot, schemaName: string): VariableCard | undefined {
  const isIt = (other: string): boolean => fold(other) === fold(schemaName);
  const owners = snapshot.solutions.flatMap((solution) =>
    solution.variables.flatMap((variable) => (isIt(variable.schemaName) ? [{ solution, variable }] : [])),
  );
  const [first] = owners;
  if (!first) return undefined;
  const environments = snapshot.settings.flatMap(
    ({ environment, file, facts, solutions }): VariableCard['environments'] => {
      const value = facts.variables.find((variable) => isIt(variable.schemaName));
      if (value) return [{ environment, isListed: true, at: { file, place: { path: value.path } } }];
      const isFor = owners.some(({ solution }) => solutions.includes(solution));
      return isFor ? [{ environment, isListed: false, at: { file, place: { span: { start: 0, end: 0 } } } }] : [];
    },
  );
  return {
    kind: 'variable',
    schemaName: first.variable.schemaName,
    declaredIn: owners.map(({ solution, variable }) => declaredIn(solution, variable.at)),
    lacksValue: owners.some(({ variable }) => !variable.hasValue),
    environments,
    flows: snapshot.flows.filter(({ facts }) => facts.variables.some(({ name }) => isIt(name))).length,
  };
}

function customConnectors(snapshot: Snapshot, name: string): readonly ConnectorIn[] {
  return snapshot.solutions
    .flatMap(({ connectors }) => connectors)
    .filter((candidate) => candidate.connector.name === name || isConnector(candidate, name));
}

function titleIn(snapshot: Snapshot, { solution }: Flow, logicalName: string): string {
  return declarationFor(snapshot, solution, logicalName)?.title ?? logicalName;
}

/** What the files name and what their solutions declare, each once. */
function namesIn(files: readonly SettingsFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ facts, solutions }) => [
      ...facts.bindings.map(({ logicalName }) => fold(logicalName)),
      ...solutions.flatMap(({ declarations }) => declarations.map(({ logicalName }) => fold(logicalName))),
    ]),
  );
}

function declaredIn({ name, version }: ConnectorIn['solution'], at: FilePlace): DeclaredIn {
  return { solution: name, ...(version !== undefined && { version }), at };
}
