/** What a VS Code page asks: lists and fields at the top, and messages that are in the way of everything else. */
import type { Locator, Page } from 'playwright-core';

export class Dialogs {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Finds an entry of a list by what is typed, and takes it. */
  async choose(typed: string, expected: string): Promise<void> {
    await this.#input.locator('input.input').fill(typed);
    await this.#input.locator('.monaco-list-row.focused', { hasText: expected }).first().waitFor();
    await this.#page.keyboard.press('Enter');
  }

  /** Waits for a step of a dialog: `2/5`. */
  async shows(step: string): Promise<void> {
    await this.#input.locator('.quick-input-title', { hasText: `(${step})` }).waitFor();
  }

  /** Takes what a step proposes, or what a text finds. */
  async accept(step: string, text?: string): Promise<void> {
    await this.shows(step);
    if (text === undefined) await this.#page.keyboard.press('Enter');
    else await this.choose(text, text);
  }

  /** Ticks an entry of a list that takes several. A click on its row does, wherever the row has its box. */
  async tick(label: string): Promise<void> {
    await this.#input.locator('.monaco-list-row', { hasText: label }).first().click();
  }

  /** Presses a button of the message that is in the way of everything else. */
  async press(button: string): Promise<void> {
    await this.#page.locator('.monaco-dialog-box').getByRole('button', { name: button }).click();
  }

  get #input(): Locator {
    return this.#page.locator('.quick-input-widget:visible');
  }
}
