/** What a flow or a solution needs in an environment, and the order of imports: pages to read, or to copy into a ticket. */
import { commands, l10n, Uri, window, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  matrixMethod,
  needsMethod,
  type MatrixResult,
  type NeedsParams,
  type NeedsResult,
} from '../../server/src/lsp/protocol';
import { showPage } from './pages';

export function activateNeeds(context: ExtensionContext, client: LanguageClient): void {
  context.subscriptions.push(
    commands.registerCommand('connref.showNeeds', (argument: unknown) => showNeeds(client, argument)),
    commands.registerCommand('connref.showImportOrder', () =>
      showPage({ kind: 'importOrder' }, l10n.t('Order of imports')),
    ),
  );
}

/** @param argument is a file where the command comes from a menu; else the editor counts. */
async function showNeeds(client: LanguageClient, argument: unknown): Promise<void> {
  const file = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
  const uri = file && client.code2ProtocolConverter.asUri(file);
  const scope = uri === undefined ? undefined : await scopeOf(client, uri);
  if (uri === undefined || scope === undefined) {
    void window.showInformationMessage(l10n.t('Open a flow or another file of a solution to see what it needs.'));
    return;
  }
  const { environments } = await client.sendRequest<MatrixResult>(matrixMethod);
  const environment =
    environments.length === 0
      ? undefined
      : await window.showQuickPick([...environments], { title: l10n.t('In which environment?') });
  if (environments.length > 0 && environment === undefined) return;
  const params: NeedsParams = { uri, scope, ...(environment !== undefined && { environment }) };
  const needs = await client.sendRequest<NeedsResult>(needsMethod, params);
  if (needs) await showPage({ kind: 'needs', ...params }, needs.title);
}

/** The solution where the file is no flow; undefined where it is of none. */
async function scopeOf(client: LanguageClient, uri: string): Promise<NeedsParams['scope'] | undefined> {
  for (const scope of ['flow', 'solution'] as const) {
    if (await client.sendRequest<NeedsResult>(needsMethod, { uri, scope } satisfies NeedsParams)) return scope;
  }
  return undefined;
}
