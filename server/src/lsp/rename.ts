/** Renames what has a name of its own here: connection references and the keys of flows. */
import { ErrorCodes, ResponseError, type Range, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { FileId } from '../model/place';
import { subjectAt, type Subject } from '../project/subject';
import { isRefusal } from '../refactor/change';
import { whyReadOnly } from '../refactor/draft';
import { plan } from '../refactor/plan';
import type { RefactorRequest } from '../refactor/request';
import type { Session } from './session';

export function registerRename(session: Session): void {
  const { connection, convert, workspace, client, indexing } = session;
  connection.onPrepareRename(async ({ textDocument, position }): Promise<{ range: Range; placeholder: string }> => {
    await indexing.whenDone();
    const file = convert.file(textDocument.uri);
    if (workspace.isReadOnly(file)) throw refusal(whyReadOnly(session.l10n));
    const subject = subjectIn(session, file, convert.offset(file, position));
    const name = subject && nameOf(subject);
    if (!subject || name === undefined)
      throw refusal(session.l10n.t('Only connection references and connection keys can be renamed here.'));
    return { range: convert.range(file, subject.span), placeholder: name };
  });

  connection.onRenameRequest(async ({ textDocument, position, newName }): Promise<WorkspaceEdit | undefined> => {
    // What is not read yet would keep the old name.
    await indexing.whenDone();
    const file = convert.file(textDocument.uri);
    const subject = subjectIn(session, file, convert.offset(file, position));
    const request = subject && requestFor(subject, newName.trim());
    if (!request) throw refusal(session.l10n.t('Only connection references and connection keys can be renamed here.'));
    const change = plan(workspace.snapshot, workspace.documents, request, session.l10n);
    if (isRefusal(change)) throw refusal(change.refused);
    return convert.workspaceEdit(change, client, { withPreview: change.files.length > 1 });
  });
}

function subjectIn({ workspace }: Session, file: FileId, offset: number | undefined): ReturnType<typeof subjectAt> {
  return offset === undefined ? undefined : subjectAt(workspace.snapshot, workspace.documents, file, offset);
}

function nameOf(subject: Subject): string | undefined {
  if (subject.kind === 'reference') return subject.logicalName;
  return subject.kind === 'key' && subject.entry ? subject.key : undefined;
}

function requestFor(subject: Subject, to: string): RefactorRequest | undefined {
  if (subject.kind === 'reference') return { kind: 'rename', from: subject.logicalName, to };
  if (subject.kind === 'key') return { kind: 'rename-key', file: subject.flow.file, from: subject.key, to };
  return undefined;
}

/** What editors show as it is. */
function refusal(message: string): ResponseError {
  return new ResponseError(ErrorCodes.InvalidRequest, message);
}
