import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { acceptProposal, findFile, waitFor } from './helpers';

describe('what is to be known before an import', () => {
  const shown = (): string | undefined => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.isUntitled && document.languageId === 'markdown' ? document.getText() : undefined;
  };

  afterEach(async () => {
    if (shown() !== undefined) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is what a flow needs in an environment', async () => {
    const flow = await findFile('NotifyNewHire-54D0E178-3DEA-491C-BC26-17299AD999B0.json');
    let isDone = false;
    void vscode.commands.executeCommand('connref.showNeeds', flow).then(() => (isDone = true));
    await waitFor(async () => {
      await acceptProposal();
      return isDone;
    }, 'the page');
    const text = shown() ?? '';
    for (const part of ['Notify new hire', 'prod', 'HR – Outlook – Service', 'HR – Teams – Service']) {
      assert.ok(text.includes(part), `'${part}' is missing in:\n${text}`);
    }
  });

  it('is the order of solutions, and why', async () => {
    await vscode.commands.executeCommand('connref.showImportOrder');
    // VS Code may still name the editor of before for a moment.
    const text = await waitFor(() => (shown()?.includes('ContosoTravel') ? shown() : undefined), 'the order');
    const at = ['ContosoBase', 'ContosoHR', 'ContosoTravel'].map((name) => text.indexOf(name));
    assert.ok(!at.includes(-1), text);
    assert.deepEqual(
      at,
      [...at].sort((a, b) => a - b),
      text,
    );
  });
});
