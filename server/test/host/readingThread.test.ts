/** A second thread reads a part of the flows, and nobody can tell which: all answers are the same without it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '../../../scripts/shared/processes';
import { projectRoot } from '../../../scripts/shared/project';
import { diskFileSystem } from '../../src/host/fileSystem';
import { ReadingThread } from '../../src/host/readingThread';
import { Workspace } from '../../src/host/workspace';
import type { Facts } from '../../src/model/facts';
import { encode } from '../../src/syntax/encoding';
import { flowText } from '../engine';

const program = path.join(projectRoot, 'dist', 'connref.js');
const flow = flowText('{ "shared_teams": { "connection": { "name": "a" }, "api": { "name": "shared_teams" } } }');
const latin1 = Buffer.from(flow.replace('"a"', '"ä"'), 'latin1');

describe('ReadingThread', () => {
  let folder = '';
  let files: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'connref-thread-')).replaceAll('\\', '/');
    mkdirSync(`${folder}/Workflows`);
    files = ['Missing', 'Broken', 'Utf16', 'Latin1', ...Array.from({ length: 60 }, (_, i) => `Flow${i}`)].map(
      (name) => `${folder}/Workflows/${name}.json`,
    );
    const [, broken = '', utf16 = '', lossy = '', ...others] = files;
    writeFileSync(broken, flow.slice(0, -1));
    writeFileSync(utf16, encode(flow, 'utf16lebom'));
    writeFileSync(lossy, latin1);
    for (const file of others) writeFileSync(file, flow);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives the facts of what it has read, and leaves to others what is unusual', async () => {
    const thread = new ReadingThread(program);
    for (const file of files) thread.give(file);
    assert(await eventually(() => thread.begun >= files.length, 60_000), 'the thread has not read all files');
    const facts = new Map(thread.takeBack());
    const expected = factsWithout();
    assert.deepEqual([...facts.keys()], files);
    for (const file of files) {
      const isUnusual = /(Missing|Latin1)\.json$/.test(file);
      assert.deepEqual(facts.get(file), isUnusual ? undefined : expected.get(file), file);
    }
  });

  it('gives back what it has not begun', () => {
    for (const [count, script] of [
      [files.length, `${folder}/nothing.js`],
      [10, program],
    ] as const) {
      const thread = new ReadingThread(script);
      for (const file of files.slice(0, count)) thread.give(file);
      const facts = new Map(thread.takeBack());
      assert.deepEqual([...facts.keys()].sort(), files.slice(0, count).sort());
      assert.deepEqual([...facts.values()].filter(Boolean), []);
    }
  });

  it('changes nothing for the workspace, not even the order', () => {
    assert.deepEqual([...factsWith(new ReadingThread(program))], [...factsWithout()]);
  });

  const factsWithout = (): ReadonlyMap<string, Facts> => factsWith(undefined);

  function factsWith(thread: ReadingThread | undefined): ReadonlyMap<string, Facts> {
    const workspace = new Workspace({ fileSystem: diskFileSystem });
    Array.from(workspace.open([folder], thread));
    assert.equal(workspace.snapshot.flows.length, files.length - 1);
    return workspace.snapshot.allFiles;
  }
});
