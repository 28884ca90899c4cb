/** Pages within a VS Code page (graph, matrix, Markdown), and views that are neither editor nor tree. */
import type { FrameLocator, Locator, Page } from 'playwright-core';

export class Panels {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** What the newest page within the page shows: another one may be waiting behind it to take its place. */
  get content(): FrameLocator {
    return this.#page.locator('iframe.webview').last().contentFrame().frameLocator('iframe#active-frame');
  }

  /** Waits until the page within the page shows a text. */
  async shows(text: string): Promise<void> {
    await this.content.getByText(text).first().waitFor();
  }

  /** Waits until the page within the page, where there is one, has the colours of a theme. */
  async wear(theme: 'light' | 'dark'): Promise<void> {
    if ((await this.#page.locator('iframe.webview').count()) === 0) return;
    await this.content.locator(`body.vscode-${theme}`).waitFor();
  }

  /** Clicks a node of the graph. */
  async selectInGraph(label: string): Promise<void> {
    await this.content.locator('.node', { hasText: label }).click();
    await this.content.locator('.details').getByText(label).waitFor();
  }

  /** The refactor preview: waits until it has a file. */
  async previewShows(file: string): Promise<void> {
    await this.#bulkEdit(file).waitFor();
  }

  /** Lets the refactor preview say what each change is for, and shows the changes of a file in the editor. */
  async explainPreview(file: string): Promise<void> {
    await this.#page.locator('.part.panel').getByRole('button', { name: 'Group Changes By Type' }).click();
    await this.#bulkEdit(file).click();
    await this.#page.locator('.monaco-diff-editor .view-line').first().waitFor();
  }

  #bulkEdit(text: string): Locator {
    return this.#page.locator('.bulk-edit-panel .monaco-list-row', { hasText: text }).first();
  }

  /** A row of the list in the panel below the editor. */
  async panelShows(text: string): Promise<void> {
    await this.#rowOfPanel(text).waitFor();
  }

  /** Goes where such a row leads to. */
  async followInPanel(text: string): Promise<void> {
    await this.#rowOfPanel(text).click();
  }

  #rowOfPanel(text: string): Locator {
    return this.#page.locator('.part.panel .monaco-list-row', { hasText: text }).first();
  }

  /** The page of a walkthrough. */
  async walkthroughShows(text: string): Promise<void> {
    await this.#page.locator('.gettingStartedContainer').getByText(text).first().waitFor();
  }
}
