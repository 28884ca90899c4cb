/** Solutions as .zip that are open as folders of the workspace. */
import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import {
  archiveChangedMethod,
  checkArchiveMethod,
  listInArchiveMethod,
  readInArchiveMethod,
  statInArchiveMethod,
  suppressMethod,
  treeChildrenMethod,
  type ArchiveChangedParams,
  type ArchiveProblem,
  type SuppressResult,
  type TreeChildrenResult,
} from '../../src/lsp/protocol';
import { zipFile, type ZipFileEntry } from '../zipFile';
import type { ClientOptions, Model, TestClient } from './client';
import { Folder } from './folder';
import { flow, solution } from './samples';
import { serversOn } from './servers';

const archive = '/exports/HR 1.0.zip';
const notify = `${archive}/Workflows/Notify.json`;
const direct = (key: string): string => `warning use-connection-references at ${key}`;
const bound = `${archive}/Workflows/Bound.json`;
/** A zip has `solution.xml` at its root. One flow is bound, another one uses these connections directly. */
const content = (...keys: readonly string[]): string =>
  solution('', 'HR', { hr_teams: 'shared_teams' }).replaceAll('//- /Other/', '//- /') +
  flow('/Workflows/Bound.json', { shared_teams: 'hr_teams' }) +
  flow('/Workflows/Notify.json', Object.fromEntries(keys.map((key) => [key, undefined])));

describe('an archive as a folder', () => {
  const startOn = serversOn('', { archives: [archive] });
  let told: ArchiveChangedParams['changes'][number][] = [];

  const start = async (source = '', options: ClientOptions = {}): Promise<TestClient> => {
    const folder = new Folder(source);
    folder.writeArchive(archive, content('shared_sql'));
    const client = await startOn(folder, options);
    told = [];
    client.connection.onNotification(archiveChangedMethod, ({ changes }: ArchiveChangedParams) => {
      told.push(...changes);
    });
    return client;
  };

  for (const model of ['pull', 'push'] satisfies Model[]) {
    it(`has its findings at its files, and none when it is closed (${model} model)`, async () => {
      const client = await start('', { model, archives: [] });
      await client.changeFolders({ added: [archive] });
      await client.expectFindings(notify, [direct('shared_sql')]);
      assert.deepEqual(client.filesWithFindings(), [notify]);
      // The folder around it stays open, and an editor still has a file of it.
      await client.open(notify);
      await client.changeFolders({ removed: [archive] });
      await client.waitFor(() => client.summary?.flows, 0);
      await client.waitFor(() => client.filesWithFindings(), []);
      await client.close(notify);
      await client.changeFolders({ added: [archive] });
      await client.expectFindings(notify, [direct('shared_sql')]);
    });
  }

  it('is not read where it only lies in a folder', async () => {
    const client = await start('', { archives: [] });
    await client.waitFor(() => client.summary?.flows, 0);
    await client.tellDisk({ [archive]: 'Changed' });
    assert.deepEqual(client.filesWithFindings(), []);
  });

  it('answers hovers and leads the tree to its files', async () => {
    const client = await start();
    await client.open(bound);
    const hover = await client.hover(bound, 'hr_teams');
    assert.ok(hover && typeof hover.contents === 'object' && 'value' in hover.contents);
    const uri = client.folder.uri(`${archive}/Customizations.xml`);
    assert.ok(uri.startsWith('connref-zip:/'), uri);
    assert.ok(hover.contents.value.includes(`(${uri}#L`), hover.contents.value);

    const request = (id?: string): Promise<TreeChildrenResult> =>
      client.connection.sendRequest(treeChildrenMethod, id === undefined ? {} : { id });
    const uris = new Set<string>();
    const walk = async (id?: string): Promise<void> => {
      for (const node of await request(id)) {
        if (node.uri !== undefined) uris.add(node.uri);
        if (node.hasChildren) await walk(node.id);
      }
    };
    await walk();
    assert.deepEqual([...uris].sort(), [uri, client.folder.uri(bound), client.folder.uri(notify)].sort());
  });

  it('has findings without fixes', async () => {
    const client = await start('', { initializationOptions: { hasCommands: true } });
    await client.expectFindings(notify, [direct('shared_sql')]);
    const titles = (await client.codeActions(notify, 'shared_sql')).map(({ title }) => title);
    assert.deepEqual(titles, [
      "Explain 'use-connection-references'",
      "Suppress 'use-connection-references' here…",
      "Suppress 'use-connection-references' for this file…",
      "Turn 'use-connection-references' off in connref.json",
    ]);
    const suppress = { uri: client.folder.uri(notify), rule: 'use-connection-references', scope: 'rule', pointers: [] };
    const result: SuppressResult = await client.connection.sendRequest(suppressMethod, suppress);
    assert.equal(result.createdUri, client.folder.uri('/connref.json'), 'It lies beside the archive, not in it.');
    await client.changeFolders({ removed: ['/'] });
    const alone: SuppressResult = await client.connection.sendRequest(suppressMethod, suppress);
    assert.equal(alone.message, 'Notify.json lies in no folder that is open and could hold a configuration.');
  });

  it('is offered no refactoring that would change it, nor a rename', async () => {
    const settings = '{ "ConnectionReferences": [{ "LogicalName": "hr_teams", "ConnectionId": "" }] }';
    const client = await start(`//- /prod.json\n${settings}`, { initializationOptions: { hasCommands: true } });
    await client.waitFor(() => client.summary?.flows, 2);
    const only = ['refactor.rewrite'];
    const titlesAt = async (file: string, text: string): Promise<string[]> =>
      (await client.codeActions(file, text, { only })).map(({ title }) => title);
    assert.deepEqual(await titlesAt(`${archive}/Customizations.xml`, 'hr_teams'), ['Bind in an environment…']);
    assert.deepEqual(await titlesAt(bound, 'shared_teams'), []);
    for (const text of ['shared_teams', 'hr_teams']) {
      await assert.rejects(client.askAt('textDocument/prepareRename', bound, text), {
        message: "This file can't be changed where it lies: unpack or copy the solution first.",
      });
    }
  });

  it('stands under the configuration around it', async () => {
    const client = await start('//- /connref.json\n{ "rules": { "use-connection-references": "error" } }\n');
    await client.expectFindings(notify, ['error use-connection-references at shared_sql']);
  });

  it('is read again when it changes on disk', async () => {
    const client = await start();
    await client.expectFindings(notify, [direct('shared_sql')]);
    await client.waitFor(() => client.watched().includes('/exports: HR 1.0.zip'), true);
    client.folder.writeArchive(archive, `${content('shared_sql', 'shared_ftp')}//- /extra.xml\n<a/>\n`);
    await client.tellDisk({ [archive]: 'Changed' });
    await client.expectFindings(notify, [direct('shared_ftp'), direct('shared_sql')]);
    const seen = (): string[] => told.map(({ uri, type }) => `${type} ${client.folder.nameOf(uri)}`).sort();
    await client.waitFor(seen, [`changed ${notify}`, `created ${archive}/extra.xml`]);

    client.folder.remove(archive);
    await client.tellDisk({ [archive]: 'Deleted' });
    await client.waitFor(() => client.filesWithFindings(), []);
    client.folder.writeArchive(archive, content('shared_rss'));
    await client.tellDisk({ [archive]: 'Created' });
    await client.expectFindings(notify, [direct('shared_rss')]);
  });

  const ask = (client: TestClient, method: string, path: string): Promise<unknown> =>
    client.connection.sendRequest(method, { uri: client.folder.archiveUri(path) });

  for (const archives of [[archive], []]) {
    it(`gives its files to the client, ${archives.length > 0 ? 'open' : 'before it is told to be open'}`, async () => {
      const client = await start('//- /exports/secret.json\n{}\n', { archives });
      const kindOf = async (path: string): Promise<unknown> =>
        ((await ask(client, statInArchiveMethod, path)) as { kind: string } | null)?.kind;
      assert.equal(await kindOf(archive), 'folder');
      assert.equal(await kindOf(`${archive}/Workflows`), 'folder');
      assert.equal(await kindOf(notify), 'file');
      for (const none of [`${archive}/.vscode/settings.json`, `${archive}/../secret.json`, '/no.zip', '/exports']) {
        assert.equal(await kindOf(none), undefined, none);
        assert.equal(await ask(client, readInArchiveMethod, none), null);
        assert.equal(await ask(client, listInArchiveMethod, none), null);
      }
      assert.deepEqual(await ask(client, listInArchiveMethod, `${archive}/Workflows`), {
        entries: ['Bound.json', 'Notify.json'].map((name) => ({ name, kind: 'file' })),
      });
      const read = (await ask(client, readInArchiveMethod, notify)) as { readonly base64: string };
      assert.equal(Buffer.from(read.base64, 'base64').toString(), client.folder.read(notify));
    });
  }

  const bomb: ZipFileEntry = { name: 'solution.xml', content: Buffer.alloc(8 * 1024 * 1024) };
  const bad: Readonly<Record<string, readonly [bytes: Uint8Array, problem: string]>> = {
    'is no zip': [Buffer.from('Not found'), 'is no zip archive, or is cut off.'],
    'is cut off': [
      zipFile([{ name: 'solution.xml', content: '<a/>' }]).subarray(0, -5),
      'is no zip archive, or is cut off.',
    ],
    'is empty': [Buffer.alloc(0), 'is no zip archive, or is cut off.'],
    'leads out': [
      zipFile([{ name: '../solution.xml', content: '' }]),
      "holds a file whose name leads out of it ('../solution.xml').",
    ],
    'is a bomb': [zipFile([bomb]), "holds a file that is packed more than 200 times ('solution.xml')."],
    'is encrypted': [zipFile([{ name: 'solution.xml', content: '', isEncrypted: true }]), 'is encrypted.'],
    'holds something else': [zipFile([{ name: 'a/package.json', content: '{}' }]), 'holds no solution.'],
  };
  for (const [what, [bytes, problem]] of Object.entries(bad)) {
    it(`is refused where it ${what}, and shown empty where it is open all the same`, async () => {
      const client = await start();
      await client.expectFindings(notify, [direct('shared_sql')]);
      client.folder.writeBytes(archive, bytes);
      const { problem: found } = (await ask(client, checkArchiveMethod, archive)) as ArchiveProblem;
      assert.equal(found, `'HR 1.0.zip' ${problem}`);
      await client.tellDisk({ [archive]: 'Changed' });
      await client.waitFor(() => client.filesWithFindings(), []);
      const stat = (await ask(client, statInArchiveMethod, notify)) as ArchiveProblem | null;
      assert.equal(stat?.problem, what === 'holds something else' ? undefined : found);
    });
  }

  it('is refused where it is huge, without being read', async () => {
    const client = await start();
    truncateSync(client.folder.path(archive), 300 * 1024 * 1024);
    assert.deepEqual(await ask(client, checkArchiveMethod, archive), {
      problem: "'HR 1.0.zip' has more than 256 MiB.",
    });
    assert.deepEqual(await ask(client, checkArchiveMethod, '/no.zip'), { problem: "'no.zip' can't be read." });
  });
});
