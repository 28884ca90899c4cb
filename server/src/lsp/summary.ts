/** Counts of the whole workspace: answered when somebody asks, and told when they or the tree have changed. */
import { CancellationTokenSource, type CancellationToken } from 'vscode-languageserver/node';
import { countWorkspace } from '../features/counts';
import { emptySnapshot } from '../project/build';
import type { Snapshot } from '../project/snapshot';
import type { Severity } from '../rules/rule';
import { answer, withoutParams } from './answer';
import { changedMethod, summaryMethod, type ChangedParams, type SummaryResult } from './protocol';
import type { Session } from './session';
import { inSlices } from './slices';

export function registerSummary(session: Session): void {
  const { connection, changes, workspace, indexing } = session;
  connection.onRequest(
    summaryMethod,
    withoutParams(answer(session, summaryMethod, empty, (_, token) => summarize(session, token))),
  );

  let told: Snapshot | undefined;
  let last = new CancellationTokenSource();
  changes.onSettled(async () => {
    last.cancel();
    const own = new CancellationTokenSource();
    last = own;
    await indexing.whenDone();
    const { snapshot } = workspace;
    if (told === snapshot) return;
    const summary = await summarize(session, own.token);
    if (own.token.isCancellationRequested || changes.isDisposed) return;
    told = snapshot;
    await connection.sendNotification(changedMethod, summary satisfies ChangedParams);
  });
}

const empty: SummaryResult = countWorkspace(emptySnapshot, []);

/** What was counted when the token said to stop is not the whole. */
async function summarize({ workspace, timings }: Session, token: CancellationToken): Promise<SummaryResult> {
  const start = performance.now();
  const { snapshot } = workspace;
  const severities: Severity[] = [];
  const isWhole = await inSlices(snapshot.files.keys(), token, (file) => {
    for (const { severity } of workspace.findingsOf(file)) severities.push(severity);
  });
  const counts = countWorkspace(snapshot, severities);
  if (isWhole) timings.wasChecked({ files: snapshot.files.size, milliseconds: performance.now() - start }, counts);
  return counts;
}
