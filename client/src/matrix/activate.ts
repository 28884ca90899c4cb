/** The command that shows the environment matrix. */
import { commands, window, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { MatrixApi } from '../api';
import { MatrixPanel, viewType } from './panel';

export function activateMatrix(context: ExtensionContext, client: LanguageClient): MatrixApi {
  const panel = new MatrixPanel(context, client);
  context.subscriptions.push(
    commands.registerCommand('connref.showMatrix', () => panel.show()),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (kept) => {
        panel.adopt(kept);
        return Promise.resolve();
      },
    }),
  );
  return { shownRows: () => panel.shownRows, receive: (message) => panel.receive(message) };
}
