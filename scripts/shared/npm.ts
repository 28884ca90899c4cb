/** The machine's own npm: everything that is downloaded comes through it, with its registry, proxy and checksums. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import * as tar from 'tar';
import { messageOf } from './lifetime';
import { run } from './processes';

/** Runs npm in a folder. Throws with npm's own words when it fails. */
export async function npm(args: readonly string[], cwd: string, signal: AbortSignal): Promise<void> {
  const program = process.env.npm_execpath;
  // Without npm's own path (a script started by hand) it is looked up, which Windows does in a shell only.
  if (program === undefined && process.platform === 'win32') {
    await run(process.env.ComSpec ?? 'cmd.exe', ['/d', '/s', '/c', 'npm', ...args], { cwd, signal });
    return;
  }
  await (program === undefined
    ? run('npm', args, { cwd, signal })
    : run(process.execPath, [program, ...args], { cwd, signal }));
}

/**
 * Puts the content of a package from the npm registry into a folder, without its dependencies and without running
 * anything of it. `only` chooses paths inside of the package, all when it is not given.
 */
export async function unpackPackage(
  spec: string,
  folder: string,
  signal: AbortSignal,
  only: (pathInPackage: string) => boolean = () => true,
): Promise<void> {
  const packed = await mkdtemp(path.join(folder, 'packed-'));
  try {
    await npm(['pack', spec, '--silent', '--pack-destination', packed], folder, signal);
    const archive = (await readdir(packed)).find((name) => name.endsWith('.tgz'));
    if (archive === undefined) throw new Error('npm wrote no archive.');
    const file = path.join(packed, archive);
    await tar.extract({ file, cwd: folder, strip: 1, filter: (entry) => only(entry.replace(/^[^/]*\//, '')) });
  } catch (error) {
    throw new Error(`The package ${spec} could not be had from the npm registry. ${messageOf(error)}`, {
      cause: error,
    });
  } finally {
    await rm(packed, { recursive: true, force: true });
  }
}
