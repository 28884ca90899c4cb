/** What the runs of the suite in VS Code share, in a browser and on the desktop. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Lifetime } from './lifetime';
import { downloadsFolder, projectRoot, sampleFolder } from './project';
import { temporaryCopy, temporaryFolder } from './temporary';

/** The module whose `run` VS Code calls in the extension host. */
export const testSuite = path.join(projectRoot, 'out', 'client', 'test', 'suite', 'index.js');

/** The tests that are run outside of VS Code, before its windows. */
export const windowTests = path.join(projectRoot, 'out', 'client', 'test', 'windows');

/** The whole run of the suite in one VS Code. */
export const suiteMilliseconds = 15 * 60_000;

export interface TestHost {
  /**
   * A workspace file that holds one folder, which is a copy because tests write to it. VS Code starts its extensions
   * anew, and the tests with them, when a second folder comes to a folder that was opened alone.
   */
  readonly workspace: string;
  /**
   * An extension without content. VS Code runs tests for an extension under development only; this one lets Connref
   * itself stay what it is for users, an installed package.
   */
  readonly testExtension: string;
}

export async function testHost(lifetime: Lifetime): Promise<TestHost> {
  return { workspace: await workspaceFile(lifetime), testExtension: await emptyExtension(lifetime) };
}

async function workspaceFile(lifetime: Lifetime): Promise<string> {
  const folder = await temporaryCopy(sampleFolder, lifetime);
  const file = `${folder}.code-workspace`;
  await writeFile(file, JSON.stringify({ folders: [{ path: path.basename(folder) }] }));
  return file;
}

/** Where a run writes how many tests passed and failed; `.ci/run` adds them up. A build does not delete it there. */
export function countsFile(run: string): string {
  return path.join(downloadsFolder, 'test-counts', `${run}.json`);
}

async function emptyExtension(lifetime: Lifetime): Promise<string> {
  const folder = path.join(await temporaryFolder(lifetime), 'test-host');
  await mkdir(folder);
  const manifest = { name: 'test-host', publisher: 'connref', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
