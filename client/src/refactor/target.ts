/** What a command is about: the node of the tree, the light bulb's entry or the place in the editor that it comes from. */
import { Uri, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  targetMethod,
  type Target,
  type TargetParams,
  type TargetResult,
  type TreeNode,
} from '../../../server/src/lsp/protocol';

/** @param argument as VS Code or somebody else's keybinding gives it. */
export async function targetOf(client: LanguageClient, argument: unknown): Promise<Target> {
  if (argument instanceof Uri) return { file: client.code2ProtocolConverter.asUri(argument) };
  if (typeof argument !== 'object' || argument === null) return targetAtCursor(client);
  if ('node' in argument) return (argument as { readonly node: TreeNode }).node.about ?? {};
  return argument;
}

export async function targetAtCursor(client: LanguageClient): Promise<Target> {
  const editor = window.activeTextEditor;
  if (!editor) return {};
  const params: TargetParams = {
    uri: client.code2ProtocolConverter.asUri(editor.document.uri),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  };
  return client.sendRequest<TargetResult>(targetMethod, params);
}
