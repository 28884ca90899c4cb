/** Copies of folders that lie on no disk. */
import assert from 'node:assert/strict';
import type { FileSystem } from '../../src/host/fileSystem';
import { Mirror } from '../../src/host/mirror';
import { memoryFileSystem } from '../memoryFileSystem';

const root = 'memfs://host/repo';

describe('the mirror of a folder', () => {
  const remote = memoryFileSystem();
  const asked: string[] = [];
  const disk = memoryFileSystem({ '/a.json': 'disk' });
  const mirror = new Mirror(disk, {
    look: (path) => {
      asked.push(path);
      return Promise.resolve(remote.kindOf(path) === 'file' ? 'file' : remote.readDirectory(path));
    },
    read: (file) => {
      asked.push(file);
      return Promise.resolve(remote.readFile(file));
    },
  });
  const { fileSystem } = mirror;
  const textOf = (file: string): string => new TextDecoder().decode(fileSystem.readFile(file));
  const namesIn = (folder: string): string[] | undefined =>
    fileSystem.readDirectory(folder)?.map(({ name, kind }) => `${name} ${kind}`);

  beforeEach(async () => {
    remote.remove(root);
    remote.write(`${root}/a.json`, 'one');
    remote.write(`${root}/src/Solution.xml`, '<b/>');
    remote.write(`${root}/src/b.txt`, 'text');
    remote.write(`${root}/node_modules/c.json`, 'c');
    await mirror.open([]);
    await mirror.open([root, '/']);
    asked.length = 0;
  });

  it('holds what can hold facts, and leaves the disk to the disk', async () => {
    await mirror.fetch(root);
    assert.deepEqual(asked.sort(), [root, `${root}/a.json`, `${root}/src`, `${root}/src/Solution.xml`].sort());
    assert.deepEqual([textOf(`${root}/a.json`), textOf('/a.json')], ['one', 'disk']);
    assert.deepEqual(namesIn(`${root}/src`), ['Solution.xml file', 'b.txt file']);
    assert.equal(fileSystem.kindOf(`${root}/src`), 'folder');
    assert.equal(fileSystem.kindOf(`${root}/src/b.txt`), undefined);
    assert.equal(fileSystem.kindOf('memfs://host'), undefined);
    assert.deepEqual(
      ['/a.json', `${root}/x`, `${root}/node_modules/x`].map((path) => mirror.covers(path)),
      [false, true, false],
    );
  });

  it('keeps what it has until what is fetched anew is all there', async () => {
    remote.write(`${root}/a.json`, 'two');
    const fetching = mirror.fetch(root);
    assert.equal(textOf(`${root}/a.json`), 'one');
    await fetching;
    assert.equal(textOf(`${root}/a.json`), 'two');
  });

  it('takes a single file or folder in, and forgets it when it is gone', async () => {
    remote.write(`${root}/src/new.json`, 'new');
    remote.write(`${root}/deep/er/d.json`, 'd');
    await mirror.fetch(`${root}/src/new.json`);
    await mirror.fetch(`${root}/deep`);
    assert.deepEqual(namesIn(`${root}/src`)?.sort(), ['Solution.xml file', 'b.txt file', 'new.json file']);
    assert.equal(textOf(`${root}/deep/er/d.json`), 'd');
    remote.remove(`${root}/deep`);
    remote.remove(`${root}/src/new.json`);
    await mirror.fetch(`${root}/deep`);
    await mirror.fetch(`${root}/src/new.json`);
    assert.equal(namesIn(root)?.includes('deep folder'), false);
    assert.equal(namesIn(`${root}/src`)?.includes('new.json file'), false);
    assert.equal(fileSystem.readFile(`${root}/deep/er/d.json`), undefined);
  });

  it('can be of a whole file system', async () => {
    const whole = new Mirror(disk, {
      look: (path) => Promise.resolve(path === 'memfs:///' ? [{ name: 'a.json', kind: 'file' }] : undefined),
      read: (file) => Promise.resolve(new TextEncoder().encode(file)),
    });
    await whole.open(['memfs:///']);
    assert.equal(new TextDecoder().decode(whole.fileSystem.readFile('memfs:///a.json')), 'memfs:///a.json');
    assert.ok(whole.covers('memfs:///a.json'));
  });

  it('never asks the disk for what lies elsewhere', async () => {
    const refuse = (): never => assert.fail('The disk was asked.');
    const noDisk: FileSystem = { readDirectory: refuse, readFile: refuse, kindOf: refuse, stampOf: refuse };
    const nobody = new Mirror(noDisk, {
      look: () => Promise.resolve(undefined),
      read: () => Promise.resolve(undefined),
    });
    await nobody.open([root]);
    assert.equal(nobody.fileSystem.kindOf(`${root}/a.json`), undefined);
    assert.equal(nobody.fileSystem.readFile(`${root}/a.json`), undefined);
    assert.equal(nobody.fileSystem.readDirectory(root), undefined);
    assert.equal(nobody.fileSystem.stampOf(root), undefined);
  });
});
