/**
 * `npm run test:desktop`: the tests of `client/test/suite` inside of desktop VS Code, with the packaged extension
 * installed: in the VS Code that the environment variable CONNREF_VSCODE names, else in the oldest version that is
 * promised and in the newest, which `@vscode/test-electron` downloads. Exits with 3 when there is no VS Code to run.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  SilentReporter,
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron';
import { packageExtension } from './shared/extensionPackage';
import { Lifetime, messageOf, runScript } from './shared/lifetime';
import { run } from './shared/processes';
import { downloadsFolder } from './shared/project';
import { temporaryFolder } from './shared/temporary';
import { testHost, testSuite } from './shared/testHost';
import { writeUserSettings } from './vscodeHost/settings';
import { newest, oldest } from './vscodeHost/versions';

const noVSCode = 3;
const advice = 'Name an installed one in CONNREF_VSCODE (the path of its program), or run npm run test:vscode.';

interface Desktop {
  readonly title: string;
  readonly executable: string;
}

runScript(async (lifetime) => {
  let desktops: readonly Desktop[];
  try {
    desktops = await findDesktops();
  } catch (error) {
    console.error(`There is no desktop VS Code to test in: ${messageOf(error).split('\n', 1).join()}\n${advice}`);
    return noVSCode;
  }
  const vsix = await packageExtension(lifetime);
  let failed = false;
  for (const desktop of desktops) {
    console.log(`\n${desktop.title}`);
    if (!(await passes(desktop, vsix, lifetime))) failed = true;
  }
  return failed ? 1 : 0;
});

async function findDesktops(): Promise<readonly Desktop[]> {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Error('this machine has no display (xvfb-run gives one).');
  }
  const named = process.env.CONNREF_VSCODE;
  if (named) {
    if (!existsSync(named)) throw new Error(`CONNREF_VSCODE names '${named}', which does not exist.`);
    return [{ title: `VS Code at ${named}`, executable: named }];
  }
  const desktops: Desktop[] = [];
  for (const { version } of [oldest, newest]) {
    console.log(`Preparing VS Code ${version}`);
    desktops.push({ title: `VS Code ${version}`, executable: await download(version) });
  }
  return desktops;
}

async function download(version: string): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: downloadsFolder, reporter: new SilentReporter() });
  } catch (error) {
    throw new Error(`VS Code ${version} could not be downloaded (${messageOf(error)}).`, { cause: error });
  }
}

async function passes({ executable }: Desktop, vsix: string, lifetime: Lifetime): Promise<boolean> {
  const own = new Lifetime(lifetime);
  try {
    const host = await testHost(own);
    const data = await temporaryFolder(own);
    const folders = [`--user-data-dir=${path.join(data, 'user')}`, `--extensions-dir=${path.join(data, 'extensions')}`];
    await writeUserSettings(path.join(data, 'user', 'User'));
    await install(executable, vsix, folders, own.signal);
    const exitCode = await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: host.testExtension,
      extensionTestsPath: testSuite,
      launchArgs: [host.workspace, ...folders, '--disable-workspace-trust', '--disable-telemetry', ...asRoot()],
    });
    return exitCode === 0;
  } catch (error) {
    console.error(messageOf(error));
    return false;
  } finally {
    await own.end();
  }
}

async function install(
  executable: string,
  vsix: string,
  folders: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const [cli] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  if (cli === undefined) throw new Error(`'${executable}' has no command line.`);
  const args = [...folders, '--install-extension', vsix, ...asRoot()];
  // A .cmd file is a script of the Windows shell, and Node starts it there only.
  await (process.platform === 'win32'
    ? run(process.env.ComSpec ?? 'cmd.exe', ['/d', '/s', '/c', cli, ...args], { signal })
    : run(cli, args, { signal }));
}

/** Chromium's sandbox does not work for root, who runs many build containers. */
function asRoot(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
