import assert from 'node:assert/strict';
import type { FileSystem } from '../../src/host/fileSystem';
import { check } from '../../src/cli/check';
import { commonFolder, relativeTo, resolvePath, withoutOverlap } from '../../src/cli/paths';
import { parseFixture } from '../fixture';
import { memoryFileSystem } from '../memoryFileSystem';
import { zipFile } from '../zipFile';

const unboundFlow = `
//- /repo/Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>Fixture</UniqueName></SolutionManifest></ImportExportXml>
//- /repo/Workflows/Notify.json
{ "properties": { "connectionReferences": { "shared_teams": { "connection": {} } }, "definition": {} } }
`;

describe('check', () => {
  const disk = parseFixture(unboundFlow).fileSystem();

  it('reports the rest where a folder can not be read', () => {
    const locked: FileSystem = {
      ...disk,
      readDirectory: (folder) => (folder === '/repo/Other' ? undefined : disk.readDirectory(folder)),
    };
    const { failures, summary } = check(['/repo'], locked, '2026-11-22');
    assert.deepEqual(failures, ["'/repo/Other' can't be read."]);
    assert.equal(summary.flows, 1);
  });

  it('reports the rest where a file can not be read', () => {
    const locked: FileSystem = {
      ...disk,
      readFile: (file) => (file.endsWith('.json') ? undefined : disk.readFile(file)),
    };
    const { failures, summary } = check(['/repo'], locked, '2026-11-22');
    assert.deepEqual(failures, ["'/repo/Workflows/Notify.json' can't be read."]);
    assert.equal(summary.solutions, 1);
  });

  it('names the deepest common folder as the root', () => {
    assert.equal(check(['/repo/Workflows', '/repo/Other/Solution.xml'], disk, '2026-11-22').root, '/repo');
    assert.equal(check(['/repo/Workflows/Notify.json'], disk, '2026-11-22').root, '/repo/Workflows');
  });
});

describe('paths', () => {
  it('have a common folder', () => {
    assert.equal(commonFolder(['/a/b', '/a/bc']), '/a');
    assert.equal(commonFolder(['/a/b', '/a/b/c']), '/a/b');
    assert.equal(commonFolder(['/a', '/b']), '/');
    assert.equal(commonFolder(['C:/a/b', 'C:/a/c']), 'C:/a');
    assert.equal(commonFolder(['C:/a', 'D:/a']), 'C:/a');
  });

  it('that overlap are one', () => {
    assert.deepEqual(withoutOverlap(['/a/b', '/a', '/a', '/ab']), ['/a', '/ab']);
  });

  it('are told from a folder', () => {
    assert.equal(relativeTo('/a', '/a/b/c.json'), 'b/c.json');
    assert.equal(relativeTo('/', '/a/b'), 'a/b');
    assert.equal(relativeTo('/a', '/ab/c'), '/ab/c');
  });

  it('typed for Windows are understood everywhere', () => {
    const disk = parseFixture(unboundFlow).fileSystem();
    assert.equal(resolvePath('Workflows\\Notify.json', '/repo', disk), '/repo/Workflows/Notify.json');
  });
});

describe('check of archives', () => {
  const files = parseFixture(unboundFlow).files;
  const archive = zipFile([...files].map(([name, content]) => ({ name: name.replace('/repo/', ''), content })));
  const inArchive = (disk: FileSystem, ...paths: readonly string[]): readonly (readonly [string, string, boolean])[] =>
    check(paths, disk, '2026-11-22').findings.map(({ rule, file, fixable }) => [rule, file, fixable]);

  it('reads one that is named, and says that nothing in it can be fixed', () => {
    const disk = memoryFileSystem({ '/x/a.zip': archive });
    const findings = inArchive(disk, '/x/a.zip');
    assert.ok(findings.some(([rule]) => rule === 'use-connection-references'));
    assert.ok(findings.every(([, file, fixable]) => file === '/x/a.zip/Workflows/Notify.json' && !fixable));
    assert.equal(check(['/x/a.zip'], disk, '').root, '/x');
  });

  it('reads one in a folder only when it is named too', () => {
    const disk = memoryFileSystem({ '/x/a.zip': archive, '/x/README.md': '' });
    assert.deepEqual(inArchive(disk, '/x'), []);
    assert.deepEqual(inArchive(disk, '/x', '/x/a.zip'), inArchive(disk, '/x/a.zip'));
  });

  it('reports the rest where one can not be read', () => {
    const disk = memoryFileSystem({ '/x/a.zip': archive, '/x/b.zip': 'no archive' });
    const { failures, summary, isDone } = check(['/x/b.zip', '/x/a.zip'], disk, '');
    assert.deepEqual(
      [failures, summary.flows, isDone],
      [["'/x/b.zip' is no zip archive, or is cut off. It is not checked."], 1, true],
    );
    assert.equal(check(['/x/b.zip'], disk, '').isDone, false);
  });

  it('reports a file in one that can not be read', () => {
    const disk = memoryFileSystem({
      '/a.zip': zipFile([{ name: 'Workflows/Notify.json', content: '{}', claimedSize: 99 }]),
    });
    assert.deepEqual(check(['/a.zip'], disk, '').failures, ["'/a.zip/Workflows/Notify.json' can't be read."]);
  });

  it('knows it for a copy of the source beside it', () => {
    const flow = 'Workflows/Notify-3f2a9c41-0000-4000-8000-000000000000.json';
    const text = files.get('/repo/Workflows/Notify.json') ?? '';
    const manifest = files.get('/repo/Other/Solution.xml') ?? '';
    const disk = memoryFileSystem({
      '/repo/Other/Solution.xml': manifest,
      [`/repo/${flow}`]: text,
      '/repo/out/a.zip': zipFile([
        { name: 'solution.xml', content: manifest },
        { name: flow, content: text },
      ]),
    });
    const { copies, summary, findings } = check(['/repo', '/repo/out/a.zip'], disk, '');
    assert.deepEqual(copies, [{ solution: 'Fixture', root: '/repo/out/a.zip', original: '/repo' }]);
    assert.deepEqual([summary.solutions, summary.flows], [1, 1]);
    assert.ok(findings.every(({ file }) => !file.includes('.zip')));
  });
});
