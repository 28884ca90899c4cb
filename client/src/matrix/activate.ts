/** The command that shows the environment matrix. */
import { commands, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { MatrixApi } from '../api';
import { MatrixPanel } from './panel';

export function activateMatrix(context: ExtensionContext, client: LanguageClient): MatrixApi {
  const panel = new MatrixPanel(context, client);
  context.subscriptions.push(commands.registerCommand('connref.showMatrix', () => panel.show()));
  return { shownRows: () => panel.shownRows, receive: (message) => panel.receive(message) };
}
