/** A window of VS Code, in the words of somebody who sits before it. */
import assert from 'node:assert/strict';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { succeeds, untilShown } from '../../../scripts/screenshots/waiting';
import { Workbench } from '../../../scripts/screenshots/workbench';
import { Lifetime } from '../../../scripts/shared/lifetime';
import { eventually } from '../../../scripts/shared/processes';
import { startServer, type RunningServer, type ServerOptions } from '../../../scripts/vscodeHost/server';
import { windowHost } from '../../../scripts/vscodeHost/windows';

/** Long enough for a machine that does other things too. */
const waitMilliseconds = 60_000;
/** Long enough for an answer that nothing gets in the way of. */
const answerMilliseconds = 3000;

/** A VS Code of its own for the tests of a file. Call `end` when they are done. */
export class Windows {
  readonly lifetime: Lifetime;
  readonly #server: RunningServer;

  private constructor(server: RunningServer, lifetime: Lifetime) {
    this.#server = server;
    this.lifetime = lifetime;
  }

  static async start(options: Omit<ServerOptions, 'vsix'> = {}): Promise<Windows> {
    const { vscode, vsix, lifetime } = windowHost();
    const own = new Lifetime(lifetime);
    return new Windows(await startServer(vscode, { vsix, ...options }, own), own);
  }

  /** @param opened a folder or a workspace file; a window without one where it is undefined. */
  async open(opened?: string): Promise<Window> {
    const context = await windowHost().browser.newContext({ viewport: { width: 1200, height: 900 } });
    // A window that outlives its server asks for it without end.
    this.lifetime.onEnd(() => context.close());
    const { emptyWindow } = this.#server;
    return Window.load(context, opened === undefined ? emptyWindow : this.#server.addressOf(opened));
  }

  end(): Promise<void> {
    return this.lifetime.end();
  }
}

export class Window extends Workbench {
  readonly page: Page;
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    super(page);
    page.setDefaultTimeout(waitMilliseconds);
    this.page = page;
    this.#context = context;
  }

  static async load(context: BrowserContext, address: string): Promise<Window> {
    const window = new Window(context, await context.newPage());
    await window.page.goto(address);
    await window.page.locator('.activitybar [role=tab]').first().waitFor();
    return window;
  }

  /** The entry of the activity bar that leads to the tree. */
  get activity(): Locator {
    return this.page.locator('.activitybar').getByRole('tab', { name: 'Connref' });
  }

  /** The status item. */
  get status(): Locator {
    return this.page.locator('[id="connref.connref.connref.status"]');
  }

  /** What the view says instead of showing a tree. */
  get welcome(): Locator {
    return this.page.locator('.sidebar .welcome-view-content');
  }

  /** Runs a command of an extension: the palette does not know those yet that a window is still loading. */
  async runExtensionCommand(title: string): Promise<void> {
    const { page } = this;
    const found = page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: title }).first();
    await until(async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input.input').fill(`>${title}`);
      return succeeds(() => found.waitFor({ timeout: answerMilliseconds }));
    }, `the command '${title}'`);
    await page.keyboard.press('Enter');
  }

  /** The first node of the tree with this label. */
  node(label: string): Locator {
    const name = this.page.locator('.label-name').getByText(label, { exact: true });
    return this.page.locator('.sidebar .monaco-list-row').filter({ has: name }).first();
  }

  /** Opens nodes of the tree, one after the other, as far as they are closed, when all files are read. */
  async openNodes(...labels: readonly string[]): Promise<void> {
    await this.status.getByText(/\d+ solutions?, /).waitFor();
    for (const label of labels) {
      const node = this.node(label);
      const isOpen = async (): Promise<boolean> => (await node.getAttribute('aria-expanded')) === 'true';
      await until(async () => {
        await node.waitFor();
        if (await isOpen()) return true;
        // A tree that is drawn anew meanwhile loses the click.
        await node.locator('.monaco-tl-twistie').click();
        return eventually(isOpen, answerMilliseconds);
      }, `'${label}' to open`);
    }
  }

  /** Adds nodes of the tree to its selection. They do not open: an editor that comes later takes the focus. */
  async select(...labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      await this.node(label).click({ modifiers: ['ControlOrMeta'] });
      await until(async () => (await this.node(label).getAttribute('aria-selected')) === 'true', `'${label}' selected`);
    }
  }

  /** Takes an entry of the context menu of a node. */
  async chooseInMenu(label: string, entry: string): Promise<void> {
    const menu = this.page.locator('.context-view .monaco-menu');
    const found = menu.getByText(entry, { exact: true });
    const open = async (): Promise<void> => {
      if (!(await menu.isVisible())) await this.node(label).click({ button: 'right' });
    };
    // A menu takes no click in the first tenth of a second that it is shown.
    const choose = async (): Promise<void> => {
      await found.click({ timeout: answerMilliseconds });
      await menu.waitFor({ state: 'hidden', timeout: answerMilliseconds });
    };
    await untilShown(open, found);
    await until(() => succeeds(choose), `'${entry}' in the menu of '${label}' to be taken`);
  }

  /** Drags a node onto another one. */
  async drag(from: Locator, onto: Locator): Promise<void> {
    await from.waitFor();
    await onto.waitFor();
    await from.dragTo(onto);
  }

  /** Makes the changes that the refactor preview shows. */
  async applyPreview(file: string): Promise<void> {
    await this.panels.previewShows(file);
    await this.page.locator('.bulk-edit-panel').getByRole('button', { name: 'Apply' }).click();
  }

  /** A message in the corner. */
  message(text: string): Locator {
    return this.page.locator('.notification-list-item-message', { hasText: text });
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}

/** Waits for what can't be waited for in the page. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  assert.ok(await eventually(condition, waitMilliseconds), `Waited ${waitMilliseconds / 1000} s for ${what}.`);
}
