/** Tells what a change left as it is, and leads to it. */
import { l10n, Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { LeftOver } from '../../../server/src/lsp/protocol';

export async function showLeftOvers(client: LanguageClient, message: string, left: readonly LeftOver[]): Promise<void> {
  const show = l10n.t('Show');
  const [only, ...others] = left;
  const text = only && others.length === 0 ? `${message} ${only.reason}` : message;
  if ((await window.showWarningMessage(text, show)) !== show) return;
  const chosen = others.length === 0 ? only : await choose(left);
  if (!chosen) return;
  const { uri, range } = client.protocol2CodeConverter.asLocation(chosen.location);
  await window.showTextDocument(uri, { selection: range });
}

async function choose(left: readonly LeftOver[]): Promise<LeftOver | undefined> {
  const items = left.map((one) => ({
    label: one.reason,
    description: workspace.asRelativePath(Uri.parse(one.location.uri)),
    one,
  }));
  const title = l10n.t('What stays as it is');
  return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.one;
}
