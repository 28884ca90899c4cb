/** What the tests share: waiting on conditions, and asking VS Code what a user would see. */
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol';
import type { Api } from '../../src/api';

export const extensionId = 'connref.connref';

const waitMilliseconds = 30_000;
const pollMilliseconds = 50;

/**
 * Asks `condition` until it gives something other than undefined or false, and gives that. `what` completes the
 * sentence "waited for …" when it never does.
 */
export async function waitFor<T>(
  condition: () => T | undefined | false | PromiseLike<T | undefined | false>,
  what: string,
): Promise<T> {
  const end = Date.now() + waitMilliseconds;
  for (;;) {
    const result = await condition();
    if (result !== undefined && result !== false) return result;
    assert.ok(Date.now() < end, `Waited ${waitMilliseconds / 1000} s for ${what}.`);
    await delay(pollMilliseconds);
  }
}

/** The extension starts by itself in a workspace that holds a solution. */
export async function activated(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(extensionId);
  assert.ok(extension);
  await waitFor(() => extension.isActive, 'the extension to start');
  return extension.exports;
}

/** The folder that VS Code has open. Tests may write to it: it is a copy. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'No folder is open.');
  return folder.uri;
}

/** The file of the open folder whose path ends like this; there must be exactly one. */
export async function findFile(pathEnd: string): Promise<vscode.Uri> {
  const [file, ...others] = await vscode.workspace.findFiles(`**/${pathEnd}`);
  assert.ok(file, `No file ends with '${pathEnd}'.`);
  assert.deepEqual(others.map(String), [], `More than one file ends with '${pathEnd}'.`);
  return file;
}

/** Opens a file in an editor. */
export async function openFile(file: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
}

/** The findings that the Problems panel shows for a file and that come from Connref, in the order of the text. */
export function findingsOf(file: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(file)
    .filter((diagnostic) => diagnostic.source === 'connref')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The rule of a finding. */
export function ruleOf(finding: vscode.Diagnostic): string {
  const { code } = finding;
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a file has a finding of a rule, and gives the first one. */
export function waitForFinding(file: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  const ofRule = (): vscode.Diagnostic | undefined => findingsOf(file).find((finding) => ruleOf(finding) === rule);
  return waitFor(ofRule, `a finding of ${rule} in ${vscode.workspace.asRelativePath(file)}`);
}

/** The position of a text's first occurrence in a document, or of the place `into` characters after its begin. */
export function positionOf(document: vscode.TextDocument, text: string, into = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `'${text}' does not stand in ${vscode.workspace.asRelativePath(document.uri)}.`);
  return document.positionAt(offset + into);
}

/** What a hover at a position says, as Markdown. */
export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

/** The entries of the light bulb at a range, in the order in which they are offered. */
export function codeActionsAt(file: vscode.Uri, range: vscode.Range): Thenable<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', file, range);
}

/** Gives a document the text that it has on disk, so that the next test starts from the same. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await waitFor(() => !document.isDirty, `${vscode.workspace.asRelativePath(document.uri)} to be as on disk`);
}

/**
 * Accepts the refactor preview, again and again until a command has ended that shows one at some time. `answer` is done
 * before, each time: for what the command asks first.
 */
export async function acceptPreviewUntil(
  command: PromiseLike<unknown>,
  answer: () => PromiseLike<unknown> = () => Promise.resolve(),
): Promise<void> {
  let isDone = false;
  void command.then(() => (isDone = true));
  await waitFor(async () => {
    await answer();
    await vscode.commands.executeCommand('refactorPreview.apply');
    return isDone;
  }, 'the change to be made');
}

/** Takes what a question of several proposes. */
export function acceptProposal(): Thenable<unknown> {
  return vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

/** The texts of files on disk. */
export async function textsOf(...files: readonly vscode.Uri[]): Promise<string[]> {
  const texts: string[] = [];
  for (const file of files) texts.push(Buffer.from(await vscode.workspace.fs.readFile(file)).toString('utf8'));
  return texts;
}

/** The first node of the tree that fits, going down everywhere. */
export async function findNode(
  api: Api,
  id: string | undefined,
  fits: (node: TreeNode) => boolean,
): Promise<TreeNode | undefined> {
  for (const node of await api.children(id)) {
    const found = fits(node) ? node : node.hasChildren ? await findNode(api, node.id, fits) : undefined;
    if (found) return found;
  }
  return undefined;
}
