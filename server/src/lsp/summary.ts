/** Counts of the whole workspace: answered when somebody asks, and told when they or the tree have changed. */
import { CancellationTokenSource, type CancellationToken } from 'vscode-languageserver/node';
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

const empty: SummaryResult = {
  isIndexing: false,
  solutions: 0,
  flows: 0,
  connectionReferences: 0,
  settingsFiles: 0,
  errors: 0,
  warnings: 0,
  infos: 0,
  hints: 0,
};

/** What was counted when the token said to stop is not the whole. */
async function summarize({ workspace }: Session, token: CancellationToken): Promise<SummaryResult> {
  const { snapshot } = workspace;
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  await inSlices(snapshot.files.keys(), token, (file) => {
    for (const { severity } of workspace.findingsOf(file)) counts[severity]++;
  });
  return {
    isIndexing: false,
    solutions: snapshot.solutions.length,
    flows: snapshot.flows.length,
    connectionReferences: snapshot.solutions.reduce((sum, { declarations }) => sum + declarations.length, 0),
    settingsFiles: snapshot.settings.length,
    errors: counts.error,
    warnings: counts.warning,
    infos: counts.info,
    hints: counts.hint,
  };
}
