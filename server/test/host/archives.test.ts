/** Solutions as .zip, and archives that are broken or were made to harm. */
import assert from 'node:assert/strict';
import { openArchives } from '../../src/host/archives';
import { english, say } from '../../src/base/l10n';
import { inflateEntry, readZip } from '../../src/host/zip';
import { Workspace } from '../../src/host/workspace';
import { isRefusal } from '../../src/refactor/change';
import { plan } from '../../src/refactor/plan';
import { customizationsXml, flowText, solutionXml } from '../engine';
import { memoryFileSystem } from '../memoryFileSystem';
import { zipFile, type ZipFileEntry } from '../zipFile';

function problemOf(bytes: Uint8Array): string | undefined {
  const zip = readZip(bytes);
  return 'problem' in zip ? say(english, zip.problem('x.zip')) : undefined;
}

describe('an archive', () => {
  const entries: readonly ZipFileEntry[] = [
    { name: 'solution.xml', content: '<a/>' },
    { name: 'Workflows/', content: '', isStored: true },
    { name: 'Workflows\\Notify.json', content: '{}', isStored: true },
    { name: 'Deep/er/and.json', content: '[]' },
  ];

  it('is a folder of what is in it', () => {
    const disk = memoryFileSystem({ '/x/a.ZIP': zipFile(entries, 'a comment'), '/x/b.json': '1' });
    const { archives, readable, others } = openArchives(['/x', '/x/a.ZIP'], disk);
    const { fileSystem } = archives;
    assert.deepEqual([readable, others], [['/x/a.ZIP'], ['/x']]);
    const list = (folder: string): string[] | undefined =>
      fileSystem.readDirectory(folder)?.map(({ name, kind }) => `${name} ${kind}`);
    assert.deepEqual(list('/x'), ['a.ZIP file', 'b.json file']);
    assert.deepEqual(list('/x/a.ZIP'), ['solution.xml file', 'Workflows folder', 'Deep folder']);
    assert.deepEqual(list('/x/a.ZIP/Deep'), ['er folder']);
    assert.equal(list('/x/a.ZIP/Nothing'), undefined);
    const read = (file: string): string => new TextDecoder().decode(fileSystem.readFile(file));
    assert.deepEqual(['/x/a.ZIP/solution.xml', '/x/a.ZIP/Workflows/Notify.json', '/x/b.json'].map(read), [
      '<a/>',
      '{}',
      '1',
    ]);
    assert.equal(fileSystem.readFile('/x/a.ZIP/Nothing.json'), undefined);
    assert.deepEqual(
      ['/x', '/x/a.ZIP', '/x/a.ZIP/Workflows', '/x/a.ZIP/solution.xml', '/x/a.ZIP/no'].map((path) =>
        fileSystem.kindOf(path),
      ),
      ['folder', 'folder', 'folder', 'file', undefined],
    );
    assert.deepEqual(
      ['/x/a.ZIP/no', '/x/b.json', '/x/a.ZIPx'].map((path) => archives.holds(path)),
      [true, false, false],
    );
  });

  it('is looked for nowhere', () => {
    const disk = memoryFileSystem({ '/x/a.zip': zipFile(entries) });
    assert.deepEqual(openArchives(['/x', '/x/no.zip'], disk).readable, []);
  });

  it('may be empty', () => {
    assert.equal(problemOf(zipFile([])), undefined);
  });

  const names: readonly (readonly [name: string, isRefused: boolean])[] = [
    ['../x.json', true],
    ['a/../../x.json', true],
    ['..\\x.json', true],
    ['/etc/x.json', true],
    ['\\x.json', true],
    ['C:/x.json', true],
    ['a\0b', true],
    ['a..b/..c', false],
    ['[Content_Types].xml', false],
  ];
  for (const [name, isRefused] of names) {
    it(`${isRefused ? 'is refused' : 'is read'} with the name ${JSON.stringify(name)}`, () => {
      const problem = problemOf(zipFile([{ name, content: 'x' }]));
      assert.equal(problem?.startsWith("'x.zip' holds a file whose name leads out of it") ?? false, isRefused);
    });
  }

  it('is refused where a name stands twice', () => {
    const twice = { name: 'a.json', content: '{}' };
    assert.equal(problemOf(zipFile([twice, twice])), "'x.zip' holds 'a.json' twice.");
  });

  it('is refused where it is encrypted', () => {
    assert.equal(problemOf(zipFile([{ name: 'a', content: 'x', isEncrypted: true }])), "'x.zip' is encrypted.");
  });

  it('is refused where it would inflate to much', () => {
    const zeros = Buffer.alloc(2 * 1024 * 1024);
    assert.match(problemOf(zipFile([{ name: 'a', content: zeros }])) ?? '', /packed more than 200 times \('a'\)/);
    const huge = { name: 'a', content: 'x', claimedSize: 0xfffffffe };
    assert.match(problemOf(zipFile([huge])) ?? '', /inflate to more than 64 MiB \('a'\)/);
    const many = Array.from({ length: 40 }, (_, i) => ({ name: `a${i}`, content: Buffer.alloc(900_000, 'xy') }));
    assert.equal(problemOf(zipFile(many)), undefined);
  });

  it('inflates no more than it says', () => {
    const bytes = zipFile([{ name: 'a', content: Buffer.alloc(1_000_000), claimedSize: 100 }]);
    const zip = readZip(bytes);
    assert.ok('entries' in zip);
    const entry = zip.entries.get('a');
    assert.ok(entry);
    assert.equal(inflateEntry(bytes, entry), undefined);
  });

  it('may be cut off, or damaged anywhere, without a crash', () => {
    const whole = zipFile(entries);
    for (let length = 0; length < whole.length; length++) {
      assert.ok(problemOf(whole.subarray(0, length)) !== undefined);
    }
    for (let at = 0; at < whole.length; at++) {
      for (const value of [0, 0x7f, 0xff]) {
        const damaged = Buffer.from(whole);
        damaged[at] = value;
        const zip = readZip(damaged);
        if ('entries' in zip) for (const entry of zip.entries.values()) inflateEntry(damaged, entry);
      }
    }
  });

  it('is left by changes of the rest of the workspace', () => {
    const named = (key: string): string =>
      flowText(`{ "shared_teams": { "connection": { "connectionReferenceLogicalName": "${key}" } } }`);
    const disk = memoryFileSystem({
      '/x/a.zip': zipFile([
        { name: 'solution.xml', content: solutionXml('Packed') },
        { name: 'customizations.xml', content: customizationsXml({ name: 'x_teams', connector: 'shared_teams' }) },
        { name: 'Workflows/Packed.json', content: named('x_teams') },
      ]),
      '/x/Other/Solution.xml': solutionXml('Open'),
      '/x/Other/Customizations.xml': customizationsXml(
        { name: 'x_teams', connector: 'shared_teams' },
        { name: 'x_chat', connector: 'shared_teams' },
      ),
      '/x/Workflows/Open.json': named('x_teams'),
    });
    const { archives, others, readable } = openArchives(['/x', '/x/a.zip'], disk);
    const workspace = new Workspace({
      fileSystem: archives.fileSystem,
      isReadOnly: (file) => archives.holds(file),
    });
    Array.from(workspace.open([...others, ...readable]));
    const request = { kind: 'merge', into: 'x_chat', from: ['x_teams'] } as const;
    const change = plan(workspace.snapshot, workspace.documents, request);
    assert.ok(!isRefusal(change));
    assert.deepEqual(
      change.files.map(({ file }) => file),
      ['/x/Other/Customizations.xml', '/x/Workflows/Open.json'],
    );
    assert.deepEqual(
      change.left.map(({ at, reason }) => `${at.file}: ${reason}`).sort(),
      ['Workflows/Packed.json', 'customizations.xml'].map(
        (name) => `/x/a.zip/${name}: This file can't be changed where it lies: unpack or copy the solution first.`,
      ),
    );
    const fixable = [...workspace.snapshot.files.keys()].filter((file) =>
      workspace.allFindingsOf(file).some(({ fixes }) => (fixes?.() ?? []).length > 0),
    );
    assert.ok(fixable.length > 0 && fixable.every((file) => !archives.holds(file)), fixable.join());
  });

  it('is told where it can not be read', () => {
    const disk = memoryFileSystem({ '/x/a.zip': 'no zip', '/x/b.zip': zipFile([{ name: '../x', content: '' }]) });
    assert.deepEqual(openArchives(['/x/a.zip', '/x/b.zip'], disk).problems, [
      "'/x/a.zip' is no zip archive, or is cut off. It is not checked.",
      "'/x/b.zip' holds a file whose name leads out of it ('../x'). It is not checked.",
    ]);
  });
});
