/** The side bar of a VS Code page: the explorer, and the tree of connections. */
import type { Locator, Page } from 'playwright-core';
import { untilShown } from './waiting';

export class SideBar {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Shows a view container of the activity bar by its title. */
  async show(title: string): Promise<void> {
    const tab = this.#page.locator('.activitybar').getByRole('tab', { name: title });
    const shown = this.#page.locator('.sidebar .composite.title', { hasText: new RegExp(title, 'i') });
    // A click on the tab of what is shown hides it.
    await untilShown(async () => {
      if (!(await shown.isVisible())) await tab.click();
    }, shown);
  }

  async hide(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+B');
    await this.#page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  }

  /** Gives it more room, from its right edge. */
  async widen(points: number): Promise<void> {
    const box = await this.#page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('No side bar is shown.');
    const edge = box.x + box.width;
    await this.#page.mouse.move(edge, box.height / 2);
    await this.#page.mouse.down();
    await this.#page.mouse.move(edge + points, box.height / 2, { steps: 5 });
    await this.#page.mouse.up();
    await this.#page.mouse.move(0, 0);
  }

  /** A row of the tree that the side bar shows. */
  row(label: string): Locator {
    return this.#page.locator('.sidebar .monaco-list-row', { hasText: label }).first();
  }

  /** Opens rows of the tree, each inside of the one before it. */
  async expand(...labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      const row = this.row(label);
      await row.waitFor();
      if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
      await this.#page.locator('.sidebar .monaco-list-row[aria-expanded="true"]', { hasText: label }).first().waitFor();
    }
  }
}
