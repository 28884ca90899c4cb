import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/api';
import { extensionId, findFile, openFile, positionOf, waitFor } from './helpers';

describe('the graph', () => {
  const activated = async (): Promise<Api> => {
    const extension = vscode.extensions.getExtension<Api>(extensionId);
    assert.ok(extension);
    await waitFor(() => extension.isActive, 'the extension to start');
    return extension.exports;
  };
  const panels = (): readonly vscode.Tab[] =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('connref.graph'));

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('of the workspace is drawn in a panel, and a node opens its file beside it', async () => {
    const { graph } = await activated();
    await vscode.commands.executeCommand('connref.showGraph');
    await waitFor(() => graph.shownNodes() > 50, 'the nodes of the sample');
    assert.equal(panels().length, 1);
    await graph.receive({ type: 'open', id: 'reference:contoso_sharedoffice365_1a2b3' });
    const { document, selection, viewColumn } = await waitFor(() => vscode.window.activeTextEditor, 'the file');
    assert.ok(document.uri.path.endsWith('Customizations.xml'));
    assert.equal(document.getText(selection), 'contoso_sharedoffice365_1a2b3');
    assert.notEqual(viewColumn, panels()[0]?.group.viewColumn);
  });

  it('around the cursor is a part of it, in the same panel', async () => {
    const { graph } = await activated();
    const editor = await openFile(await findFile('NotifyNewHire-54D0E178-3DEA-491C-BC26-17299AD999B0.json'));
    const name = positionOf(editor.document, 'contoso_sharedoffice365_1a2b3', 3);
    editor.selection = new vscode.Selection(name, name);
    await vscode.commands.executeCommand('connref.showGraphAround');
    await waitFor(() => graph.shownNodes() > 3 && graph.shownNodes() < 20, 'the nodes around the reference');
    await vscode.commands.executeCommand('connref.showGraphOfSolution', editor.document.uri);
    await waitFor(() => graph.shownNodes() > 20, 'the nodes of the solution');
    assert.equal(panels().length, 1);
  });
});
