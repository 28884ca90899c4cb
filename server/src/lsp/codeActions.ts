/** The light bulb, and what is made on save. Edits are computed for the action that was chosen. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Command,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { isEqual } from '../base/equal';
import type { Span } from '../base/span';
import { actionsFor, safeFixes, type Action } from '../features/codeActions';
import { refactoringsAt } from '../features/refactorings';
import { suppressionsFor } from '../features/suppress';
import type { FileId, Place } from '../model/place';
import { locate } from '../project/locate';
import type { RefactorRequest } from '../refactor/request';
import type { Finding } from '../rules/rule';
import { answer } from './answer';
import { mapFiles } from './fileProperties';
import type { SuppressParams } from './protocol';
import type { Session } from './session';

const fixAllKind = `${CodeActionKind.SourceFixAll}.connref`;

export const actionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] as const;

/** Enough to find the action again when it has been chosen. Nothing of it is a position, so typing in between does no harm. */
interface ActionData {
  readonly uri: string;
  readonly rule: string;
  readonly place: Place;
  readonly title: string;
}

export function registerCodeActions(session: Session): void {
  const { connection, client } = session;
  connection.onCodeAction(
    answer(session, 'textDocument/codeAction', [], (params) => [
      ...listQuickFixes(session, params),
      ...listCommands(session, params),
      ...listRefactorings(session, params),
      ...listFixAll(session, params),
    ]),
  );
  if (!client.resolvesActionEdits) return;
  connection.onCodeActionResolve((action, token) =>
    answer(session, 'codeAction/resolve', action, (chosen: CodeAction) => resolve(session, chosen))(action, token),
  );
}

function listQuickFixes(session: Session, { textDocument, range, context }: CodeActionParams): CodeAction[] {
  if (!isWanted(CodeActionKind.QuickFix, context.only)) return [];
  const { convert, workspace, client, l10n } = session;
  const file = convert.file(textDocument.uri);
  const span = convert.span(file, range);
  if (!span) return [];
  return actionsFor(workspace, findingsAt(session, file, span), l10n).map((action): CodeAction => {
    const { rule, place } = action.finding;
    const data: ActionData = { uri: textDocument.uri, rule: rule.id, place, title: action.title };
    return {
      title: action.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(session, action.finding, context.diagnostics)],
      ...(action.isPreferred && { isPreferred: true }),
      ...(action.request && session.hasCommands
        ? { command: commandFor(session, action.title, action.request) }
        : client.resolvesActionEdits
          ? { data }
          : withEdit(editOf(session, action))),
    };
  });
}

/** What is done by commands of the client, behind all fixes: to read of a rule, and to be told of it no more. */
function listCommands(session: Session, { textDocument, range, context }: CodeActionParams): CodeAction[] {
  if (!session.hasCommands || !isWanted(CodeActionKind.QuickFix, context.only)) return [];
  const { convert, workspace, l10n } = session;
  const file = convert.file(textDocument.uri);
  const span = convert.span(file, range);
  if (!span) return [];
  const findings = findingsAt(session, file, span);
  const action = (finding: Finding, title: string, command: string, argument: unknown): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(session, finding, context.diagnostics)],
    command: { title, command, arguments: [argument] },
  });
  const explanations = findings.filter((finding, i) => findings.findIndex(({ rule }) => rule === finding.rule) === i);
  return [
    ...explanations.map((finding) =>
      action(finding, l10n.t("Explain '{0}'", finding.rule.id), 'connref.explain', finding.rule.id),
    ),
    ...suppressionsFor(workspace, findings, l10n).map(({ finding, title, rule, scope, pointers }) => {
      const params: SuppressParams = { uri: textDocument.uri, rule, scope, pointers };
      return action(finding, title, 'connref.suppress', params);
    }),
  ];
}

/** Changes that nothing has asked for. All of them are made by commands, which ask for what is open. */
function listRefactorings(session: Session, { textDocument, range, context }: CodeActionParams): CodeAction[] {
  const kind = CodeActionKind.RefactorRewrite;
  if (!session.hasCommands || !isWanted(kind, context.only)) return [];
  const { convert, workspace, l10n } = session;
  const file = convert.file(textDocument.uri);
  const offset = convert.offset(file, range.start);
  if (offset === undefined) return [];
  return refactoringsAt(workspace.snapshot, workspace.documents, file, offset, l10n).map(
    ({ title, command, target }) => ({
      title,
      kind,
      command: { title, command, arguments: [withUris(session, target)] },
    }),
  );
}

/** What is open is asked for, and what differs is told, before the change is shown. */
function commandFor(session: Session, title: string, request: RefactorRequest): Command {
  return { title, command: 'connref.refactor', arguments: [withUris(session, request)] };
}

function withUris<T>({ convert }: Session, data: T): T {
  return mapFiles(data, (file) => convert.uri(file));
}

function listFixAll(session: Session, { textDocument, context }: CodeActionParams): CodeAction[] {
  // Without being asked for it, it would stand in every light bulb.
  if (!context.only || !isWanted(fixAllKind, context.only)) return [];
  const { convert, workspace, client, l10n } = session;
  const file = convert.file(textDocument.uri);
  const edit = convert.workspaceEdit(safeFixes(workspace, workspace.documents, file, l10n), client);
  return edit ? [{ title: l10n.t('Fix all that leaves nothing to decide'), kind: fixAllKind, edit }] : [];
}

/** The action as it is when the finding or the fix is there no more. */
function resolve(session: Session, action: CodeAction): CodeAction {
  const { workspace, convert, l10n } = session;
  // What a command does is not known before it has asked.
  if (action.data === undefined) return action;
  const { uri, rule, place, title } = action.data as ActionData;
  const findings = workspace
    .findingsOf(convert.file(uri))
    .filter((finding) => finding.rule.id === rule && isEqual(finding.place, place));
  const chosen = actionsFor(workspace, findings, l10n).find((candidate) => candidate.title === title);
  return chosen ? { ...action, ...withEdit(editOf(session, chosen)) } : action;
}

function editOf({ workspace, convert, client }: Session, action: Action): WorkspaceEdit | undefined {
  return convert.workspaceEdit(action.change(workspace.documents), client, { withPreview: action.needsPreview });
}

function withEdit(edit: WorkspaceEdit | undefined): { readonly edit?: WorkspaceEdit } {
  return edit ? { edit } : {};
}

function findingsAt({ workspace }: Session, file: FileId, { start, end }: Span): readonly Finding[] {
  return workspace.findingsOf(file).filter(({ place }) => {
    const span = locate(workspace.documents, { file, place });
    return span.start <= end && start <= span.end;
  });
}

/** The client's own diagnostic, which may be older by its words, where it has one. */
function diagnosticOf({ convert }: Session, finding: Finding, ofClient: readonly Diagnostic[]): Diagnostic {
  const own = convert.diagnostic(finding);
  return ofClient.find(({ code, range }) => code === own.code && isEqual(range, own.range)) ?? own;
}

/** Kinds are paths with dots: who asks for `source` gets `source.fixAll.connref` too. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}
