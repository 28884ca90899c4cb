/** Several folders in one workspace: they count as one, and each has settings of its own. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { customizationsXml, flowText, solutionXml } from '../../../server/test/engine';
import type { Api } from '../../src/api';
import { extensionId, findFile, findNode, findingsOf, ruleOf, waitFor, workspaceFolder } from './helpers';

const directUse = 'use-connection-references';
const undeclared = 'undeclared-connection-reference';

describe('a second folder', () => {
  const folder = vscode.Uri.file(mkdtempSync(path.join(tmpdir(), 'connref-folder-')));
  const flow = vscode.Uri.joinPath(folder, 'Workflows', 'Ship-6B29FC40-CA47-1067-B31D-00DD010662DA.json');
  const folders = (): readonly vscode.WorkspaceFolder[] => vscode.workspace.workspaceFolders ?? [];
  const rulesOf = (file: vscode.Uri): string[] => findingsOf(file).map(ruleOf);
  let api: Api;

  before(async () => {
    const extension = vscode.extensions.getExtension<Api>(extensionId);
    await waitFor(() => extension?.isActive, 'the extension to start');
    assert.ok(extension);
    api = extension.exports;
    // The solution uses a reference that only a solution of the first folder declares.
    const entries = {
      mail: {
        connection: { connectionReferenceLogicalName: 'contoso_sharedoffice365_1a2b3' },
        api: { name: 'shared_office365' },
      },
      sql: { connection: {}, api: { name: 'shared_sql' } },
    };
    const step = (key: string): object => ({ type: 'OpenApiConnection', inputs: { host: { connectionName: key } } });
    const files: Readonly<Record<string, string>> = {
      'Other/Solution.xml': solutionXml('Shipping'),
      'Other/Customizations.xml': customizationsXml({
        name: 'ship_rss',
        connector: 'shared_rss',
        title: 'Shipping news',
      }),
      [`Workflows/${path.posix.basename(flow.path)}`]: flowText(
        JSON.stringify(entries),
        JSON.stringify({ Mail: step('mail'), Count: step('sql') }),
      ),
    };
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder.fsPath, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  });

  after(async () => {
    const index = folders().findIndex(({ uri }) => uri.toString() === folder.toString());
    if (index > 0) vscode.workspace.updateWorkspaceFolders(index, 1);
    await waitFor(() => folders().length === 1, 'the folder to go');
    rmSync(folder.fsPath, { recursive: true });
  });

  it('is read when it comes, together with the first', async () => {
    const { solutions } = await api.summary();
    vscode.workspace.updateWorkspaceFolders(folders().length, 0, { uri: folder });
    await waitFor(async () => (await api.summary()).solutions === solutions + 1, 'its solution');
    await waitFor(() => rulesOf(flow).includes(directUse), 'its findings');
    assert.ok(!rulesOf(flow).includes(undeclared), 'The reference is declared in the first folder.');
    assert.ok(await findNode(api, undefined, ({ label }) => label === 'Shipping news'), 'The tree has its reference.');
  });

  it('has settings of its own', async () => {
    const first = await findFile('OldNotification-DAA283E7-66F6-4A33-A23D-55B072AD857D.json');
    const severityOf = (file: vscode.Uri): vscode.DiagnosticSeverity | undefined =>
      findingsOf(file).find((finding) => ruleOf(finding) === directUse)?.severity;
    const { Error: error, Warning: warning } = vscode.DiagnosticSeverity;
    const update = (value: unknown): Thenable<void> =>
      vscode.workspace
        .getConfiguration('connref', folder)
        .update('rules', value, vscode.ConfigurationTarget.WorkspaceFolder);
    await update({ [directUse]: 'error' });
    await waitFor(() => severityOf(flow) === error, 'an error in the second folder');
    assert.equal(severityOf(first), warning);
    await update(undefined);
    await waitFor(() => severityOf(flow) === warning, 'the warning of before');
  });

  it('is forgotten when it goes', async () => {
    const { solutions } = await api.summary();
    const index = folders().findIndex(({ uri }) => uri.toString() === folder.toString());
    vscode.workspace.updateWorkspaceFolders(index, 1);
    await waitFor(async () => (await api.summary()).solutions === solutions - 1, 'its solution to go');
    await waitFor(() => findingsOf(flow).length === 0, 'its findings to go');
    assert.equal(await findNode(api, undefined, ({ label }) => label === 'Shipping news'), undefined);
    assert.ok(folders().some(({ uri }) => uri.toString() === workspaceFolder().toString()));
  });
});
