/** Which custom connector of the workspace a connection reference is for. */
import { describeConnector, isKnownConnector, readableName } from '../model/connectors';
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
  const guid = declaration.customConnectorGuid;
  return (
    allConnectors(snapshot).find((candidate) => guid !== undefined && candidate.connector.guid === guid) ??
    (connector === undefined ? undefined : findByName(snapshot, connector))
  );
}

/** The GUID of a custom connector in this workspace, as a file of its own or another reference tells it. */
export function customConnectorGuid(snapshot: Snapshot, connector: string): string | undefined {
  const declared = snapshot.declarationsFor(connector).map(({ declaration }) => declaration.customConnectorGuid);
  const known = declared.find((guid) => guid !== undefined);
  if (known !== undefined || isKnownConnector(connector)) return known;
  return findByName(snapshot, connector)?.connector.guid;
}

/** Whether a connector was made by somebody: its id ends in a hash that its environment gave it. */
export function isCustomConnector(connector: string): boolean {
  return /-5f[0-9a-f]{16}$/i.test(connector);
}

/** The title of a connector, of a custom one as the workspace tells it. */
export function connectorTitle(snapshot: Snapshot, connector: string): string {
  const { title } = describeConnector(connector);
  return isKnownConnector(connector) ? title : (findByName(snapshot, connector)?.title ?? title);
}

/**
 * Gives a function for one snapshot that gives the same text for all names of one connector: its file's, its ids in
 * several environments, and with or without `shared_`.
 */
export function connectorIdentity(snapshot: Snapshot): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const found = known.get(name) ?? identify(snapshot, name);
    known.set(name, found);
    return found;
  };
}

function identify(snapshot: Snapshot, name: string): string {
  const custom =
    findByName(snapshot, name) ??
    snapshot.declarationsFor(name).flatMap((declared) => findCustomConnector(snapshot, declared) ?? [])[0];
  return custom ? meaning(custom.connector.name) : fold(name).replace(/^shared_/, '');
}

function findByName(snapshot: Snapshot, name: string): ConnectorIn | undefined {
  return allConnectors(snapshot).find((candidate) => isConnector(candidate, name));
}

/** Whether an id such as `shared_contoso-5forders-5f7fc9343cf45734fe` is that of the custom connector, in any environment. */
export function isConnector({ connector }: ConnectorIn, name: string): boolean {
  return meaning(connector.name) === meaning(name);
}

function allConnectors({ solutions }: Snapshot): readonly ConnectorIn[] {
  return solutions.flatMap(({ connectors }) => connectors);
}

/** A connector's file writes underscores as `_5F`, and everything else as ids do. */
function meaning(name: string): string {
  return fold(readableName(/^shared_/i.test(name) ? name : name.replace(/_5f/gi, '-5f')));
}
