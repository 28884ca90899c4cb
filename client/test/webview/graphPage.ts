/** The page of the graph in a real browser. */
import type { Locator, Page } from 'playwright-core';
import type { GraphResult, GraphScope } from '../../../server/src/lsp/protocol';
import type { FromPanel, ToPanel } from '../../src/graph/messages';
import type { PanelPage } from './panelPage';

export class GraphPage {
  readonly #panel: PanelPage<FromPanel, ToPanel>;
  readonly page: Page;

  constructor(panel: PanelPage<FromPanel, ToPanel>) {
    this.#panel = panel;
    this.page = panel.page;
  }

  get messages(): readonly FromPanel[] {
    return this.#panel.messages;
  }

  last<T extends FromPanel['type']>(type: T): Extract<FromPanel, { type: T }> | undefined {
    return this.#panel.last(type);
  }

  /** Gives the page a graph, and waits until it is drawn. */
  async show(graph: GraphResult, scope: GraphScope = { kind: 'workspace' }): Promise<void> {
    const before = this.messages.filter(({ type }) => type === 'shown').length;
    await this.#panel.tell({ type: 'graph', scope, graph });
    await this.#panel.until(() => this.messages.filter(({ type }) => type === 'shown').length > before);
  }

  async tell(message: ToPanel): Promise<void> {
    await this.#panel.tell(message);
  }

  async until(isSo: () => boolean): Promise<void> {
    await this.#panel.until(isSo);
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
    return this.#panel.kept();
  }

  async violations(): Promise<readonly unknown[]> {
    return this.#panel.violations();
  }

  async close(): Promise<void> {
    await this.#panel.close();
  }
}
