/** What flows need, and the order of imports, as documents for people. */
import { importOrder } from '../features/importOrder';
import { renderImportOrderMarkdown } from '../features/importOrderMarkdown';
import { findNeeds } from '../features/needs';
import { renderNeedsMarkdown } from '../features/needsMarkdown';
import { answer, withoutParams } from './answer';
import { importOrderMethod, needsMethod, type ImportOrderResult, type NeedsParams, type NeedsResult } from './protocol';
import type { Session } from './session';

export function registerNeeds(session: Session): void {
  const { connection, workspace, l10n } = session;
  connection.onRequest(
    needsMethod,
    answer<NeedsParams, NeedsResult>(session, needsMethod, null, (params) => needsOf(session, params)),
  );
  connection.onRequest(
    importOrderMethod,
    withoutParams(
      answer<undefined, ImportOrderResult>(session, importOrderMethod, { markdown: '' }, () => ({
        markdown: renderImportOrderMarkdown(l10n, importOrder(workspace.snapshot)),
      })),
    ),
  );
}

function needsOf(
  { workspace: { snapshot }, convert, l10n }: Session,
  { uri, scope, environment }: NeedsParams,
): NeedsResult {
  const file = convert.file(uri);
  const flow = snapshot.flowAt(file);
  const solution = snapshot.solutionOf(file);
  if (scope === 'solution') {
    if (!solution) return null;
    return { markdown: renderNeedsMarkdown(l10n, findNeeds(snapshot, solution.flows, environment), solution.name) };
  }
  return flow ? { markdown: renderNeedsMarkdown(l10n, findNeeds(snapshot, [flow], environment), flow.name) } : null;
}
