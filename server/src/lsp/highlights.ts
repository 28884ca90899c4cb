import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type DocumentHighlightParams,
} from 'vscode-languageserver/node';
import { highlightsAt } from '../features/highlights';
import { answer } from './answer';
import type { Session } from './session';

export function registerHighlights(session: Session): void {
  session.connection.onDocumentHighlight(
    answer<DocumentHighlightParams, DocumentHighlight[] | null>(
      session,
      'textDocument/documentHighlight',
      null,
      (params) => listHighlights(session, params),
    ),
  );
}

/** Nothing at all where nothing stands, so that editors mark equal words as they do elsewhere. */
function listHighlights(
  { workspace, convert }: Session,
  { textDocument, position }: DocumentHighlightParams,
): DocumentHighlight[] | null {
  const file = convert.file(textDocument.uri);
  const offset = convert.offset(file, position);
  if (offset === undefined) return null;
  const found = highlightsAt(workspace.snapshot, workspace.documents, file, offset);
  if (found.length === 0) return null;
  return found.map(({ span, isDeclaration }) => ({
    range: convert.range(file, span),
    kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
