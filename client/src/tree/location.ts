/** Where a node of the tree stands. It is asked for when somebody wants to go there: text moves, and finding it takes time. */
import type { Location } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  treeLocationMethod,
  type TreeLocationParams,
  type TreeLocationResult,
  type TreeNode,
} from '../../../server/src/lsp/protocol';

/** @returns undefined where it stands in no file, or is gone. */
export async function locationOf(client: LanguageClient, { id, uri }: TreeNode): Promise<Location | undefined> {
  if (uri === undefined) return undefined;
  const location = await client.sendRequest<TreeLocationResult>(treeLocationMethod, {
    id,
  } satisfies TreeLocationParams);
  return location ? client.protocol2CodeConverter.asLocation(location) : undefined;
}
