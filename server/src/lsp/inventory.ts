/** What the dialogs of the editor need to know before they ask: what there is, what stands at the cursor, which names do. */
import { takeInventory, type Inventory } from '../features/inventory';
import { judgeNames } from '../features/referenceNames';
import { targetAt } from '../features/target';
import { answer } from './answer';
import { mapFiles } from './fileProperties';
import {
  inventoryMethod,
  namesMethod,
  targetMethod,
  type InventoryParams,
  type InventoryResult,
  type NamesParams,
  type NamesResult,
  type TargetParams,
  type TargetResult,
} from './protocol';
import type { Session } from './session';

const nothing: Inventory = { solutions: [], connectors: [], references: [], settings: [] };

export function registerInventory(session: Session): void {
  const { connection, convert, workspace, l10n } = session;
  const withUris = <T>(data: T): T => mapFiles(data, (file) => convert.uri(file));
  connection.onRequest(
    inventoryMethod,
    answer<InventoryParams, InventoryResult>(session, inventoryMethod, nothing, ({ uri }) =>
      withUris(takeInventory(workspace.snapshot, l10n, uri === undefined ? undefined : convert.file(uri))),
    ),
  );
  connection.onRequest(
    targetMethod,
    answer<TargetParams, TargetResult>(session, targetMethod, {}, ({ uri, position }) => {
      const file = convert.file(uri);
      const offset = convert.offset(file, position);
      return withUris(offset === undefined ? {} : targetAt(workspace.snapshot, workspace.documents, file, offset));
    }),
  );
  connection.onRequest(
    namesMethod,
    answer<NamesParams, NamesResult>(session, namesMethod, {}, (typed) =>
      judgeNames(
        workspace.snapshot,
        mapFiles(typed, (uri) => convert.file(uri)),
      ),
    ),
  );
}
