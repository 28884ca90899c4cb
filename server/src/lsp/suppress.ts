import { suppress } from '../features/suppress';
import { isRefusal } from '../refactor/change';
import { answer } from './answer';
import { suppressMethod, type SuppressParams, type SuppressResult } from './protocol';
import type { Session } from './session';

export function registerSuppress(session: Session): void {
  session.connection.onRequest(
    suppressMethod,
    answer<SuppressParams, SuppressResult>(session, suppressMethod, {}, (params) => editFor(session, params)),
  );
}

function editFor({ workspace, convert, client, l10n }: Session, params: SuppressParams): SuppressResult {
  const { uri, rule, scope, pointers, reason = '' } = params;
  const request = { file: convert.file(uri), rule, scope, pointers };
  const result = suppress(workspace, workspace.folders, request, reason, l10n);
  if (isRefusal(result)) return { message: result.refused };
  const edit = convert.workspaceEdit(result, client);
  const created = result.files.find(({ kind }) => kind === 'create')?.file;
  return edit ? { edit, ...(created !== undefined && { createdUri: convert.uri(created) }) } : {};
}
