import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Summary, TreeNode } from '../../../server/src/lsp/protocol';
import { customizationsXml, flowText, solutionXml } from '../../../server/test/engine';
import { zipFile } from '../../../server/test/zipFile';
import type { Api } from '../../src/api';
import {
  codeActionsAt,
  extensionId,
  findingsOf,
  hoverAt,
  openFile,
  positionOf,
  ruleOf,
  waitFor,
  waitForFinding,
} from './helpers';

const directUse = 'use-connection-references';

describe('a solution as .zip', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'connref-zip-'));
  const zip = path.join(folder, 'Fabrikam 1.0.zip');
  const root = vscode.Uri.file(zip).with({ scheme: 'connref-zip' });
  const at = (...names: readonly string[]): vscode.Uri => vscode.Uri.joinPath(root, ...names);
  const flow = at('Workflows', 'Notify-6B29FC40-CA47-1067-B31D-00DD010662DA.json');
  let atFirst: Summary;

  const api = (): Api => {
    const extension = vscode.extensions.getExtension<Api>(extensionId);
    assert.ok(extension);
    return extension.exports;
  };

  /** A flow that uses one connection through a reference, and one directly. */
  const write = (direct: string): void => {
    const entries = {
      bound: { connection: { connectionReferenceLogicalName: 'fab_rss' }, api: { name: 'shared_rss' } },
      [direct]: { connection: {}, api: { name: direct } },
    };
    const steps = Object.fromEntries(
      Object.keys(entries).map((key) => [
        `Use_${key}`,
        { type: 'OpenApiConnection', inputs: { host: { connectionName: key } } },
      ]),
    );
    const files = {
      'solution.xml': solutionXml('Fabrikam'),
      'customizations.xml': customizationsXml({ name: 'fab_rss', connector: 'shared_rss', title: 'Fabrikam news' }),
      [flow.path.slice(root.path.length + 1)]: flowText(JSON.stringify(entries), JSON.stringify(steps)),
    };
    writeFileSync(zip, zipFile(Object.entries(files).map(([name, content]) => ({ name, content }))));
  };
  const uris = (): string[] => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());

  before(async () => {
    const extension = vscode.extensions.getExtension<Api>(extensionId);
    await waitFor(() => extension?.isActive, 'the extension to start');
    atFirst = await api().summary();
    write('shared_sql');
    await vscode.commands.executeCommand('connref.openArchive', vscode.Uri.file(zip));
    await waitFor(() => uris().includes(root.toString()), 'the folder');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const index = uris().indexOf(root.toString());
    if (index > 0) vscode.workspace.updateWorkspaceFolders(index, 1);
    rmSync(folder, { recursive: true });
  });

  it('is a folder that can be read and not written', async () => {
    const names = await waitFor(async () => vscode.workspace.fs.readDirectory(root), 'the files');
    assert.deepEqual(names, [
      ['solution.xml', vscode.FileType.File],
      ['customizations.xml', vscode.FileType.File],
      ['Workflows', vscode.FileType.Directory],
    ]);
    assert.equal(vscode.workspace.fs.isWritableFileSystem(root.scheme), false);
    await assert.rejects(async () => vscode.workspace.fs.writeFile(at('new.json'), new Uint8Array()));
    await assert.rejects(async () => vscode.workspace.fs.stat(at('..', 'secret.json')));
  });

  it('has its findings, without fixes', async () => {
    const finding = await waitForFinding(flow, directUse);
    assert.deepEqual(findingsOf(flow).map(ruleOf).sort(), ['half-converted-flow', directUse]);
    await openFile(flow);
    const titles = (await codeActionsAt(flow, finding.range)).map(({ title }) => title);
    // VS Code has actions of its own.
    const offered = titles.filter((title) => /connection/i.test(title));
    assert.ok(offered.length > 0);
    assert.deepEqual(
      offered.filter((title) => !/^(Explain|Suppress|Turn) /.test(title)),
      [],
    );
  });

  it('answers hovers, which lead into it', async () => {
    const { document } = await openFile(flow);
    const hover = await waitFor(async () => {
      const content = await hoverAt(document, positionOf(document, 'fab_rss', 2));
      return content !== '' && content;
    }, 'the hover');
    assert.match(hover, /Fabrikam news/);
    const [, target = ''] = /\((connref-zip:[^)]*)\)/.exec(hover) ?? [];
    const shown = await openFile(vscode.Uri.parse(target).with({ fragment: '' }));
    assert.equal(shown.document.uri.toString(), at('customizations.xml').toString());
  });

  it('is in the tree, whose nodes open its files', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const find = async (id?: string): Promise<TreeNode | undefined> => {
      for (const node of await api().children(id)) {
        if (node.kind === 'step' && node.uri === flow.toString()) return node;
        const found = node.hasChildren ? await find(node.id) : undefined;
        if (found) return found;
      }
      return undefined;
    };
    const node = await waitFor(() => find(), 'a step');
    await vscode.commands.executeCommand('connref.openNode', { node });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), flow.toString());
  });

  it('is read again when it changes on disk, in open editors too', async () => {
    const { document } = await openFile(flow);
    assert.ok(document.getText().includes('shared_sql'));
    write('shared_ftp');
    await waitFor(() => document.getText().includes('shared_ftp'), 'the new text');
    await waitFor(() => findingsOf(flow).some(({ message }) => message.includes("'shared_ftp'")), 'the new finding');
  });

  it('is not opened twice, and not at all where it is broken', async () => {
    const folders = uris();
    await vscode.commands.executeCommand('connref.openArchive', vscode.Uri.file(zip));
    const broken = path.join(folder, 'broken.zip');
    for (const bytes of [
      Buffer.from('Not found'),
      zipFile([{ name: '../solution.xml', content: '' }]),
      zipFile([{ name: 'solution.xml', content: Buffer.alloc(8_000_000) }]),
    ]) {
      writeFileSync(broken, bytes);
      await vscode.commands.executeCommand('connref.openArchive', vscode.Uri.file(broken));
    }
    assert.deepEqual(uris(), folders);
  });

  it('is forgotten when its folder is removed', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    vscode.workspace.updateWorkspaceFolders(uris().indexOf(root.toString()), 1);
    await waitFor(() => findingsOf(flow).length === 0, 'the findings to go');
    await waitFor(async () => (await api().summary()).solutions === atFirst.solutions, 'the solution to go');
    assert.deepEqual(await api().summary(), atFirst);
  });
});
