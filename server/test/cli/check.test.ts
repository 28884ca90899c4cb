import assert from 'node:assert/strict';
import type { FileSystem } from '../../src/host/fileSystem';
import { check } from '../../src/cli/check';
import { commonFolder, relativeTo, resolvePath, withoutOverlap } from '../../src/cli/paths';
import { parseFixture } from '../fixture';

const unboundFlow = `
//- /work/Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>Fixture</UniqueName></SolutionManifest></ImportExportXml>
//- /work/Workflows/Notify.json
{ "properties": { "connectionReferences": { "shared_teams": { "connection": {} } }, "definition": {} } }
`;

describe('check', () => {
  const disk = parseFixture(unboundFlow).fileSystem();

  it('reports the rest where a folder can not be read', () => {
    const locked: FileSystem = {
      ...disk,
      readDirectory: (folder) => (folder === '/work/Other' ? undefined : disk.readDirectory(folder)),
    };
    const { failures, summary } = check(['/work'], locked);
    assert.deepEqual(failures, ["'/work/Other' can't be read."]);
    assert.equal(summary.flows, 1);
  });

  it('reports the rest where a file can not be read', () => {
    const locked: FileSystem = {
      ...disk,
      readFile: (file) => (file.endsWith('.json') ? undefined : disk.readFile(file)),
    };
    const { failures, summary } = check(['/work'], locked);
    assert.deepEqual(failures, ["'/work/Workflows/Notify.json' can't be read."]);
    assert.equal(summary.solutions, 1);
  });

  it('names the deepest common folder as the root', () => {
    assert.equal(check(['/work/Workflows', '/work/Other/Solution.xml'], disk).root, '/work');
    assert.equal(check(['/work/Workflows/Notify.json'], disk).root, '/work/Workflows');
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
    assert.equal(resolvePath('Workflows\\Notify.json', '/work', disk), '/work/Workflows/Notify.json');
  });
});
