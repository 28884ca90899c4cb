/** Which references each connector of the workspace has, and which flows use a connection of it directly. */
import { connectorName, fold } from '../model/names';
import type { Flow, Snapshot } from '../project/snapshot';

export interface ConnectorUse {
  /** As first written; empty for references and entries of which nobody says the connector. */
  readonly name: string;
  /** Folded logical names → as first written. */
  readonly references: Map<string, string>;
  readonly direct: { readonly flow: Flow; readonly key: string }[];
}

export function collectConnectors(snapshot: Snapshot): ConnectorUse[] {
  const connectors = new Map<string, ConnectorUse>();
  const connectorOf = (name: string): ConnectorUse => {
    const known = connectors.get(fold(name)) ?? { name, references: new Map<string, string>(), direct: [] };
    connectors.set(fold(name), known);
    return known;
  };
  const addReference = (connector: string | undefined, logicalName: string): void => {
    const { references } = connectorOf(connector ?? '');
    if (!references.has(fold(logicalName))) references.set(fold(logicalName), logicalName);
  };
  for (const { declarations } of snapshot.solutions) {
    for (const { connector, logicalName } of declarations) addReference(connector, logicalName);
  }
  for (const flow of snapshot.flows) {
    for (const { key, connector, logicalName } of flow.facts.entries) {
      if (logicalName === undefined) connectorOf(connector?.name ?? '').direct.push({ flow, key });
      else if (snapshot.declarationsOf(logicalName).length === 0) addReference(connector?.name, logicalName);
    }
  }
  for (const name of snapshot.names) {
    if (snapshot.declarationsOf(name).length > 0) continue;
    for (const use of snapshot.usesOf(name)) {
      if (use.by !== 'flow' && use.connector !== undefined) addReference(use.connector, use.logicalName);
    }
  }
  for (const { facts } of snapshot.settings) {
    for (const { logicalName, connectorId } of facts.bindings) {
      const isKnown = snapshot.declarationsOf(logicalName).length > 0 || snapshot.usesOf(logicalName).length > 0;
      if (!isKnown) addReference(connectorId === undefined ? undefined : connectorName(connectorId), logicalName);
    }
  }
  return [...connectors.values()];
}
