import { suppress } from '../features/suppress';
import { answer } from './answer';
import { suppressMethod, type SuppressParams, type SuppressResult } from './protocol';
import type { Session } from './session';

export function registerSuppress(session: Session): void {
  session.connection.onRequest(
    suppressMethod,
    answer<SuppressParams, SuppressResult>(session, suppressMethod, {}, (params) => editFor(session, params)),
  );
}

function editFor({ workspace, convert, client }: Session, params: SuppressParams): SuppressResult {
  const { uri, rule, scope, pointers, reason = '' } = params;
  const request = { file: convert.file(uri), rule, scope, pointers };
  const result = suppress(workspace, workspace.folders, request, reason);
  switch (result.kind) {
    case 'refused':
      return { message: result.reason };
    case 'edit': {
      const edit = convert.workspaceEdit([result.change], client);
      return edit ? { edit } : {};
    }
    case 'create': {
      const edit = convert.creation(result.file, result.text, client);
      return edit ? { edit, createdUri: convert.uri(result.file) } : {};
    }
  }
}
