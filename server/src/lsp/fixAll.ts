import { fixAll } from '../features/codeActions';
import { answer } from './answer';
import { fixAllMethod, type FixAllParams, type FixAllResult } from './protocol';
import type { Session } from './session';

export function registerFixAll(session: Session): void {
  const { connection, workspace, convert, client, l10n } = session;
  connection.onRequest(
    fixAllMethod,
    answer<FixAllParams, FixAllResult>(session, fixAllMethod, null, ({ group, scope, uri }) => {
      const file = uri === undefined ? undefined : convert.file(uri);
      return convert.workspaceEdit(fixAll(workspace, workspace.documents, group, scope, file, l10n), client) ?? null;
    }),
  );
}
