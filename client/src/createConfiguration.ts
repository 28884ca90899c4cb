/** Writes a first configuration for a folder, or shows the one that is there. */
import { commands, l10n, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  createConfigurationMethod,
  type CreateConfigurationParams,
  type CreateConfigurationResult,
} from '../../server/src/lsp/protocol';

export function activateCreateConfiguration({ subscriptions }: ExtensionContext, client: LanguageClient): void {
  subscriptions.push(commands.registerCommand('connref.createConfiguration', () => createConfiguration(client)));
}

async function createConfiguration(client: LanguageClient): Promise<void> {
  const folder = await chooseFolder();
  if (!folder) return;
  const params: CreateConfigurationParams = { folderUri: client.code2ProtocolConverter.asUri(folder) };
  const result = await client.sendRequest<CreateConfigurationResult | null>(createConfigurationMethod, params);
  if (!result) return;
  const uri = Uri.parse(result.uri);
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  // As a refactoring, the new file is saved.
  if (edit) await workspace.applyEdit(edit, { isRefactoring: true });
  else void window.showInformationMessage(l10n.t('There is a configuration already.'));
  await window.showTextDocument(uri);
}

async function chooseFolder(): Promise<Uri | undefined> {
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => workspace.fs.isWritableFileSystem(uri.scheme));
  if (folders.length < 2) return folders[0]?.uri;
  const items = folders.map(({ name, uri }) => ({ label: name, uri }));
  return (await window.showQuickPick(items, { title: l10n.t('Create a configuration in') }))?.uri;
}
