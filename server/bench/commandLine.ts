/** `connref check` against Biome and ESLint over the same folder, process start included. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../scripts/shared/project';
import { peakMemory, timeCommands, type Command } from './measure';
import { milliseconds, mebibytes, type Table } from './table';

const fromProject = createRequire(path.join(projectRoot, 'package.json'));

/** @param biome the path of Biome's program. */
export async function compareCommandLines(folder: string, biome: string, rounds: number): Promise<Table> {
  const temporary = mkdtempSync(path.join(tmpdir(), 'connref-bench-'));
  try {
    const commands = commandsFor(folder, biome, temporary);
    const times = timeCommands(commands, rounds);
    const rows: string[][] = [];
    for (const [name, command] of Object.entries(commands)) {
      const time = times[name as keyof typeof times];
      const memory = await peakMemory(command);
      rows.push([name, milliseconds(time), (time / times['connref check']).toFixed(1), mebibytes(memory)]);
    }
    return { head: ['Command', 'Median', 'Times connref', 'Peak memory'], rows };
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function commandsFor(folder: string, biome: string, temporary: string) {
  const config = path.join(temporary, 'eslint.config.mjs');
  const plugin = pathToFileURL(fromProject.resolve('@eslint/json')).href;
  writeFileSync(
    config,
    `import json from '${plugin}';\nexport default [{ files: ['**/*.json'], plugins: { json }, language: 'json/json', ...json.configs.recommended }];\n`,
  );
  const eslint = path.join(path.dirname(fromProject.resolve('eslint/package.json')), 'bin', 'eslint.js');
  const node = process.execPath;
  return {
    'connref check': { program: node, args: [path.join(projectRoot, 'dist', 'connref.js'), 'check', '.'], folder },
    'biome lint': { program: biome, args: ['lint', '--max-diagnostics=none', '.'], folder },
    'eslint with @eslint/json': { program: node, args: [eslint, '--config', config, '.'], folder },
    'node without a program': { program: node, args: ['--eval', '0'], folder },
  } satisfies Record<string, Command>;
}
