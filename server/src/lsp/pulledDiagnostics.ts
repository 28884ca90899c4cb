/** Findings for clients that ask: for one document, and for the whole workspace. */
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { FileId } from '../model/place';
import { answer } from './answer';
import { emptyReport } from './reports';
import type { Session } from './session';
import { inSlices } from './slices';

const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

export function registerPulledDiagnostics(session: Session): void {
  const { connection, convert, documents } = session;
  const shown = new Shown();
  documents.onDidClose(({ document }) => shown.close(convert.file(document.uri)));
  connection.languages.diagnostics.on(
    answer(session, 'textDocument/diagnostic', nothing, (params) => reportDocument(session, shown, params)),
  );
  connection.languages.diagnostics.onWorkspace(
    answer(session, 'workspace/diagnostic', { items: [] }, (params, token) =>
      reportWorkspace(session, shown, params, token),
    ),
  );
  refreshOpenDocuments(session, shown);
}

/** What the client was given, as far as it cannot be relied on to tell that itself. */
class Shown {
  /** Files with findings: a client forgets what it shows for a document that it closes, and goes on showing it. */
  readonly withFindings = new Set<FileId>();
  /** The last answer for each document. */
  readonly documents = new Map<FileId, { readonly version: number | undefined; readonly resultId: string }>();
  /** What the client had by file, of each request that waits. */
  readonly waiting = new Set<Map<FileId, string>>();

  /**
   * Files whose documents were closed, until the next answer for the workspace tells of them: of an open document a
   * client remembers such an answer without showing it, and it may be closed before it has asked for its own.
   */
  readonly closed = new Set<FileId>();

  /** The client may show what it was told while the document was open, so what it had before counts no more. */
  close(file: FileId): void {
    this.documents.delete(file);
    this.closed.add(file);
    for (const previous of this.waiting) previous.delete(file);
  }
}

function reportDocument(
  { workspace, convert, reports }: Session,
  shown: Shown,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
): DocumentDiagnosticReport {
  const file = convert.file(textDocument.uri);
  const { resultId, diagnostics } = reports.reportOf(file);
  shown.documents.set(file, { version: workspace.texts.openText(file)?.version, resultId });
  if (diagnostics.length > 0) shown.withFindings.add(file);
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics };
}

/** Answers with what differs from what the client has, and otherwise waits: its polling then costs nothing. */
async function reportWorkspace(
  session: Session,
  shown: Shown,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  const { convert, changes, indexing } = session;
  const previous = new Map(previousResultIds.map(({ uri, value }) => [convert.file(uri), value]));
  for (const file of shown.closed) previous.delete(file);
  shown.waiting.add(previous);
  try {
    for (;;) {
      const { settled } = changes;
      const items = await collectChanged(session, shown, previous, token);
      if (items.length > 0 || token.isCancellationRequested || changes.isDisposed) return { items };
      await changes.settledAfter(settled, token);
      await indexing.whenDone();
    }
  } finally {
    shown.waiting.delete(previous);
  }
}

async function collectChanged(
  { workspace, convert, reports, changes }: Session,
  shown: Shown,
  previous: ReadonlyMap<FileId, string>,
  token: CancellationToken,
): Promise<WorkspaceFullDocumentDiagnosticReport[]> {
  const found: {
    readonly file: FileId;
    readonly stamp: number;
    readonly item: WorkspaceFullDocumentDiagnosticReport;
  }[] = [];
  const files = new Set([
    ...workspace.snapshot.files.keys(),
    ...previous.keys(),
    ...shown.withFindings,
    ...shown.closed,
  ]);
  await inSlices(files, token, (file) => {
    const { resultId, diagnostics } = reports.reportOf(file);
    const isUnknown = !previous.has(file) && (shown.withFindings.has(file) || shown.closed.has(file));
    if (!isUnknown && resultId === (previous.get(file) ?? emptyReport.resultId)) return;
    const version = workspace.texts.openText(file)?.version ?? null;
    const item: WorkspaceFullDocumentDiagnosticReport = {
      kind: DocumentDiagnosticReportKind.Full,
      uri: convert.uri(file),
      version,
      resultId,
      items: diagnostics,
    };
    found.push({ file, stamp: changes.stampOf(file), item });
  });
  // What changed while the others were looked at is told next time.
  const current = found.filter(({ file, stamp }) => changes.stampOf(file) === stamp);
  for (const { file, item } of current) {
    shown.closed.delete(file);
    if (item.items.length > 0) shown.withFindings.add(file);
    else shown.withFindings.delete(file);
  }
  return current.map(({ item }) => item);
}

/** A change in one file can change the findings of a document that did not change: its client has to ask again. */
function refreshOpenDocuments(
  { workspace, client, reports, changes, connection, indexing }: Session,
  shown: Shown,
): void {
  if (!client.refreshesDiagnostics) return;
  changes.onSettled(async () => {
    await indexing.whenDone();
    const isStale = workspace.texts.openFiles().some((file) => {
      const last = shown.documents.get(file);
      // With another version the client asks anyway.
      if (last?.version !== workspace.texts.openText(file)?.version) return false;
      return last !== undefined && last.resultId !== reports.reportOf(file).resultId;
    });
    if (isStale) await connection.languages.diagnostics.refresh();
  });
}
