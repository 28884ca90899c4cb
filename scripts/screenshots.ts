/**
 * `npm run screenshots [-- <shot> …]`: takes the pictures of `docs/images/`, light and dark, from the running product:
 * the packaged extension in a real VS Code with the sample solution open.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { type Shot, shots } from './screenshots/shots';
import { themes, Workbench } from './screenshots/workbench';
import { launchBrowser } from './shared/browser';
import { packageExtension } from './shared/extensionPackage';
import { Lifetime, messageOf, runScript } from './shared/lifetime';
import { projectRoot, sampleFolder } from './shared/project';
import { temporaryCopy } from './shared/temporary';
import { prepareVSCode } from './vscodeHost/prepare';
import { startServer } from './vscodeHost/server';
import { newest } from './vscodeHost/versions';

/** Two device pixels to a point keep small text sharp. */
const deviceScaleFactor = 2;
const imagesFolder = path.join(projectRoot, 'docs', 'images');

/** Only what a picture is about, in themes that follow the browser. */
const settings = {
  'window.autoDetectColorScheme': true,
  'workbench.preferredLightColorTheme': 'Default Light Modern',
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
  'explorer.autoReveal': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  // A dash in a display name is no mistake.
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'remote.autoForwardPorts': false,
  'editor.stickyScroll.enabled': false,
};

runScript(async (lifetime) => {
  const vsix = await packageExtension(lifetime);
  const vscode = await prepareVSCode(newest, lifetime);
  const browser = await launchBrowser(lifetime);
  const server = await startServer(vscode, { vsix, settings }, lifetime);
  const context = await browser.newContext({ deviceScaleFactor });
  await mkdir(imagesFolder, { recursive: true });
  let failures = 0;
  for (const shot of chosenShots(process.argv.slice(2))) {
    // A copy and a page of its own, so that no picture depends on what the one before it changed.
    const own = new Lifetime(lifetime);
    const folder = await temporaryCopy(sampleFolder, own);
    const opened = (await shot.prepare?.(folder)) ?? folder;
    if (!(await take(shot, server.addressOf(opened), context))) failures++;
    await own.end();
  }
  return failures === 0 ? 0 : 1;
});

/** Those that the user named; all when none is named. */
function chosenShots(names: readonly string[]): readonly Shot[] {
  const unknown = names.filter((name) => !shots.some((shot) => shot.name === name));
  if (unknown.length > 0) throw new Error(`There is no picture '${unknown.join("', '")}'.`);
  return names.length === 0 ? shots : shots.filter(({ name }) => names.includes(name));
}

async function take(shot: Shot, address: string, context: BrowserContext): Promise<boolean> {
  const { name, size, parts, show } = shot;
  const page = await context.newPage();
  const [width, height] = size;
  await page.setViewportSize({ width, height });
  const workbench = new Workbench(page);
  try {
    await workbench.open(address);
    await show(workbench);
    for (const theme of themes) {
      await workbench.wear(theme);
      await workbench.save(path.join(imagesFolder, `${name}-${theme}.png`), parts);
    }
    console.log(`  ${name}`);
    return true;
  } catch (error) {
    const seen = path.join(projectRoot, 'out', 'screenshots', `${name}.png`);
    await mkdir(path.dirname(seen), { recursive: true });
    await workbench.save(seen);
    console.error(`The picture '${name}' could not be taken; ${seen} shows how far it came.\n${messageOf(error)}`);
    return false;
  } finally {
    await page.close();
  }
}
