/** Code lenses, and the places that a click on one shows. */
import type { CodeLens, CodeLensParams } from 'vscode-languageserver/node';
import { codeLenses, placesShown, type Lens } from '../features/codeLens';
import type { FileId } from '../model/place';
import { answer } from './answer';
import { shownPlacesMethod, type ShownPlacesParams, type ShownPlacesResult } from './protocol';
import type { Session } from './session';

export function registerCodeLens(session: Session): void {
  const { connection } = session;
  connection.onCodeLens(answer(session, 'textDocument/codeLens', [], (params) => lenses(session, params)));
  connection.onRequest(
    shownPlacesMethod,
    answer<ShownPlacesParams, ShownPlacesResult>(session, shownPlacesMethod, [], ({ uri, shows }) => {
      const { workspace, convert } = session;
      return placesShown(workspace.snapshot, convert.file(uri), shows).map((at) => convert.location(at));
    }),
  );
}

async function lenses(session: Session, { textDocument: { uri } }: CodeLensParams): Promise<CodeLens[]> {
  const { settings, workspace, convert, l10n } = session;
  const { usesLens, unboundLens } = await settings.read();
  const wanted = { uses: usesLens, unbound: unboundLens };
  const file = convert.file(uri);
  return codeLenses(workspace.snapshot, file, l10n)
    .filter(({ kind }) => wanted[kind])
    .map((lens) => toCodeLens(session, file, uri, lens));
}

/** Only Connref's own client has the command; to others a lens is something to read. */
function toCodeLens({ convert, hasCommands }: Session, file: FileId, uri: string, lens: Lens): CodeLens {
  const { title, shows, place } = lens;
  const { range } = convert.location({ file, place });
  if (!shows || !hasCommands) return { range, command: { title, command: '' } };
  const params: ShownPlacesParams = { uri, shows };
  return { range, command: { title, command: 'connref.showPlaces', arguments: [params, range.start] } };
}
