/**
 * `npm run screenshots [-- light|dark] [-- <shot>]`: takes the pictures of `docs/images/` from the running product, the
 * packaged extension in a real VS Code with the sample solution open.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { type Shot, shots } from './screenshots/shots';
import { Workbench } from './screenshots/workbench';
import { launchBrowser } from './shared/browser';
import { packageExtension } from './shared/extensionPackage';
import { Lifetime, messageOf, runScript } from './shared/lifetime';
import { projectRoot, sampleFolder } from './shared/project';
import { temporaryCopy } from './shared/temporary';
import { type PreparedVSCode, prepareVSCode } from './vscodeHost/prepare';
import { startServer } from './vscodeHost/server';
import { newest } from './vscodeHost/versions';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
type Theme = keyof typeof themes;

/** The window of the pictures; two device pixels to a point keep small text sharp. */
const page = { viewport: { width: 1200, height: 720 }, deviceScaleFactor: 2 };
const imagesFolder = path.join(projectRoot, 'docs', 'images');

runScript(async (lifetime) => {
  const wanted = process.argv.slice(2);
  const wantedThemes = chosen(Object.keys(themes) as Theme[], (theme) => theme, wanted);
  const wantedShots = chosen(shots, (shot) => shot.name, wanted);

  const vsix = await packageExtension(lifetime);
  const vscode = await prepareVSCode(newest, lifetime);
  const browser = await launchBrowser(lifetime);
  await mkdir(imagesFolder, { recursive: true });
  let failed = false;
  for (const theme of wantedThemes) {
    if (!(await takeAll(wantedShots, theme, vscode, vsix, browser, lifetime))) failed = true;
  }
  return failed ? 1 : 0;
});

/** Those that the user named; all when none of them is named. */
function chosen<T>(all: readonly T[], nameOf: (one: T) => string, wanted: readonly string[]): readonly T[] {
  const some = all.filter((one) => wanted.includes(nameOf(one)));
  return some.length > 0 ? some : all;
}

async function takeAll(
  wanted: readonly Shot[],
  theme: Theme,
  vscode: PreparedVSCode,
  vsix: string,
  browser: Browser,
  lifetime: Lifetime,
): Promise<boolean> {
  const own = new Lifetime(lifetime);
  try {
    const settings = {
      'workbench.colorTheme': themes[theme],
      'explorer.autoReveal': false,
      'window.commandCenter': false,
      'editor.minimap.enabled': false,
      'window.title': '${activeEditorShort}${separator}${rootName}',
    };
    const server = await startServer(vscode, { vsix, settings }, own);
    const address = server.addressOf(await temporaryCopy(sampleFolder, own));
    let taken = true;
    for (const shot of wanted) {
      if (!(await take(shot, path.join(imagesFolder, `${shot.name}-${theme}.png`), address, browser))) taken = false;
    }
    return taken;
  } finally {
    await own.end();
  }
}

/** Takes one picture in a page of its own, so that no picture depends on what the one before it left open. */
async function take(shot: Shot, file: string, address: string, browser: Browser): Promise<boolean> {
  const context = await browser.newContext(page);
  const workbench = new Workbench(await context.newPage());
  try {
    await workbench.open(address);
    await shot.show(workbench);
    await workbench.save(file);
    console.log(`  ${path.relative(projectRoot, file)}`);
    return true;
  } catch (error) {
    const seen = path.join(projectRoot, 'out', 'screenshots', path.basename(file));
    await workbench.save(seen);
    console.error(`The picture '${shot.name}' could not be taken; ${seen} shows how far it came.\n${messageOf(error)}`);
    return false;
  } finally {
    await context.close();
  }
}
