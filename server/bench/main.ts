/**
 * `npm run bench [-- <folder>] [--write]`: how fast the product is, side by side with tools of the same kind. It prints
 * Markdown; `--write` puts it into `docs/performance.md` too.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runScript, type Lifetime } from '../../scripts/shared/lifetime';
import { namedByUser, projectRoot } from '../../scripts/shared/project';
import { biomeVersion, prepareBiome } from './biome';
import { compareCommandLines } from './commandLine';
import { measureIndex, measureKeystrokes } from './server';
import { markdown } from './table';

const page = path.join(projectRoot, 'docs', 'performance.md');
const mark = '<!-- Everything below is written by `npm run bench -- --write`. -->';

runScript((lifetime) => main(process.argv.slice(2), lifetime));

async function main(args: readonly string[], lifetime: Lifetime): Promise<number> {
  const named = args.find((arg) => !arg.startsWith('--'));
  const folder = named === undefined ? path.resolve(projectRoot, '..', 'shared', 'corpus') : namedByUser(named);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    console.error(`There is no folder '${folder}'. Name one that holds solutions: npm run bench -- <folder>`);
    return 2;
  }
  const fileId = folder.replaceAll(path.sep, '/');
  const parts = [
    `Measured on ${machine()}.\n\n${versions()}.`,
    `## Command line\n\n${markdown(await compareCommandLines(folder, await prepareBiome(lifetime), 5))}`,
    `## Index\n\n${markdown(await measureIndex(fileId, 9))}`,
    `## While typing\n\n${markdown(await measureKeystrokes(fileId, 100))}`,
  ];
  const report = `${parts.join('\n\n')}\n`;
  console.log(report);
  if (args.includes('--write')) await writePage(report);
  return 0;
}

function machine(): string {
  const cpus = os.cpus();
  const memory = (os.totalmem() / 2 ** 30).toFixed(0);
  const date = new Date().toISOString().slice(0, 10);
  return `${date}: ${cpus[0]?.model ?? 'an unknown processor'}, ${cpus.length} cores, ${memory} GiB, ${os.type()}`;
}

function versions(): string {
  const names = ['eslint', '@eslint/json', 'vscode-json-languageservice'];
  return [
    `Node ${process.versions.node}`,
    `Biome ${biomeVersion}`,
    ...names.map((name) => `${name} ${versionOf(name)}`),
  ].join(', ');
}

function versionOf(name: string): string {
  const manifest = readFileSync(path.join(projectRoot, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

async function writePage(report: string): Promise<void> {
  const [introduction = ''] = readFileSync(page, 'utf8').split(mark);
  const options = await resolveConfig(page);
  writeFileSync(page, await format(`${introduction}${mark}\n\n${report}`, { ...options, filepath: page }));
}
