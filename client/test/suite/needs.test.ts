import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { acceptProposal, findFile, waitFor } from './helpers';

describe('what is to be known before an import', () => {
  /** Of a page that is nowhere on disk. */
  const pageOf = (title: string): string | undefined =>
    vscode.workspace.textDocuments
      .filter(({ isUntitled, languageId }) => isUntitled && languageId === 'markdown')
      .map((document) => document.getText())
      .find((text) => text.startsWith(title));

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is what a flow needs in an environment', async () => {
    const flow = await findFile('NotifyNewHire-54D0E178-3DEA-491C-BC26-17299AD999B0.json');
    let isDone = false;
    void vscode.commands.executeCommand('connref.showNeeds', flow).then(() => (isDone = true));
    await waitFor(async () => {
      await acceptProposal();
      return isDone;
    }, 'the question to be answered');
    const text = await waitFor(() => pageOf('# Connections for Notify new hire in prod'), 'the page');
    for (const part of ['HR – Outlook – Service', 'HR – Teams – Service']) {
      assert.ok(text.includes(part), `'${part}' is missing in:\n${text}`);
    }
  });
});
