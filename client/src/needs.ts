/** What a flow or a solution needs in an environment, and the order of imports: Markdown to keep or to paste. */
import { commands, l10n, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  importOrderMethod,
  matrixMethod,
  needsMethod,
  type ImportOrderResult,
  type MatrixResult,
  type NeedsParams,
  type NeedsResult,
} from '../../server/src/lsp/protocol';

export function activateNeeds(context: ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    commands.registerCommand('connref.showNeeds', (argument: unknown) => showNeeds(client, argument)),
    commands.registerCommand('connref.showImportOrder', async () => {
      const { markdown } = await client.sendRequest<ImportOrderResult>(importOrderMethod);
      await showMarkdown(markdown);
    }),
  );
}

/** @param argument is a file where the command comes from a menu; else the editor counts. */
async function showNeeds(client: LanguageClient, argument: unknown): Promise<void> {
  const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
  const needs = uri && (await needsOf(client, uri));
  if (needs === 'given up') return;
  if (needs) await showMarkdown(needs.markdown);
  else void window.showInformationMessage(l10n.t('Open a flow or another file of a solution to see what it needs.'));
}

/** Of the flow; of the solution where the file is no flow. */
async function needsOf(client: LanguageClient, uri: Uri): Promise<NeedsResult | 'given up'> {
  const ask = (params: Omit<NeedsParams, 'uri'>): Promise<NeedsResult> =>
    client.sendRequest<NeedsResult>(needsMethod, { uri: client.code2ProtocolConverter.asUri(uri), ...params });
  const scope = (await ask({ scope: 'flow' })) ? 'flow' : 'solution';
  const anywhere = await ask({ scope });
  if (!anywhere) return null;
  const { environments } = await client.sendRequest<MatrixResult>(matrixMethod);
  if (environments.length === 0) return anywhere;
  const environment = await window.showQuickPick([...environments], { title: l10n.t('In which environment?') });
  return environment === undefined ? 'given up' : ask({ scope, environment });
}

async function showMarkdown(content: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}
