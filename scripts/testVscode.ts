/**
 * `npm run test:vscode`: the tests of `client/test/suite` inside of a real VS Code in a real browser, and those of
 * `client/test/windows` before its windows, with the packaged extension installed, in the oldest version that is
 * promised and in the newest.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { writeCounts } from './countingReporter';
import { launchBrowser } from './shared/browser';
import { packageExtension } from './shared/extensionPackage';
import { Lifetime, messageOf, runScript } from './shared/lifetime';
import { countsFile, testHost } from './shared/testHost';
import { type PreparedVSCode, prepareVSCode } from './vscodeHost/prepare';
import { startServer } from './vscodeHost/server';
import { reportMark, runSuite } from './vscodeHost/suite';
import { newest, oldest } from './vscodeHost/versions';
import { runWindowTests } from './vscodeHost/windows';

runScript(async (lifetime) => {
  const vsix = await packageExtension(lifetime);
  const prepared = [await prepareVSCode(oldest, lifetime), await prepareVSCode(newest, lifetime)];
  const browser = await launchBrowser(lifetime);
  let failed = false;
  for (const vscode of prepared) {
    console.log(`\nVS Code ${vscode.version}`);
    if (!(await runsSuite(vscode, vsix, browser, lifetime))) failed = true;
    const windowsPass = await passes(`vscode-${vscode.version}-windows`, lifetime, (counts, own) =>
      runWindowTests({ vscode, vsix, browser, lifetime: own }, counts),
    );
    if (!windowsPass) failed = true;
  }
  return failed ? 1 : 0;
});

async function runsSuite(vscode: PreparedVSCode, vsix: string, browser: Browser, lifetime: Lifetime): Promise<boolean> {
  return passes(`vscode-${vscode.version}`, lifetime, async (counts, own) => {
    const host = await testHost(own);
    const colour = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
    const env = { ...colour, CONNREF_TEST_COUNTS: counts, CONNREF_TEST_MARK: reportMark };
    await runSuite(await startServer(vscode, { vsix, forTests: true, env }, own), host, browser, own);
  });
}

/** @param run writes how many tests passed and failed into the file that it is given, and throws when one failed. */
async function passes(
  name: string,
  lifetime: Lifetime,
  run: (counts: string, own: Lifetime) => Promise<void>,
): Promise<boolean> {
  const counts = countsFile(name);
  await rm(counts, { force: true });
  const own = new Lifetime(lifetime);
  try {
    await run(counts, own);
    return true;
  } catch (error) {
    console.error(messageOf(error));
    // A run that does not come to its end has counted nothing.
    if (!existsSync(counts)) writeCounts(counts, { passed: 0, failed: 1 });
    return false;
  } finally {
    await own.end();
  }
}
