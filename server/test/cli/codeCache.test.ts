/** The code cache makes the command line start faster, and nothing else of it may depend on the cache. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheOf, loadProgram } from '../../src/cli/program';
import { fixturesFolder, projectRoot } from './commandLine';

const dist = path.join(projectRoot, 'dist');

describe('code cache of the command line', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'connref-cache-'));
    for (const name of ['connref.js', 'program.js']) copyFileSync(path.join(dist, name), path.join(folder, name));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is taken by the version of Node that has built it', () => {
    assert.equal(loadProgram(dist).cachedDataRejected, false);
  });

  it('can be missing', () => {
    assert.deepEqual(reportOf(folder), reportOf(dist));
  });

  for (const [what, bytes] of [
    ['of another program', Buffer.alloc(4096, 'x')],
    ['empty', Buffer.alloc(0)],
  ] as const) {
    it(`can be ${what}`, () => {
      writeFileSync(cacheOf(folder), bytes);
      assert.deepEqual(reportOf(folder), reportOf(dist));
    });
  }
});

function reportOf(folder: string): string {
  const args = [path.join(folder, 'connref.js'), 'check', '--format', 'json', fixturesFolder];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  assert.equal(stderr, '');
  assert.match(stdout, /"version": ?1/);
  return stdout;
}
