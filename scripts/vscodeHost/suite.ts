/**
 * Runs the test suite in a VS Code for browsers: a page asks its extension host to call the suite's `run`, the way VS
 * Code tests its own extensions. The page tells of the end through functions that it finds in its window.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { format } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { Lifetime } from '../shared/lifetime';
import { type TestHost, suiteMilliseconds, testSuite } from '../shared/testHost';
import { host } from './ports';
import { type RunningServer, uriPath } from './server';

const shownLines = 40;
const shownColumns = 400;

/** Parts that need a compiler are missing on purpose; the server tells of each in a stack of indented lines. */
const meaningless = /^\s|^[\]})]|bindings file|build\/Release|vsda|Deprecation|trace-deprecation/;

/** Stands before each line of the suite's report, among all that VS Code logs. */
export const reportMark = 'connref-test';

/** Runs the suite. Throws when a test fails or the suite does not end in time, after telling what is known of it. */
export async function runSuite(
  server: RunningServer,
  { workspace, testExtension }: TestHost,
  browser: Browser,
  lifetime: Lifetime,
): Promise<void> {
  const page = await browser.newPage();
  const log = await followLog(page);
  try {
    const exitCode = await exitCodeOf(page);
    await page.goto(`${server.addressOf(workspace)}&payload=${payload(server.port, testExtension)}`);
    const code = await Promise.race([exitCode(), crashOf(page), endOf(server), timeout(lifetime.signal)]);
    if (code !== 0) throw new Error('The suite failed.');
  } catch (error) {
    tell('What VS Code logged in the page', log());
    tell('What its server logged', server.log().split('\n'));
    throw error;
  } finally {
    await page.close();
  }
}

function payload(port: number, testExtension: string): string {
  const uri = (file: string): string => `vscode-remote://${host}:${port}${uriPath(file)}`;
  const entries = [
    ['extensionDevelopmentPath', uri(testExtension)],
    ['extensionTestsPath', uri(testSuite)],
    ['skipWelcome', 'true'],
  ];
  return encodeURIComponent(JSON.stringify(entries));
}

/** Lets the page tell the code of the suite's end: 0 when all tests passed. */
async function exitCodeOf(page: Page): Promise<() => Promise<number>> {
  let tell: (code: number) => void = () => undefined;
  const told = new Promise<number>((resolve) => (tell = resolve));
  await page.exposeFunction('codeAutomationExit', (code: number) => tell(code));
  return () => told;
}

async function crashOf(page: Page): Promise<never> {
  await page.waitForEvent('crash', { timeout: 0 });
  throw new Error('The page crashed.');
}

async function endOf(server: RunningServer): Promise<never> {
  await server.ended();
  throw new Error('VS Code has ended.');
}

async function timeout(signal: AbortSignal): Promise<never> {
  await delay(suiteMilliseconds, undefined, { signal, ref: false });
  throw new Error(`The suite did not end within ${suiteMilliseconds / 1000} s.`);
}

/** Shows what the suite reports, and keeps warnings and errors of the page for the case of a failure. */
async function followLog(page: Page): Promise<() => readonly string[]> {
  const lines: string[] = [];
  page.on('pageerror', (error) => lines.push(`error: ${error.message}`));
  await page.exposeFunction('codeAutomationLog', (type: string, [first, ...others]: readonly unknown[]) => {
    if (first === reportMark) console.log(...others);
    else if (type === 'warn' || type === 'error') lines.push(`${type}: ${format(first, ...others)}`);
  });
  return () => lines;
}

/** Tells the last lines of a log, each cut to the width of a wide terminal, without what is known and means nothing. */
function tell(title: string, lines: readonly string[]): void {
  const telling = lines.flatMap((line) => line.split('\n', 1)).filter((line) => line !== '' && !meaningless.test(line));
  console.error(`${title}:`);
  for (const line of telling.slice(-shownLines)) console.error(`  ${line.slice(0, shownColumns)}`);
}
