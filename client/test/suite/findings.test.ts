import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  codeActionsAt,
  findFile,
  findingsOf,
  hoverAt,
  openFile,
  positionOf,
  revert,
  ruleOf,
  waitFor,
  waitForFinding,
} from './helpers';

const oldNotification = 'OldNotification-DAA283E7-66F6-4A33-A23D-55B072AD857D.json';
const notifyNewHire = 'NotifyNewHire-54D0E178-3DEA-491C-BC26-17299AD999B0.json';
const directUse = 'use-connection-references';

/** A VS Code for browsers saves after a second by itself, and tests could not go back to what is on disk. */
before(async () => {
  await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
});

describe('findings', () => {
  it('are shown for files that no editor has open', async () => {
    const file = await findFile(oldNotification);
    await waitForFinding(file, directUse);
    assert.ok(!vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === file.toString()));
    assert.deepEqual(findingsOf(file).map(ruleOf), [directUse, directUse]);
    assert.deepEqual(
      findingsOf(file).map(({ severity }) => severity),
      [vscode.DiagnosticSeverity.Warning, vscode.DiagnosticSeverity.Warning],
    );
  });

  it('stand at the key, and tell the steps that use it', async () => {
    const file = await findFile(oldNotification);
    const finding = await waitForFinding(file, directUse);
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(document.getText(finding.range), 'shared_office365');
    assert.equal(finding.relatedInformation?.length, 3);
  });

  it('lead to the page of their rule', async () => {
    const { code } = await waitForFinding(await findFile(oldNotification), directUse);
    assert.ok(typeof code === 'object');
    await vscode.workspace.fs.stat(code.target);
    assert.match(code.target.path, /\/docs\/rules\/use-connection-references\.md$/);
    await vscode.commands.executeCommand('vscode.open', code.target);
    const input = await waitFor(() => {
      const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return (shown instanceof vscode.TabInputText || shown instanceof vscode.TabInputCustom) && shown;
    }, 'the page');
    // As a person reads it, not as it is written.
    assert.ok(input instanceof vscode.TabInputCustom);
    assert.equal(input.uri.toString(), code.target.toString());
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('go and come as somebody types', async () => {
    const file = await findFile(oldNotification);
    await waitForFinding(file, directUse);
    const editor = await openFile(file);
    await editor.edit((edit) => {
      edit.insert(positionOf(editor.document, '"shared_teams"', 1), 'x');
    });
    await waitFor(
      () => findingsOf(file).some(({ range }) => editor.document.getText(range) === 'xshared_teams'),
      'the finding at the new key',
    );
    await revert(editor.document);
    await waitFor(() => findingsOf(file).length === 2, 'the findings of the file on disk');
  });
});

describe('quick fixes', () => {
  const use = "Use connection reference 'HR – Outlook – Service'";

  it('bind the key to the reference that fits, in one step that can be undone', async () => {
    const file = await findFile(oldNotification);
    const finding = await waitForFinding(file, directUse);
    const { document } = await openFile(file);
    const before = document.getText();
    const actions = await codeActionsAt(file, finding.range);
    const action = actions.find(({ title }) => title.startsWith(use));
    assert.ok(action, `Offered: ${actions.map(({ title }) => title).join(' | ')}`);
    assert.equal(action.isPreferred, true);

    const editor = await openFile(file);
    editor.selection = new vscode.Selection(finding.range.start, finding.range.start);
    await vscode.commands.executeCommand('editor.action.autoFix');
    const bound =
      '"connection": {\n          "connectionReferenceLogicalName": "contoso_sharedoffice365_1a2b3"\n        }';
    const expected = before.replace('"connection": {}', bound);
    await waitFor(() => document.getText() !== before, 'the fix');
    assert.equal(document.getText(), expected);
    await waitFor(
      () =>
        findingsOf(file)
          .map(ruleOf)
          .filter((rule) => rule === directUse).length === 1,
      'the finding to go',
    );

    await vscode.commands.executeCommand('undo');
    await waitFor(() => document.getText() === before, 'the text as it was');
    await revert(document);
    await waitFor(
      () =>
        findingsOf(file)
          .map(ruleOf)
          .filter((rule) => rule === directUse).length === 2,
      'the finding to come back',
    );
  });
});

describe('hover', () => {
  it('tells of a reference where it is bound', async () => {
    const { document } = await openFile(await findFile(notifyNewHire));
    const hover = await waitFor(async () => {
      const content = await hoverAt(document, positionOf(document, 'contoso_sharedoffice365_1a2b3', 3));
      return content !== '' && content;
    }, 'the hover');
    assert.match(hover, /HR – Outlook – Service/);
    assert.match(hover, /Office 365 Outlook/);
    assert.match(hover, /\[ContosoHR 1\.4\.0\.12\]\(file:[^)]*Customizations\.xml#L\d+,\d+\)/);
    assert.match(hover, /\| prod \| \*\*not bound\*\*/);
  });
});
