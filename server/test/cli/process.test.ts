import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plainSolution } from '../fixture';
import { connref, fixturesFolder, projectRoot } from './commandLine';

describe('command line as a process', () => {
  const contoso = path.join(fixturesFolder, 'contoso');
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'connref-process-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('tells its version', () => {
    const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { version: string };
    assert.deepEqual(connref(['--version'], folder), { stdout: `${version}\n`, stderr: '', exitCode: 0 });
  });

  it('is quiet when the reader of its output goes away', async () => {
    writeBrokenFlows(folder, 400);
    const child = spawn(process.execPath, [path.join(projectRoot, 'dist', 'connref.js'), 'check', folder]);
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const [exitCode] = (await once(child, 'close')) as [number];
    assert.equal(stderr, '');
    assert.equal(exitCode, 1);
  });

  it('writes all of a long report into a slow pipe', async () => {
    writeBrokenFlows(folder, 400);
    const args = [path.join(projectRoot, 'dist', 'connref.js'), 'check', '--format', 'json', folder];
    const child = spawn(process.execPath, args);
    let stdout = '';
    for await (const chunk of child.stdout) {
      stdout += String(chunk);
      await new Promise(setImmediate);
    }
    const report = JSON.parse(stdout) as { readonly findings: readonly unknown[] };
    assert.ok(stdout.length > 100_000);
    assert.equal(report.findings.length, 400);
  });

  it('reads overlapping paths once', () => {
    const once = connref(['check', '--format', 'json', contoso], folder);
    const twice = connref(
      ['check', '--format', 'json', contoso, path.join(contoso, 'ContosoHR'), `${contoso}/`],
      folder,
    );
    assert.deepEqual(twice, once);
  });
});

/** Long names make a long report. */
function writeBrokenFlows(folder: string, count: number): void {
  const flows = path.join(folder, 'Workflows');
  mkdirSync(flows);
  writeFileSync(path.join(folder, 'solution.xml'), plainSolution);
  for (let i = 0; i < count; i++) {
    writeFileSync(path.join(flows, `${'Broken'.repeat(20)}${i}.json`), '{ "properties": ');
  }
}
