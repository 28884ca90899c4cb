/** Reads the folders again, for disks whose changes nobody tells, and shows what the server logs. */
import { commands, workspace, type ExtensionContext } from 'vscode';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type LanguageClient,
} from 'vscode-languageclient/node';

export function activateRefresh({ subscriptions }: ExtensionContext, client: LanguageClient): void {
  subscriptions.push(
    commands.registerCommand('connref.refresh', () => refresh(client)),
    commands.registerCommand('connref.showOutput', () => client.outputChannel.show()),
  );
}

async function refresh(client: LanguageClient): Promise<void> {
  const changes = (workspace.workspaceFolders ?? []).map(({ uri }): FileEvent => ({
    uri: client.code2ProtocolConverter.asUri(uri),
    type: FileChangeType.Changed,
  }));
  await client.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
}
