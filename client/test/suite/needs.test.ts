import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { acceptProposal, findFile, waitFor } from './helpers';

describe('what is to be known before an import', () => {
  const page = (): vscode.TextDocument | undefined =>
    vscode.workspace.textDocuments.find(
      ({ uri }) => uri.scheme === 'connref-page' && uri.path.startsWith('/Connections for '),
    );
  const previews = (): string[] =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview'))
      .map(({ label }) => label);

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is what a flow needs in an environment, as a preview of its page', async () => {
    const flow = await findFile('NotifyNewHire-54D0E178-3DEA-491C-BC26-17299AD999B0.json');
    let isDone = false;
    void vscode.commands.executeCommand('connref.showNeeds', flow).then(() => (isDone = true));
    await waitFor(async () => {
      await acceptProposal();
      return isDone;
    }, 'the question to be answered');
    await waitFor(
      () => previews().some((label) => label.includes('Connections for Notify new hire in prod')),
      'the preview',
    );
    const text = (await waitFor(page, 'the page')).getText();
    assert.ok(text.startsWith('# Connections for Notify new hire in prod\n'), text);
    for (const part of ['HR – Outlook – Service', 'HR – Teams – Service']) {
      assert.ok(text.includes(part), `'${part}' is missing in:\n${text}`);
    }
  });

  it('is the order of imports, whose source can be seen', async () => {
    await vscode.commands.executeCommand('connref.showImportOrder');
    await waitFor(() => previews().some((label) => label.includes('Order of imports')), 'the preview');
    await vscode.commands.executeCommand('markdown.showSource');
    const editor = await waitFor(() => vscode.window.activeTextEditor, 'the source');
    assert.equal(editor.document.languageId, 'markdown');
    assert.match(editor.document.getText(), /^# Order of imports\n\n1\. \*\*ContosoBase\*\*/);
  });
});
