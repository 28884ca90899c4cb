/** What the screenshots do in a VS Code page, in the words of somebody who sits before it. */
import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { Dialogs } from './dialogs';
import { Editor } from './editor';
import { Panels } from './panels';
import { SideBar } from './sideBar';
import { smallPng } from './smallPng';
import { waitMilliseconds } from './waiting';

/** Parts of the window that a picture can consist of. */
const parts = {
  sideBar: '.part.sidebar',
  editor: '.part.editor',
  panel: '.part.panel',
  auxiliaryBar: '.part.auxiliarybar',
} as const;
export type Part = keyof typeof parts;

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export class Workbench {
  readonly #page: Page;
  readonly editor: Editor;
  readonly sideBar: SideBar;
  readonly dialogs: Dialogs;
  readonly panels: Panels;

  constructor(page: Page) {
    page.setDefaultTimeout(waitMilliseconds);
    this.#page = page;
    this.editor = new Editor(page);
    this.sideBar = new SideBar(page);
    this.dialogs = new Dialogs(page);
    this.panels = new Panels(page);
  }

  /** Opens the address of a folder and waits until its files are shown, and Connref has read them. */
  async open(address: string): Promise<void> {
    await this.#page.goto(address);
    await this.#page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await this.#page.locator('.statusbar-item', { hasText: /\d+ solutions?, / }).waitFor();
  }

  /** Runs a command by its title, and chooses in what it asks then. */
  async runCommand(title: string, ...choices: readonly string[]): Promise<void> {
    await this.dialogs.runCommand(title);
    for (const choice of choices) await this.dialogs.choose(choice);
  }

  /** Changes the colours, and nothing else of what is shown: VS Code follows the browser. */
  async wear(theme: Theme): Promise<void> {
    await this.editor.settle();
    await this.#page.emulateMedia({ colorScheme: theme });
    await this.#page.locator(theme === 'light' ? '.monaco-workbench.vs' : '.monaco-workbench.vs-dark').waitFor();
    await this.panels.wear(theme);
    // Names that only the language server knows lose their colours for a moment.
    await this.editor.settle();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** Writes what the page shows of these parts to a file; without a part, all of it. */
  async save(file: string, shown: readonly Part[] = []): Promise<void> {
    const clip = await this.#areaOf(shown);
    const png = await this.#page.screenshot({ animations: 'disabled', caret: 'hide', ...(clip && { clip }) });
    await writeFile(file, smallPng(png));
  }

  /** The smallest area around some parts. */
  async #areaOf(shown: readonly Part[]): Promise<Area | undefined> {
    const boxes: Area[] = [];
    for (const part of shown) {
      const box = await this.#page.locator(parts[part]).boundingBox();
      if (box) boxes.push(box);
    }
    if (boxes.length === 0) return undefined;
    const x = Math.min(...boxes.map((box) => box.x));
    const y = Math.min(...boxes.map((box) => box.y));
    const right = Math.max(...boxes.map((box) => box.x + box.width));
    const bottom = Math.max(...boxes.map((box) => box.y + box.height));
    return { x, y, width: right - x, height: bottom - y };
  }
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
