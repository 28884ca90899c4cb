/** The package of the extension, as people install it. */
import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Lifetime } from './lifetime';
import { run } from './processes';
import { packagedExtension, projectRoot } from './project';
import { temporaryFolder } from './temporary';

const notStaged = new Set(['node_modules', 'out']);

/** Builds the product, packages it, and gives the path of the `.vsix`. `shown` shows what is in it. */
export async function packageExtension(lifetime: Lifetime, shown = false): Promise<string> {
  console.log(`Packaging the extension into ${path.basename(packagedExtension)}`);
  const { signal } = lifetime;
  await run(process.execPath, ['esbuild.js', '--production'], { cwd: projectRoot, signal });
  const vsce = path.join(projectRoot, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await run(process.execPath, [vsce, ...args, '--out', packagedExtension], {
    cwd: await stage(lifetime),
    signal,
    shown,
  });
  return packagedExtension;
}

/**
 * Copies the project without what was downloaded or compiled for tests. What goes into the package is decided by
 * `.vscodeignore`, but vsce looks at every file first, and a VS Code in `.vscode-test` keeps it busy for ten seconds.
 */
async function stage(lifetime: Lifetime): Promise<string> {
  const folder = await temporaryFolder(lifetime);
  for (const name of await readdir(projectRoot)) {
    if (notStaged.has(name) || (name.startsWith('.') && name !== '.vscodeignore')) continue;
    await cp(path.join(projectRoot, name), path.join(folder, name), { recursive: true });
  }
  await leaveOutDevelopment(path.join(folder, 'package.json'));
  await leaveOutPictures(path.join(folder, 'README.md'));
  return folder;
}

/** Users need no scripts, and vsce would build a second time by one of them. */
async function leaveOutDevelopment(manifestFile: string): Promise<void> {
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, unknown>;
  delete manifest.scripts;
  delete manifest.devDependencies;
  await writeFile(manifestFile, JSON.stringify(manifest, undefined, 2));
}

/** The package stays small, and no address is known where its reader could find pictures: none are better than broken ones. */
async function leaveOutPictures(readmeFile: string): Promise<void> {
  const readme = await readFile(readmeFile, 'utf8');
  await writeFile(readmeFile, readme.replace(/^!\[[^\]]*\]\(docs\/images\/[^)]*\)\n\n?/gm, ''));
}
