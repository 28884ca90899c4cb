/** Settings of the editor, and files that count though they lie outside of its folders. */
import type { Model } from './client';
import { flow, solution } from './samples';
import { serversOn } from './servers';

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
  const start = serversOn(source);

  for (const model of ['pull', 'push'] satisfies Model[]) {
    it(`count from the first answer on, and change all findings at once (${model} model)`, async () => {
      const settings = { '/src': { rules: { [rule]: 'error' } }, '': { rules: { [rule]: 'hint' } } };
      const client = await start(source, { model, workspaceFolders: ['/src', '/other'], settings });
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
    const client = await start(source, {
      workspaceFolders: ['/src'],
      settings: { '/other': { rules: { [rule]: 'error' } } },
    });
    await client.expectFindings(a, [found('warning')]);
    await client.changeFolders({ added: ['/other'] });
    await client.expectFindings(b, [found('error', 'shared_ftp')]);
  });

  it('are not needed', async () => {
    const client = await start(source, {
      capabilities: { workspace: { configuration: false } },
      settings: { '': { validate: false } },
    });
    await client.expectFindings(a, [found('warning')]);
  });
});

describe('files outside of the folders', () => {
  const start = serversOn();

  it('are watched where a configuration lies above or is named, and count when they change', async () => {
    const shared = `//- /shared/[team].connref.json\n{ "rules": { "${rule}": "error" } }\n`;
    const around = `//- /connref.json\n{ "extends": "shared/[team].connref.json", "baseline": "known.json" }\n`;
    const client = await start(source + around + shared, { workspaceFolders: ['/src'] });
    await client.expectFindings(a, [found('error')]);
    const inFolder = (): string[] =>
      client
        .watched()
        .filter((pattern) => pattern.startsWith('/') || pattern.startsWith(': '))
        .sort();
    await client.waitFor(inFolder, ['/shared: [[]team].connref.json', ': connref.json', ': known.json']);

    client.folder.write('/shared/[team].connref.json', `{ "rules": { "${rule}": "info" } }`);
    await client.tellDisk({ '/shared/[team].connref.json': 'Changed' });
    await client.expectFindings(a, [found('info')]);

    const entry = {
      rule,
      file: 'src/Workflows/A.json',
      pointer: '/properties/connectionReferences/shared_sql',
    };
    client.folder.write('/known.json', JSON.stringify({ connrefBaseline: 1, findings: [entry] }));
    await client.tellDisk({ '/known.json': 'Created' });
    await client.expectFindings(a, []);

    client.folder.write('/connref.json', '{}');
    await client.tellDisk({ '/connref.json': 'Changed' });
    await client.expectFindings(a, [found('warning')]);
    // A folder that is opened around them watches them itself.
    await client.changeFolders({ added: ['/'] });
    await client.waitFor(inFolder, []);
  });
});
