/** The text editor of a VS Code page. */
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { untilSettled, untilShown } from './waiting';

export class Editor {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Opens a file by a part of its path, at a line where one is given. */
  async open(file: string, line?: number): Promise<void> {
    const name = path.posix.basename(file);
    await this.#page.keyboard.press('ControlOrMeta+P');
    const input = this.#page.locator('.quick-input-widget input.input');
    await input.fill(file);
    await this.#page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: name }).first().waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.tab.active', { hasText: name }).waitFor();
    await this.#page.locator('.monaco-editor .view-line').first().waitFor();
    if (line !== undefined) await this.goTo(line);
  }

  async goTo(line: number): Promise<void> {
    await this.#page.keyboard.press('Control+G');
    await this.#page.locator('.quick-input-widget input.input').fill(`:${line}`);
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.margin .active-line-number', { hasText: String(line) }).waitFor();
  }

  /** The first place of the editor that shows this text. It must be one word of the language, such as a JSON string. */
  text(text: string): Locator {
    return this.#page.locator('.monaco-editor .view-line').getByText(text).first();
  }

  /** Waits until all names have their colours: those that only the language server knows come last. */
  async settle(): Promise<void> {
    const words = this.#page.locator('.monaco-editor .view-line span span');
    await untilSettled(async () => (await words.allTextContents()).join('\n'));
  }

  /** Waits until a name that the language server knows has its colour, and so is a piece of its own. */
  async colours(name: string): Promise<void> {
    await this.#page.locator('.monaco-editor .view-line span span').getByText(name, { exact: true }).first().waitFor();
  }

  /** Waits until the editor shows a text: of the file, or a line above it, or a name beside it. */
  async shows(text: string): Promise<void> {
    await this.#page.locator('.monaco-editor').getByText(text).first().waitFor();
  }

  /** Waits for the squiggle of a finding and puts the cursor on it. */
  async clickSquiggle(severity: 'error' | 'warning' | 'info' | 'hint'): Promise<void> {
    await this.#page.locator(`.monaco-editor .squiggly-${severity}`).first().click({ force: true });
    await this.#leave();
  }

  /** Puts the cursor into a text. */
  async click(place: Locator): Promise<void> {
    await place.click();
    await this.#leave();
  }

  /** Moves the mouse off the text: a name under it becomes a link as soon as Ctrl is pressed. */
  async #leave(): Promise<void> {
    const box = await this.#page.locator('.part.editor').boundingBox();
    if (box) await this.#page.mouse.move(box.x + box.width - 60, box.y + box.height / 2);
  }

  /** Opens the light bulb's menu where the cursor is, and waits until something is offered. */
  async openLightBulb(): Promise<void> {
    const press = (): Promise<void> => this.#page.keyboard.press('ControlOrMeta+.');
    await untilShown(press, this.#page.locator('.action-widget .monaco-list-row').first());
  }

  /** Chooses an entry of the open light bulb. */
  async takeAction(title: string): Promise<void> {
    await this.#page.locator('.action-widget .monaco-list-row', { hasText: title }).first().click();
  }

  /** Rests the mouse on a place until the hover shows `expected`. */
  async hover(place: Locator, expected: string): Promise<void> {
    const rest = async (): Promise<void> => {
      await this.#page.mouse.move(0, 0);
      await place.hover();
    };
    await untilShown(rest, this.#page.locator('.monaco-hover:visible', { hasText: expected }).first());
  }

  /** Opens the list of completions where the cursor is, with what is known of the first one. */
  async complete(expected: string): Promise<void> {
    const list = this.#page.locator('.suggest-widget.visible .monaco-list-row', { hasText: expected }).first();
    await untilShown(() => this.#page.keyboard.press('Control+Space'), list);
    const details = this.#page.locator('.suggest-details-container:visible');
    await untilShown(() => this.#page.keyboard.press('Control+Space'), details);
  }

  /** Waits until the list of places within the editor has a text. */
  async peekShows(text: string): Promise<void> {
    await this.#page.locator('.peekview-widget .monaco-list-row', { hasText: text }).first().waitFor();
    // A row under the mouse would tell of itself.
    await this.#page.mouse.move(0, 0);
  }
}
