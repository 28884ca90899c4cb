/** A folder that lies on no disk, such as a repository that VS Code shows without a clone. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { customizationsXml, flowText, solutionXml } from '../../../server/test/engine';
import type { Api } from '../../src/api';
import {
  acceptPreviewUntil,
  activated,
  findingsOf,
  findNode,
  hoverAt,
  openFile,
  positionOf,
  ruleOf,
  textsOf,
  waitFor,
  waitForFinding,
} from './helpers';
import { MemoryFiles } from './memoryFiles';

const directUse = 'use-connection-references';

describe('a folder that lies on no disk', () => {
  const root = vscode.Uri.parse('connref-test://host/repo');
  const at = (...names: readonly string[]): vscode.Uri => vscode.Uri.joinPath(root, ...names);
  const flow = at('Workflows', 'Ship #1-6B29FC40-CA47-1067-B31D-00DD010662DA.json');
  const files = new MemoryFiles();
  const folders = (): readonly vscode.WorkspaceFolder[] => vscode.workspace.workspaceFolders ?? [];
  const write = (file: vscode.Uri, text: string): void => files.writeFile(file, new TextEncoder().encode(text));
  const isBound = (text = ''): boolean => text.includes('"connectionReferenceLogicalName": "ship_sql"');
  /** A flow that uses one connection through a reference, and one directly. */
  let direct: string;
  let provider: vscode.Disposable;
  let api: Api;
  let solutions: number;

  before(async () => {
    api = await activated();
    ({ solutions } = await api.summary());
    provider = vscode.workspace.registerFileSystemProvider(root.scheme, files, { isCaseSensitive: true });
    const entries = {
      sql: { connection: {}, api: { name: 'shared_sql' } },
      rss: { connection: { connectionReferenceLogicalName: 'ship_rss' }, api: { name: 'shared_rss' } },
    };
    const step = (key: string): object => ({ type: 'OpenApiConnection', inputs: { host: { connectionName: key } } });
    const references = [
      { name: 'ship_rss', connector: 'shared_rss', title: 'Shipping news' },
      { name: 'ship_sql', connector: 'shared_sql', title: 'Shipping data' },
    ];
    write(at('Other', 'Solution.xml'), solutionXml('Shipping'));
    write(at('Other', 'Customizations.xml'), customizationsXml(...references));
    direct = flowText(JSON.stringify(entries, null, 2), JSON.stringify({ News: step('rss'), Count: step('sql') }));
    write(flow, direct);
    vscode.workspace.updateWorkspaceFolders(folders().length, 0, { uri: root, name: 'Elsewhere' });
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const index = folders().findIndex(({ uri }) => uri.toString() === root.toString());
    if (index > 0) vscode.workspace.updateWorkspaceFolders(index, 1);
    await waitFor(() => folders().length === 1, 'the folder to go');
    await waitFor(async () => (await api.summary()).solutions === solutions, 'its solution to go');
    provider.dispose();
  });

  it('has its findings, and is in the tree', async () => {
    await waitForFinding(flow, directUse);
    assert.equal((await api.summary()).solutions, solutions + 1);
    const node = await findNode(api, undefined, ({ label }) => label === 'Shipping news');
    assert.equal(node?.uri, at('Other', 'Customizations.xml').toString());
  });

  it('answers hovers, whose links open its files', async () => {
    const { document } = await openFile(flow);
    const hover = await waitFor(async () => {
      const content = await hoverAt(document, positionOf(document, 'ship_rss', 2));
      return content !== '' && content;
    }, 'the hover');
    assert.match(hover, /Shipping news/);
    const [, target = ''] = /\((connref-test:[^)]*)\)/.exec(hover) ?? [];
    const shown = await openFile(vscode.Uri.parse(target).with({ fragment: '' }));
    assert.equal(shown.document.uri.toString(), at('Other', 'Customizations.xml').toString());
  });

  it('is mended by the light bulb', async () => {
    const { start } = (await waitForFinding(flow, directUse)).range;
    const editor = await openFile(flow);
    editor.selection = new vscode.Selection(start, start);
    await waitFor(async () => {
      await vscode.commands.executeCommand('editor.action.autoFix');
      return isBound(editor.document.getText());
    }, 'the reference');
    await waitFor(() => !findingsOf(flow).some((shown) => ruleOf(shown) === directUse), 'the finding to go');
    await editor.document.save();
    assert.ok(isBound((await textsOf(flow))[0]));
  });

  it('is changed by commands, also where nobody has opened the file', async () => {
    const other = at('Workflows', 'Other-6B29FC40-CA47-1067-B31D-00DD010662DB.json');
    write(other, direct);
    await waitForFinding(other, directUse);
    await acceptPreviewUntil(vscode.commands.executeCommand('connref.useReferencesInFile', other));
    await waitFor(() => !findingsOf(other).some((shown) => ruleOf(shown) === directUse), 'the finding to go');
    const document = await vscode.workspace.openTextDocument(other);
    assert.ok(isBound(document.getText()));
    if (document.isDirty) await document.save();
  });

  it('follows files that come and folders that go', async () => {
    const third = at('Workflows', 'Third-6B29FC40-CA47-1067-B31D-00DD010662DC.json');
    write(third, direct);
    await waitForFinding(third, directUse);
    files.delete(at('Workflows'));
    await waitFor(() => findingsOf(third).length === 0, 'the findings to go with their folder');
  });
});
