/** Runs the bundled command line as a process, as a user or a build would. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const projectRoot = path.resolve(__dirname, '..', '..', '..', '..');
export const fixturesFolder = path.join(projectRoot, 'test-fixtures');

const program = path.join(projectRoot, 'dist', 'connref.js');

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

/** @param env on top of the machine's own, from which whatever decides on colours is taken out. */
export function connref(args: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}): Outcome {
  const machine = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NO|FORCE)_COLOR$/.test(name)));
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...machine, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { stdout, stderr, exitCode: status };
}
