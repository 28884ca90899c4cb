/** Asks the server for a change, tells what a person should know of it, shows it, and makes it: as one step to undo. */
import { l10n, Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  refactorMethod,
  type LeftOver,
  type RefactorParams,
  type RefactorRequest,
  type RefactorResult,
} from '../../../server/src/lsp/protocol';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { showLeftOvers } from './leftOvers';

const mostShown = 10;

export function planChange(
  client: LanguageClient,
  request: RefactorRequest,
  options: Pick<RefactorParams, 'withPreview'> = {},
): Promise<RefactorResult> {
  return client.sendRequest<RefactorResult>(refactorMethod, { request, ...options } satisfies RefactorParams);
}

/** @param request names files by their URIs. */
export async function applyRequest(client: LanguageClient, request: RefactorRequest): Promise<void> {
  const planned = await planChange(client, request);
  if (!isPossible(client, planned)) return;
  if (planned.notes.length + planned.left.length === 0) return makeChange(client, planned);
  if (!(await isAgreed(planned))) return;
  // Files may have changed while somebody read.
  const current = await planChange(client, request);
  if (isPossible(client, current)) await makeChange(client, current);
}

/** Whether there is something to change; tells why not. */
function isPossible(client: LanguageClient, { edit, refused, left }: RefactorResult): boolean {
  if (refused !== undefined) void window.showWarningMessage(refused);
  else if (!edit && left.length > 0) void showLeftOvers(client, l10n.t('Nothing was changed.'), left);
  else if (!edit) void window.showInformationMessage(l10n.t('There is nothing to change.'));
  return refused === undefined && edit !== undefined;
}

async function isAgreed({ title = '', notes, left }: RefactorResult): Promise<boolean> {
  const show = l10n.t('Show Changes');
  const detail = [...notes, ...staying(left)].join('\n\n');
  return (await window.showInformationMessage(title, { modal: true, detail }, show)) === show;
}

function staying(left: readonly LeftOver[]): string[] {
  if (left.length === 0) return [];
  const reasons = left
    .slice(0, mostShown)
    .map(({ location, reason }) => `• ${workspace.asRelativePath(Uri.parse(location.uri))}: ${reason}`);
  const more = left.length > mostShown ? [l10n.t('… and {0} more', left.length - mostShown)] : [];
  return [[l10n.t('This stays as it is:'), ...reasons, ...more].join('\n')];
}

async function makeChange(client: LanguageClient, { edit, left }: RefactorResult): Promise<void> {
  const { isMade, problem } = await makeEdit(client, edit);
  if (problem !== undefined) void window.showWarningMessage(problem);
  if (!isMade) return;
  const made = edit && onlyMadeFile(edit);
  if (made) await window.showTextDocument(made);
  if (left.length > 0) {
    const message =
      left.length === 1 ? l10n.t('1 thing stays as it is.') : l10n.t('{0} things stay as they are.', left.length);
    await showLeftOvers(client, message, left);
  }
}

export interface MadeEdit {
  readonly isMade: boolean;
  /** Why it is not, unless somebody did not want it or VS Code can't tell. */
  readonly problem?: string;
}

/** Makes what was planned, unless a document has changed since. */
export async function makeEdit(client: LanguageClient, planned: WorkspaceEdit | undefined): Promise<MadeEdit> {
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(planned);
  const changed = planned && changedMeanwhile(planned);
  if (changed) {
    const name = workspace.asRelativePath(changed);
    return { isMade: false, problem: l10n.t("'{0}' has changed meanwhile, so nothing was done. Try again.", name) };
  }
  // As a refactoring, it is undone in one step, and files that no editor shows are saved instead of being opened.
  return { isMade: edit !== undefined && (await workspace.applyEdit(edit, { isRefactoring: true })) };
}

/** The new file, where it is all that an edit makes: it waits to be filled in. */
function onlyMadeFile({ documentChanges = [] }: WorkspaceEdit): Uri | undefined {
  // A file that may be there is named only so that VS Code shows the changes first.
  const changes = documentChanges.filter(
    (change) => !('kind' in change && change.kind === 'create' && change.options?.ignoreIfExists === true),
  );
  const [made] = changes.flatMap((change) => ('kind' in change && change.kind === 'create' ? [change.uri] : []));
  const isOnly = changes.every((change) =>
    'textDocument' in change ? change.textDocument.uri === made : change.kind === 'create' && change.uri === made,
  );
  return made !== undefined && isOnly ? Uri.parse(made) : undefined;
}

/** A document that is not any more what the edit was made for. */
function changedMeanwhile({ documentChanges = [] }: WorkspaceEdit): Uri | undefined {
  for (const change of documentChanges) {
    if (!('textDocument' in change) || change.textDocument.version === null) continue;
    const uri = Uri.parse(change.textDocument.uri);
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (document?.version !== change.textDocument.version) return uri;
  }
  return undefined;
}
