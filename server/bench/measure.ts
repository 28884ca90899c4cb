/** Measuring: medians of several runs, of processes and of calls. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
}

/** Without what makes Node read certificates at each start: no check needs them, and few machines ask for it. */
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;

/** Runs the commands by turns, so that whatever else the machine does hits all alike. Gives the median of each. */
export function timeCommands<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  rounds: number,
): Record<Name, number> {
  const names = Object.keys(commands) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  // The first round warms the file cache and does not count.
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const { program, args, folder } = commands[name];
      const start = performance.now();
      const { error } = spawnSync(program, args, { cwd: folder, env, stdio: 'ignore' });
      if (error) throw error;
      if (round > 0) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}

/**
 * Gives the most memory that a command had resident, in MiB. The system keeps that number, so looking often enough to
 * see it shortly before the end will do. Undefined where there is no `/proc`.
 */
export async function peakMemory({ program, args, folder }: Command): Promise<number | undefined> {
  const child = spawn(program, args, { cwd: folder, stdio: 'ignore' });
  let peak: number | undefined;
  const look = setInterval(() => {
    const kibibytes = Number(/VmHWM:\s+(\d+)/.exec(statusOf(child.pid))?.[1]);
    if (kibibytes > 0) peak = kibibytes / 1024;
  }, 2);
  await new Promise<void>((resolve, reject) => {
    child.on('close', () => resolve());
    child.on('error', reject);
  });
  clearInterval(look);
  return peak;
}

/** Calls by turns and gives the median of each, in milliseconds. */
export async function timeCalls<Name extends string>(
  calls: Readonly<Record<Name, () => unknown>>,
  rounds: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(calls) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds * 1.5; round++) {
    for (const name of names) {
      const start = performance.now();
      await calls[name]();
      // The first third is for the compiler.
      if (round >= rounds / 2) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}

export function timeOnce(call: () => unknown): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function statusOf(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
  } catch {
    // It has ended, or this is no Linux.
    return '';
  }
}
