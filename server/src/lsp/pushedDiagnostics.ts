/** Findings of the whole workspace for clients that do not ask for them. */
import type { FileId } from '../model/place';
import type { Session } from './session';
import { emptyReport } from './reports';
import { inSlices } from './slices';

export function registerPushedDiagnostics({
  changes,
  workspace,
  reports,
  convert,
  connection,
  indexing,
}: Session): void {
  const published = new Map<FileId, string>();
  let run = 0;

  changes.onSettled(async () => {
    const own = ++run;
    await indexing.whenDone();
    const files = new Set([...workspace.snapshot.files.keys(), ...published.keys()]);
    await inSlices(files, undefined, (file) => {
      // A newer run has begun with newer texts; it goes over all files again.
      if (own === run) publish(file);
    });
  });

  function publish(file: FileId): void {
    const { resultId, diagnostics } = reports.reportOf(file);
    if (resultId === (published.get(file) ?? emptyReport.resultId)) return;
    if (diagnostics.length === 0) published.delete(file);
    else published.set(file, resultId);
    const version = workspace.texts.openText(file)?.version;
    void connection.sendDiagnostics({
      uri: convert.uri(file),
      diagnostics,
      ...(version !== undefined && { version }),
    });
  }
}
