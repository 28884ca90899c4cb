/** The page of the graph in a real browser: what it shows, what keys and clicks do, and whether everybody can use it. */
import assert from 'node:assert/strict';
import { buildGraph } from '../../../server/src/features/graph';
import type { Graph, GraphNode } from '../../../server/src/features/graphModel';
import type { GraphResult } from '../../../server/src/lsp/protocol';
import { openContoso } from '../../../server/test/engine';
import type { FromPanel, ToPanel } from '../../src/graph/messages';
import { GraphPage } from './graphPage';
import { pagesOf } from './pages';
import type { PageOptions } from './panelPage';
import { themes, type Theme } from './themes';

const outlook = 'HR – Outlook – Service';

function sampleGraph(): GraphResult {
  const workspace = openContoso();
  const graph = buildGraph(workspace.snapshot, (file) => workspace.findingsOf(file));
  return { ...graph, nodes: graph.nodes.map((item) => ({ ...item, places: undefined })) };
}

function node(id: string, kind: GraphNode['kind'], more: Partial<GraphNode> = {}): GraphNode {
  return { id, kind, label: id, solutions: ['/s'], environments: [], problems: [], hasPlace: true, ...more };
}

/** Connectors with references, and flows that use two references each. */
function largeGraph(connectors: number, references: number, flows: number): Graph {
  const reference = (i: number): string => `reference ${i % references}`;
  return {
    nodes: [
      ...Array.from({ length: connectors }, (_, i) => node(`connector ${i}`, 'connector', { solutions: [] })),
      ...Array.from({ length: references }, (_, i) =>
        node(reference(i), 'reference', { connector: `connector ${i % connectors}` }),
      ),
      ...Array.from({ length: flows }, (_, i) => node(`flow ${i}`, 'flow')),
    ],
    edges: [
      ...Array.from({ length: references }, (_, i) => ({
        from: `connector ${i % connectors}`,
        to: reference(i),
        environments: [],
      })),
      ...Array.from({ length: flows }, (_, i) => [
        { from: reference(i), to: `flow ${i}`, environments: [] },
        { from: reference(i * 7 + 3), to: `flow ${i}`, environments: [] },
      ]).flat(),
    ],
    solutions: [{ id: '/s', name: 'S' }],
    environments: [],
  };
}

describe('the page of the graph', () => {
  const graph = sampleGraph();
  const openPage = pagesOf<FromPanel, ToPanel>('graph', 'Connection Graph');

  const open = async (shown: GraphResult = graph, options: PageOptions = {}): Promise<GraphPage> => {
    const page = new GraphPage(await openPage(options));
    await page.show(shown);
    return page;
  };

  it('shows every node once, and no two over each other', async () => {
    const page = await open();
    assert.equal((await page.labels()).length, graph.nodes.length);
    const boxes = await page.page
      .locator('.node .box')
      .evaluateAll((all) => all.map((box) => (box as { getBoundingClientRect(): DOMBox }).getBoundingClientRect()));
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top);
      }
    }
  });

  it('tells that a workspace has nothing to show', async () => {
    const page = await open({ nodes: [], edges: [], solutions: [], environments: [] });
    await page.page.getByText('There are no connections and no connection references here.').waitFor();
  });

  it('shows names as texts, whatever they look like', async () => {
    const name = '<img src=x onerror="document.title=1"> ${1} "\'';
    const page = await open({
      ...graph,
      nodes: [node('x', 'flow', { label: name, detail: '</text><script>' })],
      edges: [],
    });
    await page.node(name).click();
    assert.equal(await page.page.locator('.details h2').textContent(), name);
    assert.equal(await page.page.locator('img').count(), 0);
    assert.equal(await page.page.title(), 'Connection Graph');
  });

  it('marks what belongs to the node that is clicked, and tells of it', async () => {
    const page = await open();
    await page.node(outlook).click();
    const near = await page.page.locator('.node.near .label').allTextContents();
    assert.ok(near.includes('Office 365 Outlook'));
    assert.ok(near.includes('Notify new hire'));
    assert.ok(!near.includes('Planner'));
    await page.page.locator('.details').getByText('contoso_sharedoffice365_1a2b3').waitFor();
    await page.page.keyboard.press('Escape');
    assert.equal(await page.page.locator('.node.near').count(), 0);
  });

  it('opens the source by a double click, and by Enter', async () => {
    const page = await open();
    await page.node(outlook).dblclick();
    await page.until(() => page.last('open') !== undefined);
    assert.equal(page.last('open')?.id, 'reference:contoso_sharedoffice365_1a2b3');
    await page.node('Birthday greetings').click();
    await page.page.keyboard.press('Enter');
    await page.until(() => page.last('open')?.id.startsWith('flow:') === true);
  });

  it('is walked through by arrow keys, along lines and down columns', async () => {
    const page = await open();
    await page.page.locator('.node[tabindex="0"]').focus();
    const focused = (): Promise<string> => page.page.locator('.node:focus .label').innerHTML();
    assert.equal(await page.page.locator('.node[tabindex="0"]').count(), 1);
    const first = await focused();
    await page.page.keyboard.press('ArrowDown');
    assert.notEqual(await focused(), first);
    await page.page.keyboard.press('ArrowUp');
    assert.equal(await focused(), first);
    for (const key of ['ArrowRight', 'ArrowRight']) await page.page.keyboard.press(key);
    assert.equal(await page.page.locator('.node:focus').getAttribute('aria-pressed'), 'true');
    assert.match((await page.page.locator('.node:focus').getAttribute('class')) ?? '', /\breference\b/);
  });

  it('zooms by wheel, keys and buttons, and moves by drag and keys', async () => {
    const page = await open();
    const transform = (): Promise<string | null> => page.page.locator('.world').getAttribute('transform');
    const seen = new Set([await transform()]);
    const changes = async (act: () => Promise<void>): Promise<void> => {
      await act();
      const now = await transform();
      assert.ok(!seen.has(now), `It is as before: ${now ?? ''}`);
      seen.add(now);
    };
    await page.page.mouse.move(600, 400);
    await changes(() => page.page.mouse.wheel(0, -200));
    await changes(() => page.page.getByLabel('Zoom in (+)').click());
    await changes(async () => {
      await page.page.mouse.move(250, 780);
      await page.page.mouse.down();
      await page.page.mouse.move(300, 700, { steps: 3 });
      await page.page.mouse.up();
    });
    await page.page.locator('.surface').focus();
    await changes(() => page.page.keyboard.press('ArrowLeft'));
    await changes(() => page.page.keyboard.press('-'));
    await changes(() => page.page.keyboard.press('0'));
    const bottom = await page.page
      .locator('.node .box')
      .evaluateAll((all) =>
        Math.max(...all.map((box) => (box as { getBoundingClientRect(): DOMBox }).getBoundingClientRect().bottom)),
      );
    assert.ok(bottom <= 800, 'All of it is in sight.');
  });

  it('finds nodes by their names, one after the other', async () => {
    const page = await open();
    await page.page.getByLabel('Search in the graph').fill('teams');
    await page.page.getByText(/^\d+ found$/).waitFor();
    const n = await page.page.locator('.node.match').count();
    assert.ok(n > 3);
    await page.page.keyboard.press('Enter');
    await page.page.getByText(`1 of ${n}`).waitFor();
    const first = await page.page.locator('.node.selected').getAttribute('data-id');
    await page.page.keyboard.press('Enter');
    assert.notEqual(await page.page.locator('.node.selected').getAttribute('data-id'), first);
    await page.page.keyboard.press('Shift+Enter');
    assert.equal(await page.page.locator('.node.selected').getAttribute('data-id'), first);
    await page.page.getByLabel('Search in the graph').fill('no such thing');
    await page.page.getByText('No match').waitFor();
  });

  it('leaves out what the filters do not name', async () => {
    const page = await open();
    await page.page.locator('summary', { hasText: 'Solutions' }).click();
    await page.page.getByRole('checkbox', { name: 'ContosoTravel' }).check();
    assert.ok(!(await page.labels()).includes('Notify new hire'));
    await page.page.getByRole('checkbox', { name: 'ContosoTravel' }).uncheck();
    await page.page.keyboard.press('Escape');
    await page.page.locator('summary', { hasText: 'Environments' }).click();
    await page.page.getByRole('checkbox', { name: 'prod' }).check();
    assert.ok(!(await page.page.locator('.connection .detail').allTextContents()).includes('test'));
    await page.page.getByRole('checkbox', { name: 'prod' }).uncheck();
    await page.page.getByLabel('Only problems').check();
    assert.ok(!(await page.labels()).includes('Log automation event'));
    assert.ok((await page.labels()).includes('Old notification'));
  });

  it('follows the cursor of an editor', async () => {
    const page = await open();
    await page.tell({ type: 'select', id: 'reference:contoso_sharedoffice365_1a2b3' });
    await page.page.locator('.node.selected.reference', { hasText: outlook }).waitFor();
  });

  it('is as it was when it is opened again', async () => {
    const page = await open();
    await page.page.getByLabel('Only problems').check();
    await page.node('Old notification').click();
    await page.page.getByLabel('Zoom in (+)').click();
    const state = await page.kept();
    const transform = await page.page.locator('.world').getAttribute('transform');
    await page.close();
    const again = await open(graph, { state });
    assert.equal(await again.page.locator('.world').getAttribute('transform'), transform);
    assert.ok(await again.page.getByLabel('Only problems').isChecked());
    await again.page.locator('.node.selected', { hasText: 'Old notification' }).waitFor();
  });

  it('gives pictures and texts of what it shows', async () => {
    const page = await open();
    const save = async (entry: string): Promise<string> => {
      const before = page.messages.length;
      await page.page.getByText('Export', { exact: true }).click();
      await page.page.getByText(entry).click();
      await page.until(() => page.messages.slice(before).some(({ type }) => type === 'save' || type === 'copy'));
      return page.last('save')?.content ?? '';
    };
    const picture = await save('Save as SVG…');
    assert.match(picture, /^<\?xml[^>]*>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="\d+"/);
    assert.ok(picture.includes(`>${outlook}</text>`));
    assert.ok(!/var\(|class=|style=|<script/.test(picture));
    assert.match(picture, /<rect[^>]*fill="rgb\(248, 248, 248\)"/);
    const pixels = Buffer.from(await save('Save as PNG…'), 'base64');
    assert.equal(pixels.subarray(1, 4).toString('latin1'), 'PNG');
    assert.ok(pixels.readUInt32BE(16) > 1000, 'It is as wide as the graph.');
    assert.match(await save('Save as Mermaid…'), /^flowchart LR\n/);
    assert.match(await save('Save as DOT…'), /^digraph connref \{\n/);
    await save('Copy as Mermaid');
    assert.match(page.last('copy')?.text ?? '', /^flowchart LR\n/);
  });

  it('groups by itself what is too much, and opens a group by a double click', async () => {
    const page = await open(largeGraph(10, 40, 200));
    await page.page.getByText('Automatic (By connector)').waitFor({ state: 'attached' });
    const before = (await page.labels()).length;
    assert.ok(before < 150, String(before));
    await page.page.locator('.node.group.connector').first().dblclick();
    assert.ok((await page.labels()).length > before);
    await page.page.getByRole('button', { name: 'Collapse' }).click();
    assert.equal((await page.labels()).length, before);
  });

  it('finds what is in a group, and opens the group', async () => {
    const page = await open(largeGraph(10, 40, 200));
    await page.page.getByLabel('Search in the graph').fill('reference 7');
    await page.page.keyboard.press('Enter');
    await page.page.locator('.node.selected.reference', { hasText: 'reference 7' }).waitFor();
  });

  it('draws a thousand nodes', async function () {
    this.timeout(120_000);
    const page = await open(largeGraph(30, 170, 800));
    await page.page.locator('#grouping').selectOption('none');
    await page.until(() => page.last('shown')?.nodes === 1000);
    assert.equal((await page.labels()).length, 1000);
    console.log(`      layout: ${await page.page.evaluate<string>('document.body.dataset.layoutMilliseconds')} ms`);
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`can be used by everybody, in ${theme}`, async () => {
      const page = await open(graph, { theme });
      assert.deepEqual(await page.violations(), []);
      await page.node('Offboarding checklist').click();
      await page.page.locator('summary', { hasText: 'Kinds' }).click();
      assert.deepEqual(await page.violations(), []);
    });
  }
});

interface DOMBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
