/** The picture that the command line draws, in a real browser: whether all can be read that is in it. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/shared/browser';
import { Lifetime } from '../../../scripts/shared/lifetime';
import { english } from '../../../server/src/base/l10n';
import { buildGraph } from '../../../server/src/features/graph';
import { renderSvg } from '../../../server/src/features/graphSvg';
import { openContoso } from '../../../server/test/engine';

/** Runs in the page: texts that reach over their box, boxes that reach over the picture, and its colours. */
const inspect = `(() => {
  const { width, height } = document.documentElement.getBoundingClientRect();
  const over = [];
  for (const node of document.querySelectorAll('.node')) {
    const box = node.querySelector('.box').getBoundingClientRect();
    if (box.right > width || box.bottom > height) over.push(node.textContent);
    const room = box.right - (node.querySelector('.mark') ? 22 : 0);
    for (const text of node.querySelectorAll('.label, .detail')) {
      if (text.getBoundingClientRect().right > room) over.push(text.textContent);
    }
  }
  const fill = (selector) => getComputedStyle(document.querySelector(selector)).fill;
  return { nodes: document.querySelectorAll('.node').length, over, page: fill('.page'), text: fill('.label') };
})()`;

interface Seen {
  readonly nodes: number;
  readonly over: readonly string[];
  readonly page: string;
  readonly text: string;
}

describe('the picture of the graph', () => {
  const lifetime = new Lifetime();
  const workspace = openContoso();
  const graph = buildGraph(workspace.snapshot, (file) => workspace.findingsOf(file));
  const picture = `data:image/svg+xml;base64,${Buffer.from(renderSvg(graph, english)).toString('base64')}`;
  let browser: Browser;

  before(async function () {
    this.timeout(120_000);
    browser = await launchBrowser(lifetime);
  });

  after(() => lifetime.end());

  const look = async (colorScheme: 'light' | 'dark'): Promise<Seen> => {
    const context = await browser.newContext({ colorScheme });
    const page: Page = await context.newPage();
    await page.goto(picture);
    const seen = await page.evaluate<Seen>(inspect);
    await context.close();
    return seen;
  };

  it('has room for each text', async () => {
    const { nodes, over } = await look('light');
    assert.equal(nodes, graph.nodes.length);
    assert.deepEqual(over, []);
  });

  it('is light or dark as the system of its reader', async () => {
    const [light, dark] = [await look('light'), await look('dark')];
    assert.deepEqual([light.page, dark.page], ['rgb(255, 255, 255)', 'rgb(31, 31, 31)']);
    assert.deepEqual([light.text, dark.text], ['rgb(31, 31, 31)', 'rgb(230, 230, 230)']);
  });
});
