/** The environment matrix: which connection each connection reference has in each environment, and where it has none. */
import { compare } from '../base/compare';
import { Multimap } from '../base/multimap';
import { otherConnectorOf } from '../model/connection';
import { describeConnector } from '../model/connectors';
import type { Binding } from '../model/facts';
import { fold, isToken } from '../model/names';
import type { FilePlace } from '../model/place';
import { declarationFor } from '../project/declared';
import { connectorMismatches, unknownBindings } from '../project/settingsGaps';
import type { Snapshot } from '../project/snapshot';
import { environmentRows, referenceCard, type EnvironmentRow } from './card';
import type { CellMark, CellState, Matrix, MatrixCell, MatrixRow } from './matrixModel';

export function buildMatrix(snapshot: Snapshot): Matrix {
  const environments = environmentsOf(snapshot);
  const doubts = new Doubts(snapshot);
  const rows = [...snapshot.names].flatMap((name) => {
    const found = environmentRows(snapshot, name);
    const isConcerned = found.length > 0 || snapshot.declarationsOf(name).length > 0;
    return isConcerned ? [rowOf(snapshot, name, found, environments, doubts)] : [];
  });
  return {
    environments,
    rows: rows.sort(
      (a, b) => compare(fold(a.title), fold(b.title)) || compare(fold(a.logicalName), fold(b.logicalName)),
    ),
    solutions: [...new Set(rows.flatMap(({ solutions }) => solutions))].sort(compare),
  };
}

/** Names of the environments, each once, as the first of their settings files has it. */
export function environmentsOf({ settings }: Snapshot): string[] {
  const names = new Map<string, string>();
  for (const { environment } of settings) {
    if (!names.has(fold(environment))) names.set(fold(environment), environment);
  }
  return [...names.values()].sort((a, b) => compare(fold(a), fold(b)));
}

/**
 * Where a row or a cell stands: the declaration, or the entry of the settings file.
 * @param environment undefined for the row.
 */
export function matrixPlace(snapshot: Snapshot, logicalName: string, environment?: string): FilePlace | undefined {
  if (environment === undefined) {
    const declared = declarationFor(snapshot, undefined, logicalName);
    return declared?.at ?? environmentRows(snapshot, logicalName)[0]?.at;
  }
  const found = environmentRows(snapshot, logicalName).filter((row) => fold(row.environment) === fold(environment));
  return (found.find(({ state }) => state !== 'missing') ?? found[0])?.at;
}

function rowOf(
  snapshot: Snapshot,
  name: string,
  found: readonly EnvironmentRow[],
  environments: readonly string[],
  doubts: Doubts,
): MatrixRow {
  const { logicalName, title, connector } = referenceCard(snapshot, name, undefined);
  const declarations = snapshot.declarationsOf(name);
  const written = declarations.length > 0 ? logicalName : (snapshot.bindingsOf(name)[0]?.binding.logicalName ?? name);
  return {
    logicalName: written,
    title: title ?? written,
    ...(connector && { connector }),
    solutions: [...new Set(declarations.map(({ solution }) => solution.name))],
    cells: environments.map((environment) => {
      const own = found.filter((row) => fold(row.environment) === fold(environment));
      return cellOf(snapshot, written, connector?.name, environment, own, doubts);
    }),
  };
}

function cellOf(
  snapshot: Snapshot,
  logicalName: string,
  connector: string | undefined,
  environment: string,
  rows: readonly EnvironmentRow[],
  doubts: Doubts,
): MatrixCell {
  const values = [...new Set(rows.flatMap(({ connectionId }) => connectionId ?? []))];
  const bindings = snapshot
    .bindingsOf(logicalName)
    .filter(({ settings }) => fold(settings.environment) === fold(environment))
    .map(({ binding }) => binding);
  const isStale = bindings.length > 0 && bindings.every((binding) => doubts.isStale(binding));
  const marks: CellMark[] = [];
  const others = values
    .filter((value) => !isToken(value))
    .flatMap((value) => otherEnvironments(snapshot, value, environment));
  if (others.length > 0) marks.push({ kind: 'same-connection', environments: [...new Set(others)].sort(compare) });
  const other = doubts.otherConnector(bindings) ?? titleOfOther(values, connector);
  if (other !== undefined) marks.push({ kind: 'other-connector', connector: other });
  if (values.length > 1) marks.push({ kind: 'disagreement' });
  return { state: isStale ? 'stale' : worstOf(rows), values, marks };
}

/** What somebody has to do something about counts first. */
const order: readonly CellState[] = ['unbound', 'missing', 'token', 'bound'];

function worstOf(rows: readonly EnvironmentRow[]): CellState {
  const isNamed = rows.some(({ state }) => state !== 'missing');
  // One file of an environment is enough: that another one of the same solution lacks the entry does no harm.
  const counting = isNamed ? rows.filter(({ state }) => state !== 'missing') : rows;
  return order.find((state) => counting.some((row) => row.state === state)) ?? 'none';
}

function otherEnvironments(snapshot: Snapshot, connectionId: string, environment: string): string[] {
  return snapshot
    .bindingsTo(connectionId)
    .map(({ settings }) => settings.environment)
    .filter((other) => fold(other) !== fold(environment));
}

/** The connector that an id begins with, where that is surely not the reference's. */
function titleOfOther(values: readonly string[], connector: string | undefined): string | undefined {
  if (connector === undefined) return undefined;
  return values.map((value) => otherConnectorOf(value, connector)).find((named) => named !== undefined);
}

/** What is known of all entries of settings files together. */
class Doubts {
  readonly #stale = new Set<Binding>();
  readonly #connectors = new Multimap<Binding, string>();

  constructor(snapshot: Snapshot) {
    for (const settings of snapshot.settings) {
      for (const binding of unknownBindings(snapshot, settings)) this.#stale.add(binding);
      for (const { binding, given } of connectorMismatches(snapshot, settings)) {
        this.#connectors.add(binding, describeConnector(given).title);
      }
    }
  }

  isStale(binding: Binding): boolean {
    return this.#stale.has(binding);
  }

  otherConnector(bindings: readonly Binding[]): string | undefined {
    return bindings.flatMap((binding) => this.#connectors.get(binding))[0];
  }
}
