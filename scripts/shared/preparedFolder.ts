/** Folders of `.vscode-test` that are either whole or not there, whatever happens while they are filled. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Lifetime } from './lifetime';
import { isAlive } from './processes';
import { downloadsFolder } from './project';

/**
 * Gives the folder `.vscode-test/<name>`, and lets `fill` make it when it is not there yet. It is filled under another
 * name first, so that a download that is cut off is never taken for a finished one.
 */
export async function preparedFolder(
  name: string,
  title: string,
  lifetime: Lifetime,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = path.join(downloadsFolder, name);
  if (existsSync(folder)) return folder;

  await mkdir(downloadsFolder, { recursive: true });
  await removeLeftOver(name);
  const unfinished = await mkdtemp(path.join(downloadsFolder, `unfinished-${name}-${process.pid}-`));
  const remove = (): Promise<void> => rm(unfinished, { recursive: true, force: true, maxRetries: 3 });
  lifetime.onEnd(remove);

  const start = performance.now();
  console.log(`Preparing ${title}. This is done once.`);
  try {
    await fill(unfinished);
    await moveInto(folder, unfinished);
  } finally {
    await remove();
  }
  console.log(`  ready after ${((performance.now() - start) / 1000).toFixed(0)} s, kept in ${folder}`);
  return folder;
}

async function moveInto(folder: string, unfinished: string): Promise<void> {
  try {
    await rename(unfinished, folder);
  } catch (error) {
    // Another run may have been first; its folder is as good.
    if (!existsSync(folder)) throw error;
  }
}

/** A run that was killed could not remove what it had begun. */
async function removeLeftOver(name: string): Promise<void> {
  for (const entry of await readdir(downloadsFolder)) {
    const [, pid] = /^unfinished-.*-(\d+)-[^-]*$/.exec(entry) ?? [];
    if (pid === undefined || !entry.startsWith(`unfinished-${name}-`) || isAlive(Number(pid))) continue;
    await rm(path.join(downloadsFolder, entry), { recursive: true, force: true, maxRetries: 3 });
  }
}
