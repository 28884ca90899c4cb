/** What a VS Code page asks: lists and fields at the top, and messages that are in the way of everything else. */
import type { Locator, Page } from 'playwright-core';
import { untilShown } from './waiting';

export class Dialogs {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Takes the first entry of a list that begins with a text, after typing what it is found by. */
  async choose(entry: string, typed = entry): Promise<void> {
    await this.#input.locator('input.input').fill(typed);
    // Rows are drawn anew as the list is searched, and the entry need not be the best match.
    await this.#row(entry).click();
    // Whatever appears under it then would tell of itself.
    await this.#page.mouse.move(0, 0);
  }

  /** Opens the command palette and runs a command. The palette closes by itself when an editor appears meanwhile. */
  async runCommand(title: string): Promise<void> {
    const ask = async (): Promise<void> => {
      await this.#page.keyboard.press('F1');
      await this.#page.keyboard.type(title);
    };
    await untilShown(ask, this.#row(title));
    await this.choose(title, `>${title}`);
  }

  /** Waits for a step of a dialog: `2/5`. */
  async shows(step: string): Promise<void> {
    await this.#input.locator('.quick-input-title', { hasText: `(${step})` }).waitFor();
  }

  /** Takes what a step proposes, or what a text finds. */
  async accept(step: string, text?: string): Promise<void> {
    await this.shows(step);
    if (text === undefined) await this.#page.keyboard.press('Enter');
    else await this.choose(text);
  }

  /** Ticks an entry of a list that takes several. A click on its row does, wherever the row has its box. */
  async tick(label: string): Promise<void> {
    await this.#input.locator('.monaco-list-row', { hasText: label }).first().click();
  }

  /** Presses a button of the message that is in the way of everything else. */
  async press(button: string): Promise<void> {
    await this.#page.locator('.monaco-dialog-box').getByRole('button', { name: button }).click();
  }

  #row(entry: string): Locator {
    return this.#input.locator(`.monaco-list-row[aria-label^="${entry}"]`).first();
  }

  get #input(): Locator {
    return this.#page.locator('.quick-input-widget:visible');
  }
}
