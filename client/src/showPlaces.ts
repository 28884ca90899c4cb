/** What a click on a code lens does: shows the places that it is about, beside the line. */
import { commands, Uri, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Position } from 'vscode-languageserver-types';
import { shownPlacesMethod, type ShownPlacesParams, type ShownPlacesResult } from '../../server/src/lsp/protocol';

export function activateShowPlaces({ subscriptions }: ExtensionContext, client: LanguageClient): void {
  subscriptions.push(
    commands.registerCommand('connref.showPlaces', async (params: ShownPlacesParams, position: Position) => {
      const places = await client.sendRequest<ShownPlacesResult>(shownPlacesMethod, params);
      const { protocol2CodeConverter: convert } = client;
      const locations = await convert.asReferences([...places]);
      const uri = Uri.parse(params.uri);
      await commands.executeCommand('editor.action.showReferences', uri, convert.asPosition(position), locations);
    }),
  );
}
