/**
 * `npm start [-- <folder>]`: builds, prints the findings of the sample solution, and opens it in a real VS Code in the
 * browser, with the packaged extension installed.
 */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { packageExtension } from './shared/extensionPackage';
import { type Lifetime, runScript } from './shared/lifetime';
import { run } from './shared/processes';
import { namedByUser, projectRoot, sampleFolder } from './shared/project';
import { temporaryCopy } from './shared/temporary';
import { prepareVSCode } from './vscodeHost/prepare';
import { startServer } from './vscodeHost/server';
import { newest } from './vscodeHost/versions';

runScript(async (lifetime) => {
  const [named] = process.argv.slice(2);
  const folder = named === undefined ? sampleFolder : namedByUser(named);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    console.error(`There is no folder '${folder}'.`);
    return 2;
  }
  const vsix = await packageExtension(lifetime);
  await printFindings(folder, lifetime);

  const vscode = await prepareVSCode(newest, lifetime);
  const opened = named === undefined ? await temporaryCopy(folder, lifetime) : folder;
  const server = await startServer(vscode, { vsix }, lifetime);
  const address = server.addressOf(opened);
  console.log(`\nVS Code ${vscode.version} with Connref has opened ${opened}`);
  if (opened !== folder) console.log(`It is a copy of ${path.relative(projectRoot, folder)}: edit it as you like.`);
  console.log(`\n  ${address}\n\nCtrl+C ends it.`);
  openInBrowser(address);
  await server.ended();
  throw new Error(`VS Code has ended. It wrote:\n${server.log()}`);
});

/** The command line finds the same as the editor. Findings are what there is to see, and no reason to stop. */
async function printFindings(folder: string, { signal }: Lifetime): Promise<void> {
  console.log(`\n$ connref check ${path.relative(projectRoot, folder)}`);
  const commandLine = path.join(projectRoot, 'dist', 'connref.js');
  await run(process.execPath, [commandLine, 'check', folder], { signal, shown: true, anyExitCode: true });
  console.log();
}

/** Opens the default browser. Where there is none, the address on the terminal is enough. */
function openInBrowser(address: string): void {
  const [command, ...args] = {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '', address.replaceAll('&', '^&')],
    other: ['xdg-open', address],
  }[process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'other'] as [
    string,
    ...string[],
  ];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
