/** Child processes: commands that are waited for, and groups of processes that are stopped as a whole. */
import { type ChildProcess, type SpawnOptions, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

const keptOutput = 20_000;
const stopMilliseconds = 5000;

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  /** Shows the command's output instead of keeping it for the error. */
  readonly shown?: boolean;
  /** Gives the exit code instead of throwing when it is not 0. */
  readonly anyExitCode?: boolean;
}

/** Runs a command to its end and gives its exit code. Throws when it can't be started or fails, with what it wrote. */
export async function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<number> {
  const child = spawn(command, args, {
    stdio: options.shown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    ...withoutUndefined({ cwd: options.cwd, env: options.env, signal: options.signal }),
  });
  const output = keepOutput(child);
  const exitCode = await exitCodeOf(child);
  if (exitCode === 0 || options.anyExitCode) return exitCode;
  throw new Error(`'${[command, ...args].join(' ')}' ended with ${exitCode}.\n${output()}`.trimEnd());
}

/** A process with all that it starts itself. */
export interface ProcessGroup {
  readonly pid: number;
  /** The end of what it wrote so far. */
  output(): string;
  /** Waits until its first process has ended. */
  ended(): Promise<void>;
  /** Ends every process of the group and waits until they are gone. */
  stop(): Promise<void>;
}

/** Starts a command as the head of a group of processes. Throws when it can't be started. */
export async function startGroup(
  command: string,
  args: readonly string[],
  options: Pick<CommandOptions, 'cwd' | 'env'> = {},
): Promise<ProcessGroup> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own can be ended as a whole. On Windows that would open a console window, and taskkill does it.
    detached: process.platform !== 'win32',
    ...withoutUndefined({ cwd: options.cwd, env: options.env }),
  });
  const output = keepOutput(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await once(child, 'spawn');
  const pid = child.pid;
  if (pid === undefined) throw new Error(`'${command}' did not start.`);
  return {
    pid,
    output,
    ended: () => ended,
    stop: () => stopGroup(pid),
  };
}

/** Waits until `condition` holds and gives whether it came true in time. */
export async function eventually(condition: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > end) return false;
    await delay(50);
  }
  return true;
}

/** Whether a process lives, or with a negative number one of the group that it heads. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function stopGroup(pid: number): Promise<void> {
  const gone = (): boolean => !isAlive(process.platform === 'win32' ? pid : -pid);
  signalGroup(pid, 'SIGTERM');
  if (await eventually(gone, stopMilliseconds)) return;
  signalGroup(pid, 'SIGKILL');
  if (!(await eventually(gone, stopMilliseconds))) throw new Error(`Process ${pid} could not be ended.`);
}

function signalGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    if (process.platform === 'win32') execFileSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    else process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}

async function exitCodeOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? 1;
}

function keepOutput(child: ChildProcess): () => string {
  let kept = '';
  const keep = (chunk: Buffer): void => {
    kept = (kept + chunk.toString()).slice(-keptOutput);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => kept;
}

function withoutUndefined(options: {
  readonly [Name in 'cwd' | 'env' | 'signal']?: SpawnOptions[Name] | undefined;
}): SpawnOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
