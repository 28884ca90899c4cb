/** Settings of the editor, and files that count though they lie outside of its folders. */
import assert from 'node:assert/strict';
import { TestClient, type ClientOptions, type Model } from './client';
import { Folder } from './folder';
import { flow, solution } from './samples';

const a = '/src/Workflows/A.json';
const b = '/other/Workflows/B.json';
const rule = 'use-connection-references';
const source =
  solution('/src', 'HR', {}) +
  flow(a, { shared_sql: undefined }) +
  solution('/other', 'Other', {}) +
  flow(b, { shared_ftp: undefined });
const found = (severity: string, key = 'shared_sql'): string => `${severity} ${rule} at ${key}`;

describe('settings of the editor', () => {
  let folder: Folder | undefined;
  let client: TestClient | undefined;

  const start = async (options: ClientOptions, text = source): Promise<TestClient> => {
    folder = new Folder(text);
    client = await TestClient.start(folder, options);
    return client;
  };

  afterEach(async () => {
    const errors = client?.errors ?? [];
    await client?.stop();
    folder?.dispose();
    client = folder = undefined;
    assert.deepEqual(errors, []);
  });

  for (const model of ['pull', 'push'] satisfies Model[]) {
    it(`count from the first answer on, and change all findings at once (${model} model)`, async () => {
      const settings = { '/src': { rules: { [rule]: 'error' } }, '': { rules: { [rule]: 'hint' } } };
      const client = await start({ model, workspaceFolders: ['/src', '/other'], settings });
      await client.open(a);
      await client.expectFindings(a, [found('error')]);
      await client.expectFindings(b, [found('hint', 'shared_ftp')]);
      await client.changeSettings({ '': { rules: { [rule]: 'info' } } });
      await client.expectFindings(a, [found('info')]);
      await client.expectFindings(b, [found('info', 'shared_ftp')]);
      await client.changeSettings({ '': { validate: false }, '/other': { exclude: ['Workflows/**'] } });
      await client.waitFor(() => client.filesWithFindings(), []);
      await client.changeSettings({});
      await client.expectFindings(a, [found('warning')]);
      await client.expectFindings(b, [found('warning', 'shared_ftp')]);
    });
  }

  it('are asked for when a folder comes', async () => {
    const client = await start({ workspaceFolders: ['/src'], settings: { '/other': { rules: { [rule]: 'error' } } } });
    await client.expectFindings(a, [found('warning')]);
    await client.changeFolders({ added: ['/other'] });
    await client.expectFindings(b, [found('error', 'shared_ftp')]);
  });

  it('are not needed', async () => {
    const client = await start({
      capabilities: { workspace: { configuration: false } },
      settings: { '': { validate: false } },
    });
    await client.expectFindings(a, [found('warning')]);
  });
});

describe('files outside of the folders', () => {
  let folder: Folder | undefined;
  let client: TestClient | undefined;

  afterEach(async () => {
    await client?.stop();
    folder?.dispose();
    client = folder = undefined;
  });

  it('are watched where a configuration lies above or is named, and count when they change', async () => {
    folder =
      new Folder(`${source}//- /connref.json\n{ "extends": "shared/[team].connref.json", "baseline": "known.json" }
//- /shared/[team].connref.json
{ "rules": { "${rule}": "error" } }
`);
    client = await TestClient.start(folder, { workspaceFolders: ['/src'] });
    await client.expectFindings(a, [found('error')]);
    const inFolder = (): string[] =>
      (client?.watched() ?? []).filter((pattern) => pattern.startsWith('/') || pattern.startsWith(': ')).sort();
    await client.waitFor(inFolder, ['/shared: [[]team].connref.json', ': connref.json', ': known.json']);

    folder.write('/shared/[team].connref.json', `{ "rules": { "${rule}": "info" } }`);
    await client.tellDisk({ '/shared/[team].connref.json': 'Changed' });
    await client.expectFindings(a, [found('info')]);

    const entry = {
      rule,
      file: 'src/Workflows/A.json',
      pointer: '/properties/connectionReferences/shared_sql',
    };
    folder.write('/known.json', JSON.stringify({ connrefBaseline: 1, findings: [entry] }));
    await client.tellDisk({ '/known.json': 'Created' });
    await client.expectFindings(a, []);

    folder.write('/connref.json', '{}');
    await client.tellDisk({ '/connref.json': 'Changed' });
    await client.expectFindings(a, [found('warning')]);
    // A folder that is opened around them watches them itself.
    await client.changeFolders({ added: ['/'] });
    await client.waitFor(inFolder, []);
  });
});
