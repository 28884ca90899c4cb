/** `npm run icon`: draws the extension's icon, `images/icon.png`, from `images/icon.svg`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from './shared/browser';
import { runScript } from './shared/lifetime';
import { projectRoot } from './shared/project';

const points = 256;

runScript(async (lifetime) => {
  const svg = await readFile(path.join(projectRoot, 'images', 'icon.svg'), 'utf8');
  const browser = await launchBrowser(lifetime);
  const page = await browser.newPage({ viewport: { width: points, height: points } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  // Its corners are round, and what lies behind shows through.
  await page.screenshot({ path: path.join(projectRoot, 'images', 'icon.png'), omitBackground: true });
  return 0;
});
