import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/api';
import { extensionId, findFile, openFile, revert, waitFor, workspaceFolder } from './helpers';

const activated = async (): Promise<Api> => {
  const extension = vscode.extensions.getExtension<Api>(extensionId);
  assert.ok(extension);
  await waitFor(() => extension.isActive, 'the extension to start');
  return extension.exports;
};

describe('the status item', () => {
  it('tells how much there is, in words, and warns where there are errors', async () => {
    const api = await activated();
    const { status } = api;
    const { solutions, flows, errors, warnings } = await api.summary();
    assert.ok(errors > 0, 'The sample has errors.');
    const text = `$(link) ${solutions} solutions, ${flows} flows, ${errors + warnings} problems`;
    await waitFor(() => status.shown()?.text === text, `'${text}'`);
    const shown = status.shown();
    assert.equal(shown?.isWarning, true);
    const lines = shown.tooltip.split('\n');
    assert.equal(lines[0], `Solutions: ${solutions}`);
    assert.ok(lines.at(-1)?.startsWith(`Errors: ${errors}, warnings: ${warnings}, `), shown.tooltip);
  });

  it('follows what is typed, as the badge of the tree does', async () => {
    const api = await activated();
    const { status } = api;
    const { errors, warnings } = await api.summary();
    const before = errors + warnings;
    const { document } = await openFile(
      await findFile('AnswerTravelQuestion-286C19D8-9D38-4392-ABBD-FC5B6BA5D3BB.json'),
    );
    const edit = new vscode.WorkspaceEdit();
    const whole = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
    edit.replace(document.uri, whole, '{');
    await vscode.workspace.applyEdit(edit);
    try {
      await waitFor(() => api.badge() !== undefined && api.badge() !== before, 'another badge');
      await waitFor(
        () => status.shown()?.text.endsWith(` ${api.badge() ?? ''} problems`),
        'the same number in the status',
      );
    } finally {
      await revert(document);
    }
    await waitFor(() => status.shown()?.text.endsWith(` ${before} problems`), 'the number of before');
  });

  it('shows how far reading has come, and then the counts again', async () => {
    const { status } = await activated();
    await waitFor(() => status.shown()?.text.includes('solutions'), 'the counts');
    const counts = status.shown();
    status.told({ isIndexing: true, filesRead: 1234 });
    assert.equal(status.shown()?.text, '$(sync~spin) 1234 files');
    assert.equal(status.shown()?.isWarning, false);
    status.told({ isIndexing: false, filesRead: 1240 });
    assert.deepEqual(status.shown(), counts);
  });
});

describe('a report of an issue', () => {
  it('tells versions, sizes and changed settings, and no name, path or content', async () => {
    const api = await activated();
    const { flows } = await api.summary();
    const configuration = vscode.workspace.getConfiguration('connref');
    await configuration.update('codeLens.uses', false, vscode.ConfigurationTarget.Global);
    try {
      await vscode.commands.executeCommand('connref.reportIssue');
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.languageId, 'markdown');
      assert.ok(document.isUntitled);
      const text = document.getText();
      const extension = vscode.extensions.getExtension(extensionId);
      const { version } = extension?.packageJSON as { readonly version: string };
      for (const part of [
        `- Connref ${version}\n`,
        vscode.version,
        '- `connref.codeLens.uses`\n',
        `flows: ${flows}\n`,
      ]) {
        assert.ok(text.includes(part), `'${part}' is missing in:\n${text}`);
      }
      assert.match(text, /- Read: \d+ files in \d+ ms\n- Checked: \d+ files in \d+ ms\n/);
      const folder = workspaceFolder();
      for (const secret of [folder.fsPath, 'Contoso', 'contoso', 'false']) {
        assert.ok(!text.includes(secret), `'${secret}' stands in:\n${text}`);
      }
    } finally {
      await configuration.update('codeLens.uses', undefined, vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
});
