/** The page of a panel in a real browser, with this test in the place of VS Code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { projectRoot } from '../../../scripts/shared/project';
import { bodyClasses, themes, type Theme } from './themes';

const origin = 'http://connref.test';
const bundle = path.join(projectRoot, 'dist', 'webview');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export interface PageOptions {
  readonly theme?: Theme;
  /** What VS Code kept of a page before. */
  readonly state?: unknown;
  readonly reducedMotion?: boolean;
}

/** What a page says has a type. */
export interface Said {
  readonly type: string;
}

/** @template From what the page says; `To` is what it is told. */
export class PanelPage<From extends Said, To> {
  readonly page: Page;
  /** What the page has said. */
  readonly messages: From[] = [];
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

  /** @param name of the script and the styles. */
  static async open<From extends Said, To>(
    browser: Browser,
    name: string,
    title: string,
    options: PageOptions = {},
  ): Promise<PanelPage<From, To>> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: options.reducedMotion === false ? 'no-preference' : 'reduce',
    });
    const opened = new PanelPage<From, To>(context, await context.newPage());
    await opened.#load(name, title, options);
    return opened;
  }

  async #load(bundleName: string, title: string, { theme = 'light', state }: PageOptions): Promise<void> {
    const { page } = this;
    await page.route(`${origin}/**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      if (name === '') return route.fulfill({ contentType: 'text/html', body: renderPage(bundleName, title, theme) });
      const contentType = name.endsWith('.css') ? 'text/css' : 'text/javascript';
      return route.fulfill({ contentType, body: readFileSync(path.join(bundle, name), 'utf8') });
    });
    await page.exposeFunction('tellTest', (message: From) => this.messages.push(message));
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

  async tell(message: To): Promise<void> {
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

  /** The last thing of a kind that the page has said. */
  last<T extends From['type']>(type: T): Extract<From, { type: T }> | undefined {
    return this.messages.findLast((message): message is Extract<From, { type: T }> => message.type === type);
  }

  async kept(): Promise<unknown> {
    return this.page.evaluate('window.kept()');
  }

  /** What keeps somebody from using the page. */
  async violations(): Promise<readonly unknown[]> {
    // As a string it is no script of the page, which its policy would not let in.
    return this.page.evaluate<readonly unknown[]>(`(async () => {
      ${axe};
      const { violations } = await axe.run();
      return violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html.slice(0, 200), nodes[0].failureSummary]);
    })()`);
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

/** As the extension makes it. */
function renderPage(name: string, title: string, theme: Theme): string {
  const policy = `default-src 'none'; script-src 'nonce-test'; style-src ${origin}; img-src data:`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>${title}</title>
<link rel="stylesheet" href="/${name}.css"></head>
<body class="${bodyClasses[theme]}" data-texts="{}"><script nonce="test" src="/${name}.js"></script></body></html>`;
}
