import type { Facts } from '../model/facts';
import { connectorName } from '../model/names';
import type { FileId, Place } from '../model/place';
import type { Snapshot } from '../project/snapshot';

/** Every connector that a flow's entries or a solution's declarations name, and where. */
export function connectorPlaces(
  snapshot: Snapshot,
  file: FileId,
  facts: Facts,
): readonly { readonly connector: string; readonly place: Place }[] {
  if (facts.kind === 'customizations') {
    return facts.declarations.flatMap(({ connectorId, connectorIdPath }) => {
      const connector = connectorId === undefined ? undefined : connectorName(connectorId);
      return connector === undefined || !connectorIdPath ? [] : [{ connector, place: { path: connectorIdPath } }];
    });
  }
  const entries = snapshot.flowAt(file)?.facts.entries ?? [];
  return entries.flatMap(({ connector }) =>
    connector ? [{ connector: connector.name, place: { path: connector.path } }] : [],
  );
}
