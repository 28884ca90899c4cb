/** Starts a prepared VS Code on this machine, with the packaged extension in it and everything else at its defaults. */
import path from 'node:path';
import type { Lifetime } from '../shared/lifetime';
import { eventually, run, startGroup } from '../shared/processes';
import { temporaryFolder } from '../shared/temporary';
import { freePort, host, isListening } from './ports';
import type { PreparedVSCode } from './prepare';
import { type Settings, writeUserSettings } from './settings';

const startMilliseconds = 60_000;
const stopMilliseconds = 10_000;

export interface ServerOptions {
  /** The packaged extension, which is installed as a user would install it. */
  readonly vsix: string;
  /** Settings of the user besides the quiet ones. */
  readonly settings?: Settings | undefined;
  /** Whether VS Code asks whom to trust. It opens folders in restricted mode then. */
  readonly asksForTrust?: boolean;
  /** Lets a page run a test suite in the extension host. */
  readonly forTests?: boolean;
  /** Added to the environment, which the extension host sees too. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface RunningServer {
  readonly port: number;
  /** The address that opens a folder, or the folders of a `.code-workspace` file. */
  addressOf(path: string): string;
  /** The address of a window without a folder. */
  readonly emptyWindow: string;
  /** Waits until VS Code has ended by itself, which it does not do unless something is wrong. */
  ended(): Promise<void>;
  /** The end of the server's log. */
  log(): string;
}

/** Starts VS Code and waits until it answers. It ends, and its data goes, at the end of the lifetime. */
export async function startServer(
  vscode: PreparedVSCode,
  options: ServerOptions,
  lifetime: Lifetime,
): Promise<RunningServer> {
  const data = await temporaryFolder(lifetime);
  const env = { ...process.env, ...leavingNothing(data), ...options.env };
  const folders = ['--server-data-dir', path.join(data, 'server'), '--extensions-dir', path.join(data, 'extensions')];
  const args = [...folders, '--accept-server-license-terms', '--disable-telemetry'];
  await writeUserSettings(path.join(data, 'server', 'data', 'User'), options.settings);
  await run(vscode.node, [vscode.serverMain, ...args, '--install-extension', options.vsix], {
    env,
    signal: lifetime.signal,
  });

  const port = await freePort();
  const server = await startGroup(
    vscode.node,
    [
      vscode.serverMain,
      ...args,
      ...['--host', host, '--port', String(port), '--without-connection-token'],
      ...(options.asksForTrust ? [] : ['--disable-workspace-trust']),
      ...(options.forTests ? ['--enable-smoke-test-driver'] : []),
    ],
    { env },
  );
  lifetime.onEnd(async () => {
    await server.stop();
    // A server left over would answer the next run.
    const isFree = async (): Promise<boolean> => !(await isListening(port));
    if (!(await eventually(isFree, stopMilliseconds))) throw new Error(`Port ${port} is still in use.`);
  });

  const listens = eventually(() => isListening(port), startMilliseconds);
  if (!(await Promise.race([listens, server.ended().then(() => false)]))) {
    throw new Error(`VS Code ${vscode.version} did not start. It wrote:\n${server.output()}`);
  }
  return {
    port,
    addressOf: (opened) =>
      `http://${host}:${port}/?${opened.endsWith('.code-workspace') ? 'workspace' : 'folder'}=${uriPath(opened)}`,
    emptyWindow: `http://${host}:${port}/?ew=true`,
    ended: () => server.ended(),
    log: () => server.output(),
  };
}

/** VS Code forgets sockets in the temporary folder; elsewhere than on Linux the longer path would not fit a socket. */
function leavingNothing(data: string): NodeJS.ProcessEnv {
  return process.platform === 'linux' ? { TMPDIR: data, XDG_CACHE_HOME: path.join(data, 'cache') } : {};
}

/** The path part of a file's URI, encoded for a query: `/c:/work` on Windows. */
export function uriPath(file: string): string {
  const posix = file.split(path.sep).join('/');
  return encodeURIComponent(posix.startsWith('/') ? posix : `/${posix}`).replaceAll('%2F', '/');
}
