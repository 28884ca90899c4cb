/** What the screenshots do in a VS Code page, in the words of somebody who sits before it. */
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../shared/processes';

/** Long enough for a machine that does other things too; everything is shown as soon as it is there. */
const waitMilliseconds = 30_000;
const answerMilliseconds = 3000;

export class Workbench {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    page.setDefaultTimeout(waitMilliseconds);
  }

  /** Opens the address of a folder and waits until its files are shown. */
  async open(address: string): Promise<void> {
    await this.#page.goto(address);
    await this.#page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Opens a file by a part of its name. */
  async openFile(name: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+P');
    const input = this.#page.locator('.quick-input-widget input.input');
    await input.fill(name);
    await this.#page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: name }).first().waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.tab.active', { hasText: name }).waitFor();
    await this.#page.locator('.monaco-editor .view-line').first().waitFor();
  }

  /** Waits until a squiggle is shown in the editor, and gives the first one. */
  async squiggle(severity: 'error' | 'warning' | 'info' | 'hint'): Promise<Locator> {
    const squiggle = this.#page.locator(`.monaco-editor .squiggly-${severity}`).first();
    await squiggle.waitFor();
    return squiggle;
  }

  /** The first place of the editor that shows this text. It must be one word of the language, such as a JSON string. */
  text(text: string): Locator {
    return this.#page.locator('.monaco-editor .view-line').getByText(text).first();
  }

  /** Waits until an editor shows a text. */
  async editorShows(text: string): Promise<void> {
    await this.text(text).waitFor();
  }

  /** Opens the light bulb's menu where the cursor is, and waits until something is offered. */
  async openLightBulb(): Promise<void> {
    const press = (): Promise<void> => this.#page.keyboard.press('ControlOrMeta+.');
    await this.#untilShown(press, this.#page.locator('.action-widget .monaco-list-row').first());
  }

  /** Rests the mouse on a place until the hover shows `expected`. */
  async hover(place: Locator, expected: string): Promise<void> {
    const rest = async (): Promise<void> => {
      await this.#page.mouse.move(0, 0);
      await place.hover();
    };
    await this.#untilShown(rest, this.#page.locator('.monaco-hover:visible', { hasText: expected }).first());
  }

  /** Shows a view container of the activity bar by its title. */
  async openViewContainer(title: string): Promise<void> {
    await this.#page.locator('.activitybar').getByRole('tab', { name: title }).click();
    await this.#page.locator('.sidebar .composite.title', { hasText: new RegExp(title, 'i') }).waitFor();
  }

  /** Gives the side bar more room, from its right edge. */
  async widenSideBar(points: number): Promise<void> {
    const box = await this.#page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('No side bar is shown.');
    const edge = box.x + box.width;
    await this.#page.mouse.move(edge, box.height / 2);
    await this.#page.mouse.down();
    await this.#page.mouse.move(edge + points, box.height / 2, { steps: 5 });
    await this.#page.mouse.up();
  }

  /** A row of the tree that the side bar shows. */
  treeRow(label: string): Locator {
    return this.#page.locator('.sidebar .monaco-list-row', { hasText: label }).first();
  }

  /** Opens rows of the tree, each inside of the one before it. */
  async expand(...labels: readonly string[]): Promise<void> {
    for (const label of labels) {
      const row = this.treeRow(label);
      await row.waitFor();
      if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
      await this.#page.locator('.sidebar .monaco-list-row[aria-expanded="true"]', { hasText: label }).first().waitFor();
    }
  }

  /** Runs a command by its title. */
  async runCommand(title: string): Promise<void> {
    await this.#page.keyboard.press('F1');
    await this.#page.locator('.quick-input-widget input.input').fill(`>${title}`);
    await this.#page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: title }).first().waitFor();
    await this.#page.keyboard.press('Enter');
  }

  async closeSideBar(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+B');
    await this.#page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  }

  /** Clicks a node of the graph, which is a page within a page. */
  async selectInGraph(label: string): Promise<void> {
    const page = this.#page.frameLocator('iframe.webview').frameLocator('iframe');
    await page.locator('.node', { hasText: label }).click();
    await page.locator('.details').getByText(label).waitFor();
  }

  /** Chooses an entry of the open light bulb. */
  async takeAction(title: string): Promise<void> {
    await this.#page.locator('.action-widget .monaco-list-row', { hasText: title }).first().click();
  }

  /** Waits for a step of a dialog: `2/5`. */
  async dialogShows(step: string): Promise<void> {
    await this.#quickInput.locator('.quick-input-title', { hasText: `(${step})` }).waitFor();
  }

  /** Takes what a step proposes, or what a text finds. */
  async acceptStep(step: string, text?: string): Promise<void> {
    await this.dialogShows(step);
    if (text !== undefined) {
      await this.#quickInput.locator('input.input').fill(text);
      await this.#quickInput.locator('.monaco-list-row.focused', { hasText: text }).first().waitFor();
    }
    await this.#page.keyboard.press('Enter');
  }

  async tickInDialog(label: string): Promise<void> {
    await this.#quickInput
      .locator('.monaco-list-row', { hasText: label })
      .locator('.monaco-checkbox, input')
      .first()
      .click();
  }

  /** Presses a button of the message that is in the way of everything else. */
  async pressInMessage(button: string): Promise<void> {
    await this.#page.locator('.monaco-dialog-box').getByRole('button', { name: button }).click();
  }

  /** Waits until the refactor preview has a file. */
  async previewShows(file: string): Promise<void> {
    await this.#page.locator('.bulk-edit-panel .monaco-list-row', { hasText: file }).first().waitFor();
  }

  get #quickInput(): Locator {
    return this.#page.locator('.quick-input-widget:visible');
  }

  /** Writes what the page shows to a file. */
  async save(file: string): Promise<void> {
    await this.#page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  }

  /** Asks again until VS Code shows it: it drops what was asked when the editor changes at the same moment. */
  async #untilShown(ask: () => Promise<void>, wanted: Locator): Promise<void> {
    const isShown = async (): Promise<boolean> => {
      await ask();
      return await wanted.waitFor({ timeout: answerMilliseconds }).then(
        () => true,
        () => false,
      );
    };
    if (!(await eventually(isShown, waitMilliseconds))) throw new Error(`VS Code does not show ${String(wanted)}.`);
  }
}
