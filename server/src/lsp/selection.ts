/**
 * Growing selections. An editor's own ones for a language end where somebody else answers for it, so where it can, this
 * registers for the files that it knows and not for all of their languages.
 */
import {
  SelectionRangeRequest,
  type DocumentSelector,
  type Position,
  type SelectionRange,
  type SelectionRangeParams,
} from 'vscode-languageserver/node';
import type { Span } from '../base/span';
import { selectionSpansAt } from '../features/selection';
import type { FileId } from '../model/place';
import { answer } from './answer';
import { archiveScheme } from './protocol';
import type { Session } from './session';

export function registerSelection(session: Session): void {
  const { connection, client, log } = session;
  connection.onSelectionRanges(
    answer<SelectionRangeParams, SelectionRange[] | null>(session, 'textDocument/selectionRange', null, (params) =>
      listSelections(session, params),
    ),
  );
  if (!client.registersSelection) return;
  session.onInitialized(() => {
    const documentSelector = selectorOf(['file', archiveScheme, ...session.virtualSchemes]);
    connection.client.register(SelectionRangeRequest.type, { documentSelector }).catch((error: unknown) => {
      log.crash('register for selections', undefined, error);
    });
  });
}

function selectorOf(schemes: readonly string[]): DocumentSelector {
  return schemes.flatMap((scheme) => [
    { scheme, pattern: '**/*.json' },
    { scheme, pattern: '**/[Cc]ustomizations.xml' },
    { scheme, pattern: '**/[Ss]olution.xml' },
  ]);
}

/** An answer has a range for each position; where nothing is known, it is one that takes in nothing. */
function listSelections(session: Session, { textDocument, positions }: SelectionRangeParams): SelectionRange[] | null {
  const { workspace, convert } = session;
  const file = convert.file(textDocument.uri);
  const found = positions.map((position) => {
    const offset = convert.offset(file, position);
    return offset === undefined ? [] : selectionSpansAt(workspace.snapshot, workspace.documents, file, offset);
  });
  if (found.every((spans) => spans.length === 0)) return null;
  return positions.map((position, i) => nest(session, file, position, found[i] ?? []));
}

/** Each lies in the next one also as JSON, which nobody reads or writes at any depth. Nobody takes that many steps. */
const mostSteps = 500;

function nest({ convert }: Session, file: FileId, position: Position, spans: readonly Span[]): SelectionRange {
  const steps = spans.length > mostSteps ? [...spans.slice(0, mostSteps), ...spans.slice(-1)] : spans;
  const innermost = steps.reduceRight<SelectionRange | undefined>(
    (parent, span) => ({ range: convert.range(file, span), ...(parent && { parent }) }),
    undefined,
  );
  return innermost ?? { range: { start: position, end: position } };
}
