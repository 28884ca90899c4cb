/** Keeps findings from being told: asks why, and makes the edit that the server finds. */
import { commands, l10n, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { suppressMethod, type SuppressParams, type SuppressResult } from '../../server/src/lsp/protocol';

export const suppressCommand = 'connref.suppress';

export function activateSuppress({ subscriptions }: ExtensionContext, client: LanguageClient): void {
  subscriptions.push(
    commands.registerCommand(suppressCommand, (argument: SuppressParams) => suppress(client, argument)),
  );
}

async function suppress(client: LanguageClient, params: SuppressParams): Promise<void> {
  const reason = params.reason ?? (params.scope === 'rule' ? '' : await askReason(params.rule));
  if (reason === undefined) return;
  const result = await client.sendRequest<SuppressResult>(suppressMethod, { ...params, reason });
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  if (!edit) {
    void window.showWarningMessage(result.message ?? l10n.t('There is nothing to change.'));
    return;
  }
  // As a refactoring, a configuration that no editor shows is saved instead of being opened.
  await workspace.applyEdit(edit, { isRefactoring: params.scope !== 'comment' });
  if (result.createdUri !== undefined) await window.showTextDocument(Uri.parse(result.createdUri));
}

/** Undefined when the user has thought better of it. */
async function askReason(rule: string): Promise<string | undefined> {
  const reason = await window.showInputBox({
    title: l10n.t("Suppress '{0}'", rule),
    prompt: l10n.t('Why is this as it should be? The reason is kept beside the suppression.'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('A reason helps those who read this later.') : undefined),
  });
  return reason?.trim();
}
