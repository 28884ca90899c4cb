/**
 * A real VS Code from the npm registry: the package code-server holds the whole workbench for browsers and its Node
 * extension host. Nothing is compiled and no install script runs; logging to disk and terminals are missing for it.
 */
import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Lifetime } from '../shared/lifetime';
import { npm, unpackPackage } from '../shared/npm';
import { preparedFolder } from '../shared/preparedFolder';
import { nodeFor } from './node';
import type { VSCodeVersion } from './versions';

export interface PreparedVSCode {
  readonly version: string;
  /** The Node that runs it. */
  readonly node: string;
  readonly serverMain: string;
}

/** Gives a VS Code that can be started, downloaded when this is the first time. */
export async function prepareVSCode(version: VSCodeVersion, lifetime: Lifetime): Promise<PreparedVSCode> {
  const node = await nodeFor(version.nodeMajor, lifetime);
  const folder = await preparedFolder(
    `vscode-web-${version.version}`,
    `VS Code ${version.version} (npm package ${version.package})`,
    lifetime,
    (unfinished) => fill(unfinished, version, lifetime.signal),
  );
  return { version: version.version, node, serverMain: path.join(folder, 'lib', 'vscode', 'out', 'server-main.js') };
}

async function fill(folder: string, version: VSCodeVersion, signal: AbortSignal): Promise<void> {
  console.log('  downloading');
  await unpackPackage(version.package, folder, signal, (entry) => entry.startsWith('lib/vscode/'));
  const vscode = path.join(folder, 'lib', 'vscode');
  console.log('  installing what it depends on');
  // The dependencies are for the Node that will run them, which need not be the one that runs npm.
  await npm(
    ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false'],
    vscode,
    signal,
  );
  await addRipgrep(vscode, folder, signal);
  await forgetGallery(vscode);
}

/** `workspace.findFiles` runs ripgrep, which older versions fetch in an install script. */
async function addRipgrep(vscode: string, folder: string, signal: AbortSignal): Promise<void> {
  const wanted = path.join(vscode, 'node_modules', '@vscode', 'ripgrep');
  if (!existsSync(wanted) || existsSync(path.join(wanted, 'bin'))) return;
  const isRipgrep = (entry: string): boolean => entry.startsWith('bin/');
  await unpackPackage(`@vscode/ripgrep-${process.platform}-${process.arch}@1`, folder, signal, isRipgrep);
  await cp(path.join(folder, 'bin'), path.join(wanted, 'bin'), { recursive: true });
}

/** An empty gallery is never asked for extensions. Without any, code-server asks its own. */
async function forgetGallery(vscode: string): Promise<void> {
  const file = path.join(vscode, 'product.json');
  const product = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...product, extensionsGallery: {} }, undefined, 2));
}
