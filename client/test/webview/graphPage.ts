/** The page of the graph in a real browser, with this test in the place of VS Code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { projectRoot } from '../../../scripts/shared/project';
import type { GraphResult, GraphScope } from '../../../server/src/lsp/protocol';
import type { FromPanel, ToPanel } from '../../src/graph/messages';
import { bodyClasses, themes, type Theme } from './themes';

const origin = 'http://connref.test';
const bundle = path.join(projectRoot, 'dist', 'webview');

export interface PageOptions {
  readonly theme?: Theme;
  /** What VS Code kept of a page before. */
  readonly state?: unknown;
  readonly reducedMotion?: boolean;
}

export class GraphPage {
  readonly page: Page;
  /** What the page has said. */
  readonly messages: FromPanel[] = [];
  /** What went wrong in the page, breaches of its policy among it. */
  readonly errors: string[] = [];
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  static async open(browser: Browser, options: PageOptions = {}): Promise<GraphPage> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: options.reducedMotion === false ? 'no-preference' : 'reduce',
    });
    const opened = new GraphPage(context, await context.newPage());
    await opened.#load(options);
    return opened;
  }

  async #load({ theme = 'light', state }: PageOptions): Promise<void> {
    const { page } = this;
    await page.route(`${origin}/**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      if (name === '') return route.fulfill({ contentType: 'text/html', body: renderPage(theme) });
      const contentType = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      return route.fulfill({ contentType, body: readFileSync(path.join(bundle, name), 'utf8') });
    });
    await page.exposeFunction('tellTest', (message: FromPanel) => this.messages.push(message));
    const host = `
      let kept = ${JSON.stringify(state ?? null)} ?? undefined;
      window.kept = () => kept;
      window.acquireVsCodeApi = () => ({
        postMessage: (message) => window.tellTest(message),
        getState: () => kept,
        setState: (next) => { kept = JSON.parse(JSON.stringify(next)); },
      });
      document.addEventListener('DOMContentLoaded', () => {
        const colours = ${JSON.stringify(themes[theme])};
        for (const [name, value] of Object.entries(colours)) {
          document.documentElement.style.setProperty('--vscode-' + name, value);
        }
      });`;
    await page.addInitScript(host);
    await page.goto(`${origin}/`);
    await page.locator('.toolbar').waitFor();
  }

  /** Gives the page a graph, and waits until it is drawn. */
  async show(graph: GraphResult, scope: GraphScope = { kind: 'workspace' }): Promise<void> {
    const before = this.messages.filter(({ type }) => type === 'shown').length;
    await this.tell({ type: 'graph', scope, graph });
    await this.until(() => this.messages.filter(({ type }) => type === 'shown').length > before);
  }

  async tell(message: ToPanel): Promise<void> {
    await this.page.evaluate(`window.dispatchEvent(new MessageEvent('message', { data: ${JSON.stringify(message)} }))`);
  }

  /** Waits until something is so, by asking again after each turn of the page. */
  async until(isSo: () => boolean): Promise<void> {
    const end = Date.now() + 10_000;
    while (!isSo()) {
      if (Date.now() > end) throw new Error(`Waited in vain. Said: ${JSON.stringify(this.messages.slice(-3))}`);
      await this.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    }
  }

  node(label: string): Locator {
    return this.page
      .locator('.node', { has: this.page.locator(`title:text("${label.replaceAll('"', '\\"')}")`) })
      .first();
  }

  /** The first lines of all nodes that are drawn. */
  async labels(): Promise<string[]> {
    return this.page.locator('.node .label').allTextContents();
  }

  async kept(): Promise<unknown> {
    return this.page.evaluate('window.kept()');
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

/** As the extension makes it. */
function renderPage(theme: Theme): string {
  const policy = `default-src 'none'; script-src 'nonce-test'; style-src ${origin}; img-src data:`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>Connection Graph</title>
<link rel="stylesheet" href="/graph.css"></head>
<body class="${bodyClasses[theme]}" data-texts="{}"><script nonce="test" src="/graph.js"></script></body></html>`;
}
