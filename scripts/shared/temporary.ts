/** Folders that exist while a script runs. */
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Lifetime } from './lifetime';

/** Makes an empty folder that is removed at the end of the script. */
export async function temporaryFolder(lifetime: Lifetime): Promise<string> {
  // The temporary folder can be a link (macOS): VS Code would then name the same file in two ways.
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'connref-')));
  lifetime.onEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  return folder;
}

/** Copies a folder to a temporary place, under its own name, so that it can be edited without harm. */
export async function temporaryCopy(folder: string, lifetime: Lifetime): Promise<string> {
  const copy = path.join(await temporaryFolder(lifetime), path.basename(folder));
  await cp(folder, copy, { recursive: true });
  return copy;
}
