import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SuppressParams } from '../../../server/src/lsp/protocol';
import {
  codeActionsAt,
  findFile,
  findingsOf,
  openFile,
  revert,
  waitFor,
  waitForFinding,
  workspaceFolder,
} from './helpers';

const directUse = 'use-connection-references';
const flow = 'OldNotification-DAA283E7-66F6-4A33-A23D-55B072AD857D.json';

describe('suppressions', () => {
  const configuration = (): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), 'connref.json');
  const { Error: error, Warning: warning } = vscode.DiagnosticSeverity;

  /** A configuration that can be told by what it does. */
  const text = `{\n  // Ours\n  "rules": { "${directUse}": "error" }\n}\n`;
  const write = (content: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(configuration(), new TextEncoder().encode(content));
  const waitForSeverities = async (...expected: readonly vscode.DiagnosticSeverity[]): Promise<void> => {
    const file = await findFile(flow);
    const found = (): string =>
      findingsOf(file)
        .map(({ severity }) => severity)
        .join();
    await waitFor(() => found() === expected.join(), `findings of ${expected.join()} in ${flow}`);
  };

  /** The file stays: a document that has been open for a moment outlives its file, and counts. */
  afterEach(async () => {
    const changed = vscode.workspace.textDocuments.find((document) => isConfiguration(document) && document.isDirty);
    if (changed) await revert(changed);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write('{}\n');
    await waitForSeverities(warning, warning);
  });

  const isConfiguration = ({ uri }: vscode.TextDocument): boolean => uri.toString() === configuration().toString();

  /** What the light bulb would do, with the reason given. */
  const suppress = async (title: string): Promise<void> => {
    const file = await findFile(flow);
    const finding = await waitForFinding(file, directUse);
    await openFile(file);
    const action = await waitFor(
      async () => (await codeActionsAt(file, finding.range)).find((one) => one.title === title),
      title,
    );
    const [params] = action.command?.arguments as [SuppressParams];
    await vscode.commands.executeCommand('connref.suppress', { ...params, reason: 'Goes with the next release' });
  };

  it('can stand in a configuration that a command writes for what there is, once', async () => {
    await vscode.commands.executeCommand('connref.createConfiguration');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document && isConfiguration(document));
    assert.match(document.getText(), /"name": "prod"/);
    assert.equal(document.isDirty, false);
    // What VS Code finds by the schema, and what Connref finds.
    assert.deepEqual(vscode.languages.getDiagnostics(configuration()), []);

    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('connref.createConfiguration');
    assert.ok(vscode.window.activeTextEditor && isConfiguration(vscode.window.activeTextEditor.document));
  });

  it('hide a finding, which comes back when they are undone', async () => {
    await write(text);
    await waitForSeverities(error, error);
    const { document } = await openFile(configuration());
    assert.equal(document.languageId, 'jsonc');
    await suppress(`Suppress '${directUse}' here…`);
    await waitForSeverities(error);
    assert.ok(document.getText().startsWith(text.slice(0, text.indexOf('\n}'))), document.getText());
    assert.match(document.getText(), /"reason": "Goes with the next release"/);

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await waitFor(() => document.getText() === text, 'the text as it was');
    await waitForSeverities(error, error);
  });

  it('are not offered to those who do not want them', async () => {
    await write(text);
    await waitForSeverities(error, error);
    const file = await findFile(flow);
    const finding = await waitForFinding(file, directUse);
    await openFile(file);
    const settings = vscode.workspace.getConfiguration('connref');
    await settings.update('codeActions.suppress', false, vscode.ConfigurationTarget.Global);
    try {
      const titles = (await codeActionsAt(file, finding.range)).map(({ title }) => title);
      assert.deepEqual(
        titles.filter((title) => /^(Explain|Suppress|Turn)/.test(title)),
        [`Explain '${directUse}'`],
      );
    } finally {
      await settings.update('codeActions.suppress', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
