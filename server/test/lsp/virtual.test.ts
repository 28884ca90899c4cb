/** Folders that lie on no disk, such as a repository on GitHub that VS Code shows without a clone. */
import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver/node';
import type { ClientOptions, Model, TestClient } from './client';
import { flow, solution } from './samples';
import { serversOn } from './servers';
import { VirtualFolder } from './virtualFolder';

const direct = (key: string): string => `warning use-connection-references at ${key}`;
const notify = '/HR/Workflows/Notify #1 (50%).json';
const source =
  solution('/HR', 'HR', { hr_teams: 'shared_teams' }) +
  flow('/HR/Workflows/Bound.json', { shared_teams: 'hr_teams' }) +
  flow(notify, { shared_teams: undefined }) +
  flow('/node_modules/x/Workflows/Other.json', { shared_teams: undefined });

describe('a folder that is on no disk', () => {
  const startOn = serversOn();
  const start = (
    isReadOnly = false,
    folder = new VirtualFolder(source),
    options: ClientOptions = {},
  ): Promise<TestClient> => {
    const virtualSchemes = [{ scheme: VirtualFolder.scheme, isReadOnly }];
    return startOn(folder, { initializationOptions: { virtualSchemes }, ...options });
  };

  for (const model of ['pull', 'push'] satisfies Model[]) {
    it(`has its findings, and none when it is closed (${model} model)`, async () => {
      const folder = new VirtualFolder(source);
      const client = await start(false, folder, { model, workspaceFolders: [] });
      await client.changeFolders({ added: ['/'] });
      await client.expectFindings(notify, [direct('shared_teams')]);
      assert.deepEqual(client.filesWithFindings(), [notify]);
      assert.ok(!folder.asked.some((name) => name.includes('node_modules')), folder.asked.join());
      await client.changeFolders({ removed: ['/'] });
      await client.waitFor(() => client.filesWithFindings(), []);
      await client.changeFolders({ added: ['/'] });
      await client.expectFindings(notify, [direct('shared_teams')]);
    });
  }

  it('is not asked of a client that does not say that it can', async () => {
    const folder = new VirtualFolder(source);
    const client = await startOn(folder);
    await client.waitFor(() => client.summary?.flows, 0);
    assert.deepEqual(folder.asked, []);
  });

  it('follows files and folders that come, change and go, and reads nothing else again', async () => {
    const folder = new VirtualFolder(source);
    const client = await start(false, folder);
    await client.expectFindings(notify, [direct('shared_teams')]);
    folder.asked.length = 0;
    folder.write(notify, folder.read(notify).replaceAll('shared_teams', 'shared_sql'));
    folder.write('/HR/readme.txt', 'text');
    await client.tellDisk({ [notify]: 'Changed', '/HR/readme.txt': 'Created', '/node_modules/y': 'Created' });
    await client.expectFindings(notify, [direct('shared_sql')]);
    assert.deepEqual(folder.asked, [notify]);

    folder.rename('/HR/Workflows', '/HR/workflows');
    const moved = notify.replace('Workflows', 'workflows');
    await client.tellDisk({ '/HR/Workflows': 'Deleted', '/HR/workflows': 'Created' });
    await client.expectFindings(moved, [direct('shared_sql')]);
    assert.deepEqual(client.filesWithFindings(), [moved]);

    folder.remove('/HR');
    await client.tellDisk({ '/HR': 'Deleted' });
    await client.waitFor(() => client.filesWithFindings(), []);
    await client.waitFor(() => client.summary?.solutions, 0);
  });

  it('is read again as a whole when somebody asks for it', async () => {
    const folder = new VirtualFolder(source);
    const client = await start(false, folder);
    await client.expectFindings(notify, [direct('shared_teams')]);
    folder.remove(notify);
    await client.tellDisk({ '/': 'Changed' });
    await client.waitFor(() => client.filesWithFindings(), []);
  });

  it('is as in editors, and as it was fetched when they are closed', async () => {
    const client = await start();
    await client.expectFindings(notify, [direct('shared_teams')]);
    await client.open(notify);
    await client.replace(notify, '"connection": {}', '"connection": {"connectionReferenceLogicalName": "hr_teams"}');
    await client.expectFindings(notify, []);
    await client.close(notify);
    await client.expectFindings(notify, [direct('shared_teams')]);
  });

  it('is changed by edits of its URIs', async () => {
    const client = await start();
    await client.expectFindings(notify, [direct('shared_teams')]);
    const { edit } = await use(client);
    const { text } = client.edited(notify, edit);
    assert.match(text, /"connectionReferenceLogicalName": "hr_teams"/);
  });

  it('is not changed where its files are read-only', async () => {
    const client = await start(true);
    await client.expectFindings(notify, [direct('shared_teams')]);
    const titles = (await client.codeActions(notify, 'shared_teams')).map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title) => /Use connection|Remove connection/.test(title)),
      [],
    );
  });

  it('keeps what can be read beside what can not', async () => {
    const folder = new VirtualFolder(source + flow('/HR/Workflows/Broken.json', { shared_sql: undefined }));
    folder.unreadable.add('/HR/Workflows/Broken.json');
    const client = await start(false, folder);
    await client.expectFindings(notify, [direct('shared_teams')]);
    assert.deepEqual(client.filesWithFindings(), [notify]);
  });

  async function use(client: TestClient): Promise<CodeAction> {
    const action = (await client.codeActions(notify, 'shared_teams')).find(({ title }) =>
      title.startsWith('Use connection'),
    );
    assert.ok(action);
    return client.resolve(action);
  }
});
