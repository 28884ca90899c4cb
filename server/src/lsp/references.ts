import type { Location, ReferenceParams } from 'vscode-languageserver/node';
import { referencesAt } from '../features/references';
import { answer } from './answer';
import type { Session } from './session';

export function registerReferences(session: Session): void {
  session.connection.onReferences(
    answer<ReferenceParams, Location[] | null>(session, 'textDocument/references', null, (params) =>
      listReferences(session, params),
    ),
  );
}

function listReferences(session: Session, { textDocument, position, context }: ReferenceParams): Location[] {
  const { workspace, convert } = session;
  const file = convert.file(textDocument.uri);
  const offset = convert.offset(file, position);
  if (offset === undefined) return [];
  return referencesAt(workspace.snapshot, workspace.documents, file, offset, context.includeDeclaration).map((at) =>
    convert.location(at),
  );
}
