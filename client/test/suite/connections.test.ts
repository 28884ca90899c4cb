import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/api';
import {
  acceptPreviewUntil,
  activated,
  findFile,
  findNode,
  findingsOf,
  openFile,
  positionOf,
  revert,
  ruleOf,
  waitFor,
} from './helpers';

const directUse = 'use-connection-references';

describe('the tree of connections', () => {
  it('starts with the connectors of the workspace', async () => {
    const api = await activated();
    const top = await api.children();
    const labels = top.map(({ label }) => label);
    assert.ok(labels.includes('Office 365 Outlook'), labels.join(', '));
    assert.ok(labels.includes('Microsoft Dataverse'), labels.join(', '));
    assert.ok(top.every(({ kind }) => kind === 'connector'));
  });

  it('leads down to a step, and to its place', async () => {
    const api = await activated();
    const step = await findNode(api, undefined, (node) => node.kind === 'step');
    assert.ok(step?.uri !== undefined);
    await vscode.commands.executeCommand('connref.openNode', { node: step });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), vscode.Uri.parse(step.uri).toString());
  });

  it('counts errors and warnings in its badge', async () => {
    const api = await activated();
    const { errors, warnings } = await api.summary();
    assert.equal(errors + warnings, 16);
    await vscode.commands.executeCommand('connref.connections.focus');
    await waitFor(() => api.badge() === 16, 'the badge');
  });
});

describe('the tree as somebody wants to see it', () => {
  const labels = async (api: Api): Promise<string[]> => (await api.children()).map(({ label }) => label);

  afterEach(async () => {
    await vscode.commands.executeCommand('connref.tree.groupBy.connector');
    await vscode.commands.executeCommand('connref.tree.clearFilter');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is grouped by a command', async () => {
    const api = await activated();
    await vscode.commands.executeCommand('connref.tree.groupBy.solution');
    assert.deepEqual(await labels(api), ['ContosoBase', 'ContosoHR', 'ContosoTravel']);
    await vscode.commands.executeCommand('connref.tree.groupBy.environment');
    assert.deepEqual(await labels(api), ['prod', 'test', 'In no settings file']);
  });

  it('is filtered by a text and by problems, and says so', async () => {
    const api = await activated();
    await vscode.commands.executeCommand('connref.connections.focus');
    await api.filterTree('payroll');
    assert.deepEqual(await labels(api), ['SQL Server']);
    await waitFor(() => api.treeMessage() === "Filtered by 'payroll'.", 'the message');
    await api.filterTree('no such thing');
    await waitFor(() => api.treeMessage()?.endsWith('Nothing is left.') ?? false, 'the message that nothing is left');
    await vscode.commands.executeCommand('connref.tree.clearFilter');
    await vscode.commands.executeCommand('connref.tree.onlyProblems');
    assert.ok(!(await labels(api)).includes('Approvals'));
    await vscode.commands.executeCommand('connref.tree.clearFilter');
    assert.ok((await labels(api)).includes('Approvals'));
    assert.equal(api.treeMessage(), '');
  });

  it('selects what the cursor is on, by a command and while it moves', async () => {
    const api = await activated();
    const editor = await openFile(await findFile('NotifyNewHire-54D0E178-3DEA-491C-BC26-17299AD999B0.json'));
    const goTo = (text: string): void => {
      const position = positionOf(editor.document, text, 3);
      editor.selection = new vscode.Selection(position, position);
    };
    goTo('"Get_manager"');
    await vscode.commands.executeCommand('connref.revealInTree');
    await waitFor(() => api.selectedInTree()?.label === 'Get manager', 'the step in the tree');
    await vscode.commands.executeCommand('connref.tree.groupBy.flow');
    goTo('contoso_sharedteams_92c4d');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('connref.revealInTree');
    await waitFor(() => api.selectedInTree()?.label === 'HR – Teams – Service', 'the reference in the tree');
    const settings = vscode.workspace.getConfiguration('connref');
    await settings.update('tree.followCursor', true, vscode.ConfigurationTarget.Workspace);
    try {
      const active = await vscode.window.showTextDocument(editor.document);
      const position = positionOf(active.document, '"List_buddies"', 3);
      active.selection = new vscode.Selection(position, position);
      await waitFor(() => api.selectedInTree()?.label === 'List buddies', 'the tree to follow');
    } finally {
      await settings.update('tree.followCursor', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

describe('commands', () => {
  it('use connection references in a flow', async () => {
    const file = await findFile('AnswerTravelQuestion-286C19D8-9D38-4392-ABBD-FC5B6BA5D3BB.json');
    await waitFor(() => findingsOf(file).length === 2, 'the findings');
    const { document } = await openFile(file);
    await vscode.commands.executeCommand('connref.useReferencesInFile');
    await waitFor(() => document.getText().includes('contoso_sharedteams_17e5b'), 'the reference');
    await waitFor(() => findingsOf(file).length === 0, 'the findings to go');
    await revert(document);
    await waitFor(() => findingsOf(file).length === 2, 'the findings to come back');
  });

  it('use connection references in a solution, and keep what else is in the files', async () => {
    const file = await findFile('BookBusinessTravel-7EFFD429-493A-4D0F-89B3-F1A91F156348.json');
    await waitFor(() => findingsOf(file).some((finding) => ruleOf(finding) === directUse), 'the finding');
    const other = await findFile('AnswerTravelQuestion-286C19D8-9D38-4392-ABBD-FC5B6BA5D3BB.json');
    const before = new Map<vscode.Uri, Uint8Array>();
    for (const uri of [file, other]) before.set(uri, await vscode.workspace.fs.readFile(uri));
    try {
      const change = vscode.commands.executeCommand('connref.useReferencesInSolution', file);
      await acceptPreviewUntil(change);
      const after = await waitFor(async () => {
        const bytes = await vscode.workspace.fs.readFile(file);
        return Buffer.compare(bytes, before.get(file) ?? bytes) !== 0 && Buffer.from(bytes);
      }, 'the file on disk to change');
      const text = Buffer.from(before.get(file) ?? []).toString('utf16le');
      assert.ok(text.startsWith('\ufeff') && text.includes('\r\n'), 'The flow is in UTF-16 with a byte order mark.');
      const bound = [
        '"connection": {',
        '          "connectionReferenceLogicalName": "contoso_sharedsharepointonline_f8a19"',
        '        }',
      ];
      assert.equal(after.toString('utf16le'), text.replace('"connection": {}', bound.join('\r\n')));
    } finally {
      for (const [uri, bytes] of before) await vscode.workspace.fs.writeFile(uri, bytes);
    }
    await waitFor(() => findingsOf(file).some((finding) => ruleOf(finding) === directUse), 'the finding to come back');
  });

  it('explain a rule', async () => {
    await vscode.commands.executeCommand('connref.explain', 'use-connection-references');
    const isShown = (): boolean =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ label }) => label.includes('use-connection-references')),
      );
    await waitFor(isShown, 'the preview of the page');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
