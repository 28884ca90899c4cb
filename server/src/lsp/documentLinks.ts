import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver/node';
import { documentLinks } from '../features/documentLinks';
import { answer } from './answer';
import type { Session } from './session';

export function registerDocumentLinks(session: Session): void {
  session.connection.onDocumentLinks(
    answer<DocumentLinkParams, DocumentLink[] | null>(session, 'textDocument/documentLink', null, (params) =>
      listLinks(session, params),
    ),
  );
}

function listLinks({ workspace, convert, l10n }: Session, { textDocument }: DocumentLinkParams): DocumentLink[] {
  const file = convert.file(textDocument.uri);
  return documentLinks(workspace.snapshot, workspace.documents, file, l10n).map(({ span, target, tooltip }) => ({
    range: convert.range(file, span),
    target: target.kind === 'file' ? convert.uri(target.at.file) : convert.documentation(target.rule),
    tooltip,
  }));
}
