/** Texts in editors count before those on disk. */
import { follow } from './answer';
import type { Session } from './session';

export function registerDocuments(session: Session): void {
  const { documents, connection, workspace, convert, changes } = session;
  // It is told of opened documents too.
  documents.onDidChangeContent(
    follow(session, 'textDocument/didChange', ({ document }) => {
      const file = convert.file(document.uri);
      workspace.setOpenText(file, { text: document.getText(), version: document.version });
      changes.touch([file]);
    }),
  );
  documents.onDidClose(
    follow(session, 'textDocument/didClose', ({ document }) => {
      const file = convert.file(document.uri);
      workspace.closeText(file);
      changes.touch([file]);
    }),
  );
  documents.listen(connection);
}
