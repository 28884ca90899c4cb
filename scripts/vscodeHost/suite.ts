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
  const pageLog = await followLog(page);
  try {
    const exitCode = exitCodeOf(page);
    await page.goto(`${server.addressOf(workspace)}&payload=${payload(server.port, testExtension)}`);
    const code = await Promise.race([exitCode, timeout(lifetime.signal)]);
    if (code === 0) return;
    if (code === undefined) throw new Error(`The suite did not end within ${suiteMilliseconds / 1000} s.`);
    throw new Error('The suite failed.');
  } catch (error) {
    tell('The last lines of the page', pageLog());
    tell('The last lines of the server', server.log().split('\n'));
    throw error;
  } finally {
    await page.close();
  }
}

/** The code that the page gives when the suite has run: 0 when all tests passed. */
async function exitCodeOf(page: Page): Promise<number> {
  return new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
  });
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

async function timeout(signal: AbortSignal): Promise<undefined> {
  await delay(suiteMilliseconds, undefined, { signal, ref: false });
}

/** Shows what the suite reports, and keeps what VS Code itself logs for the case of a failure. */
async function followLog(page: Page): Promise<() => readonly string[]> {
  const lines: string[] = [];
  const keep = (type: string, text: string): unknown =>
    lines.push(`${type}: ${text.split('\n', 1).join().slice(0, 400)}`);
  page.on('console', (message) => keep(message.type(), message.text()));
  page.on('pageerror', (error) => keep('error', error.message));
  page.on('crash', () => keep('error', 'The page crashed.'));
  await page.exposeFunction('codeAutomationLog', (type: string, [first, ...others]: readonly unknown[]) => {
    if (first === reportMark) console.log(...others);
    else keep(type, format(first, ...others));
  });
  return () => lines;
}

function tell(title: string, lines: readonly string[]): void {
  console.error(`${title}:`);
  for (const line of lines.slice(-shownLines)) console.error(`  ${line}`);
}
