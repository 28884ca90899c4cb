/** Which solutions bring the custom connectors that others use. */
import { isKnownConnector } from '../model/connectors';
import { fold } from '../model/names';
import { connectorTitle, isConnector } from './customConnectors';
import type { Snapshot, Solution } from './snapshot';

/** Connectors that a solution's references, flows and apps are for, except those of the catalogue. */
export function allConnectorNames({ declarations, flows, connectorsOfApps }: Solution): string[] {
  const names = [
    ...declarations.flatMap(({ connector }) => connector ?? []),
    ...flows.flatMap(({ facts }) => facts.entries.flatMap(({ connector }) => connector?.name ?? [])),
    ...connectorsOfApps,
  ];
  const distinct = new Map(names.map((name) => [fold(name), name]));
  return [...distinct.values()].filter((name) => !isKnownConnector(name));
}

/** None where no solution of the workspace has the connector. */
export function findConnectorOwners(
  snapshot: Snapshot,
  connector: string,
): { readonly owners: readonly Solution[]; readonly title: string } {
  const found = snapshot.solutions.flatMap(({ connectors }) => connectors).filter((own) => isConnector(own, connector));
  return {
    owners: [...new Set(found.map(({ solution }) => solution))],
    title: connectorTitle(snapshot, connector),
  };
}
