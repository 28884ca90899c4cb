/** Commands that fix many findings at once. The server finds the edits; here they are made. */
import { commands, l10n, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { fixAllMethod, type FixAllParams, type FixAllResult } from '../../server/src/lsp/protocol';

type FixAllCommand = Pick<FixAllParams, 'group' | 'scope'>;

const fixAllCommands: Readonly<Record<string, FixAllCommand>> = {
  'connref.removeConnectionsInFile': { group: 'remove-connections', scope: 'flow' },
  'connref.removeConnectionsInSolution': { group: 'remove-connections', scope: 'solution' },
  'connref.removeConnectionsInWorkspace': { group: 'remove-connections', scope: 'workspace' },
};

export function activateFixAll({ subscriptions }: ExtensionContext, client: LanguageClient): void {
  for (const [id, command] of Object.entries(fixAllCommands)) {
    subscriptions.push(commands.registerCommand(id, (argument: unknown) => fixAll(client, command, argument)));
  }
}

/** @param argument is the file, where the command comes from a menu. */
async function fixAll(client: LanguageClient, command: FixAllCommand, argument: unknown): Promise<void> {
  const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
  if (command.scope !== 'workspace' && !uri) {
    void window.showInformationMessage(l10n.t('Open a flow first.'));
    return;
  }
  const params: FixAllParams = { ...command, ...(uri && { uri: client.code2ProtocolConverter.asUri(uri) }) };
  const result = await client.sendRequest<FixAllResult>(fixAllMethod, params);
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result);
  if (!edit) {
    void window.showInformationMessage(l10n.t('There is nothing to change.'));
    return;
  }
  // As a refactoring, files that no editor shows are saved instead of being opened one by one.
  await workspace.applyEdit(edit, { isRefactoring: command.scope !== 'flow' });
}
