/** What flows need, and the order of imports, as documents for people. */
import { importOrder } from '../features/importOrder';
import { renderImportOrderMarkdown } from '../features/importOrderMarkdown';
import { findNeeds } from '../features/needs';
import { needsTitle, renderNeedsMarkdown } from '../features/needsMarkdown';
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
  const about = scope === 'flow' ? snapshot.flowAt(file) : snapshot.solutionOf(file);
  if (!about) return null;
  const needs = findNeeds(snapshot, 'flows' in about ? about.flows : [about], environment);
  return { title: needsTitle(l10n, needs, about.name), markdown: renderNeedsMarkdown(l10n, needs, about.name) };
}
