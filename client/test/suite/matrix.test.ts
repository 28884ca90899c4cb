import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/api';
import { extensionId, findFile, waitFor } from './helpers';

describe('the environment matrix', () => {
  const activated = async (): Promise<Api> => {
    const extension = vscode.extensions.getExtension<Api>(extensionId);
    assert.ok(extension);
    await waitFor(() => extension.isActive, 'the extension to start');
    return extension.exports;
  };

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('shows the references, opens an entry beside them, and writes what is entered', async () => {
    const { matrix } = await activated();
    await vscode.commands.executeCommand('connref.showMatrix');
    await waitFor(() => matrix.shownRows() >= 14, 'the references of the sample');
    const settings = await findFile('test.json');
    const reference = 'contoso_sharedsql_c95a4';
    await matrix.receive({ type: 'open', reference, environment: 'test' });
    const editor = await waitFor(
      () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.fsPath === settings.fsPath),
      'the settings',
    );
    const old = editor.document.getText(editor.selection).replaceAll('"', '');
    assert.match(old, /^[0-9a-f]{32}$/);
    const text = editor.document.getText();
    await matrix.receive({ type: 'bind', reference, environment: 'test', connectionId: 'entered-by-test' });
    await waitFor(() => editor.document.getText().includes('entered-by-test'), 'the edit');
    assert.equal(editor.document.getText().replace('entered-by-test', old), text);
    await matrix.receive({ type: 'bind', reference, environment: 'test', connectionId: old });
    await waitFor(() => editor.document.getText() === text, 'the text as it was');
    await editor.document.save();
  });
});
