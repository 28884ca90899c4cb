/** The commands that show the graph: of the workspace, of a solution, and around what stands somewhere. */
import { commands, l10n, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { graphMethod, type GraphAtResult, type GraphResult, type TreeNode } from '../../../server/src/lsp/protocol';
import type { GraphApi } from '../api';
import { graphAt, GraphPanel } from './panel';

export function activateGraph(context: ExtensionContext, client: LanguageClient): GraphApi {
  const panel = new GraphPanel(context, client);
  context.subscriptions.push(
    commands.registerCommand('connref.showGraph', () => panel.show({ kind: 'workspace' })),
    commands.registerCommand('connref.showGraphOfSolution', async (argument: unknown) => {
      const id = (await placeOf(client, argument))?.solution ?? (await chooseSolution(client));
      if (id !== undefined) await panel.show({ kind: 'solution', id });
    }),
    commands.registerCommand('connref.showGraphAround', async (argument: unknown) => {
      const id = (await placeOf(client, argument))?.node;
      if (id !== undefined) await panel.show({ kind: 'around', id });
      else void window.showInformationMessage(l10n.t('The graph has nothing that stands here.'));
    }),
  );
  return { shownNodes: () => panel.shownNodes, receive: (message) => panel.receive(message) };
}

/** @param argument is a node of the tree or a file, where the command comes from a menu; else the cursor counts. */
async function placeOf(client: LanguageClient, argument: unknown): Promise<GraphAtResult | undefined> {
  if (isElement(argument)) return placeOfNode(client, argument.node);
  if (argument instanceof Uri) {
    const document = await workspace.openTextDocument(argument);
    return graphAt(client, document, document.positionAt(0));
  }
  const editor = window.activeTextEditor;
  return editor && graphAt(client, editor.document, editor.selection.active);
}

async function placeOfNode(client: LanguageClient, { id, location }: TreeNode): Promise<GraphAtResult> {
  // A connector stands in no file, and has the same name in the tree and in the graph.
  const connector = /(?:^|\/)(connector:[^/]*)$/.exec(id)?.[1];
  if (connector !== undefined) return { node: connector };
  if (!location) return {};
  const { uri, range } = client.protocol2CodeConverter.asLocation(location);
  return graphAt(client, await workspace.openTextDocument(uri), range.start);
}

function isElement(argument: unknown): argument is { readonly node: TreeNode } {
  return typeof argument === 'object' && argument !== null && 'node' in argument;
}

async function chooseSolution(client: LanguageClient): Promise<string | undefined> {
  const { solutions } = await client.sendRequest<GraphResult>(graphMethod, {});
  if (solutions.length === 1) return solutions[0]?.id;
  const items = solutions.map(({ id, name }) => ({ label: name, description: id, id }));
  return (await window.showQuickPick(items, { title: l10n.t('Graph of which solution?') }))?.id;
}
