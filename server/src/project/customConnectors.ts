/** Which custom connector of the workspace a connection reference is for. */
import { readableName } from '../model/connectors';
import { fold } from '../model/names';
import type { ConnectorIn, DeclaredReference, Snapshot } from './snapshot';

/**
 * The reference names the connector's GUID; where that is another environment's, the names are compared: the id
 * `shared_contoso-5forders-5f7fc9343cf45734fe` and the file's `contoso_5Forders` both mean `contoso_orders`.
 */
export function findCustomConnector(
  snapshot: Snapshot,
  { declaration, connector }: DeclaredReference,
): ConnectorIn | undefined {
  const all = snapshot.solutions.flatMap(({ connectors }) => connectors);
  const guid = declaration.customConnectorGuid;
  return (
    all.find((candidate) => guid !== undefined && candidate.connector.guid === guid) ??
    (connector === undefined ? undefined : all.find((candidate) => isConnector(candidate, connector)))
  );
}

/** Whether an id such as `shared_contoso-5forders-5f7fc9343cf45734fe` is that of the custom connector, in any environment. */
export function isConnector({ connector }: ConnectorIn, name: string): boolean {
  // In files the publisher's prefix ends with `_5F`, where the id has `-5f`.
  return fold(readableName(connector.name.replace('_5F', '-5f'))) === fold(readableName(name));
}
