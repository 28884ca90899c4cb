/**
 * Runs the tests of `client/test/windows`: they sit before windows of a real VS Code, in a browser, and use mouse and
 * keyboard. What they need of folders, trust and extensions is decided when a window is opened, so that no test inside of
 * VS Code can do it.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import type { Browser } from 'playwright-core';
import CountingReporter from '../countingReporter';
import type { Lifetime } from '../shared/lifetime';
import { windowTests } from '../shared/testHost';
import type { PreparedVSCode } from './prepare';

const testMilliseconds = 180_000;

export interface WindowHost {
  readonly vscode: PreparedVSCode;
  readonly vsix: string;
  readonly browser: Browser;
  readonly lifetime: Lifetime;
}

let current: WindowHost | undefined;

/** What the tests open windows of. */
export function windowHost(): WindowHost {
  if (!current) throw new Error('These tests are run by npm run test:vscode.');
  return current;
}

/** Throws when a test fails. */
export async function runWindowTests(host: WindowHost, counts: string): Promise<void> {
  current = host;
  const mocha = new Mocha({ timeout: testMilliseconds, reporter: CountingReporter, reporterOptions: { counts } });
  for (const name of readdirSync(windowTests).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(path.join(windowTests, name));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  // Another VS Code is tested by the same files.
  mocha.unloadFiles();
  if (failures > 0) throw new Error(`${failures} ${failures === 1 ? 'test' : 'tests'} of windows failed.`);
}
