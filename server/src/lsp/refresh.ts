/** Lets the client ask again for what it shows beside the text, when the workspace or a setting has changed. */
import { CodeLensRefreshRequest, InlayHintRefreshRequest } from 'vscode-languageserver/node';
import type { Session } from './session';

export function registerRefresh(session: Session): void {
  const { changes, workspace, settings } = session;
  let shown = workspace.snapshot;
  changes.onSettled(() => {
    if (workspace.snapshot === shown) return;
    shown = workspace.snapshot;
    refresh(session);
  });
  settings.follow(() => refresh(session));
}

function refresh({ connection, client, log }: Session): void {
  const requests = [
    ...(client.refreshesCodeLens ? [connection.sendRequest(CodeLensRefreshRequest.type)] : []),
    ...(client.refreshesInlayHints ? [connection.sendRequest(InlayHintRefreshRequest.type)] : []),
  ];
  for (const request of requests) request.catch((error: unknown) => log.crash('refresh', undefined, error));
}
