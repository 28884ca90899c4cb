/** The page of the graph: puts its parts together. It is told the graph and says what a person wants. */
import { renderDot } from '../../../server/src/features/graphDot';
import { filterGraph } from '../../../server/src/features/graphFilter';
import { chooseGrouping, groupGraph, groupsOf, type Grouping } from '../../../server/src/features/graphGroups';
import { renderMermaid } from '../../../server/src/features/graphMermaid';
import type { Graph } from '../../../server/src/features/graphModel';
import type { GraphResult } from '../../../server/src/lsp/protocol';
import type { FromPanel, GraphFileFormat, ToPanel } from '../../src/graph/messages';
import { Canvas } from './canvas';
import { Details } from './details';
import { button, html } from '../shared/dom';
import { acquireHost } from '../shared/host';
import { l10n } from '../shared/l10n';
import { toPng, toSvg } from './pictures';
import { findMatches } from './search';
import { initialState, readState, type PanelState } from './state';
import { Toolbar } from './toolbar';

const nothing: GraphResult = { nodes: [], edges: [], solutions: [], environments: [] };

class Page {
  readonly #host = acquireHost<FromPanel, PanelState>();
  readonly #toolbar: Toolbar;
  readonly #canvas: Canvas;
  readonly #details: Details;
  readonly #scope = html('div', { class: 'scope' });
  readonly #empty = html('p', { class: 'empty', hidden: '' });
  readonly #status = html('p', { class: 'unseen', role: 'status' });
  #state: PanelState;
  /** As it was told. */
  #graph = nothing;
  /** What the filters leave of it. */
  #filtered: Graph = nothing;
  /** What is drawn. */
  #shown: Graph = nothing;
  #grouping: Grouping = 'none';
  #matches: readonly string[] = [];
  #match = -1;
  #isShowing = false;

  constructor() {
    const kept = readState(this.#host.getState());
    this.#state = kept ?? initialState;
    this.#toolbar = new Toolbar({
      onChange: (change) => this.#change(change),
      onNextMatch: (step) => this.#goToMatch(step),
      onZoom: (factor) => this.#canvas.viewport.zoom(factor),
      onFit: () => this.#canvas.viewport.fit(this.#canvas.layout),
      onExport: (format, to) => void this.#export(format, to),
    });
    this.#canvas = new Canvas({
      onSelect: (id) => this.#onSelect(id),
      onActivate: (id) => this.#activate(id),
      // What the page itself shows first is nothing to remember.
      onViewChange: (view) => this.#isShowing || this.#keep({ view }),
    });
    this.#details = new Details({
      onOpen: (id) => this.#host.postMessage({ type: 'open', id }),
      onAround: (id) => this.#host.postMessage({ type: 'scope', scope: { kind: 'around', id } }),
      onExpand: (id) => this.#expand(id),
      onCollapse: (group) => {
        this.#change({ expanded: this.#state.expanded.filter((id) => id !== group) });
        this.#canvas.select(group);
      },
      onClose: () => this.#canvas.select(undefined),
    });
    this.#canvas.element.append(this.#empty);
    document.body.append(
      this.#toolbar.element,
      this.#scope,
      html('div', { class: 'stage' }, this.#canvas.element, this.#details.element),
      this.#status,
    );
    window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => this.#onMessage(data));
    this.#host.postMessage({ type: 'ready', ...(kept && { scope: kept.scope }) });
  }

  #onMessage(message: ToPanel): void {
    if (message.type === 'select') {
      if (message.id !== this.#state.selected) this.#reveal(message.id);
      return;
    }
    const { graph, scope } = message;
    const isOther = JSON.stringify(scope) !== JSON.stringify(this.#state.scope);
    const isFirst = this.#graph === nothing;
    this.#graph = graph;
    this.#keep(isOther ? { ...initialState, scope, grouping: this.#state.grouping } : { scope });
    if (scope.kind === 'around' && isOther) this.#keep({ selected: scope.id });
    this.#show(isOther || isFirst);
  }

  #change(change: Partial<PanelState>): void {
    this.#keep(change);
    const { search } = change;
    if (search === undefined) this.#show(false);
    else this.#search();
  }

  #keep(change: Partial<PanelState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.setState(this.#state);
  }

  /** @param begins the graph is another one than before. */
  #show(begins: boolean): void {
    const before = JSON.stringify(this.#shown);
    this.#filtered = filterGraph(this.#graph, this.#state);
    this.#grouping = this.#state.grouping === 'auto' ? chooseGrouping(this.#filtered) : this.#state.grouping;
    this.#shown = groupGraph(this.#filtered, this.#grouping, new Set(this.#state.expanded));
    this.#toolbar.show(this.#graph, this.#state, this.#grouping);
    this.#showScope();
    this.#showEmpty();
    if (before !== JSON.stringify(this.#shown) || begins) this.#draw(begins);
    this.#search();
    this.#host.postMessage({ type: 'shown', nodes: this.#shown.nodes.length });
  }

  #draw(begins: boolean): void {
    const { selected, view } = this.#state;
    this.#isShowing = true;
    const duration = this.#canvas.show(this.#shown);
    document.body.dataset.layoutMilliseconds = String(Math.round(duration));
    if (begins && view) this.#canvas.viewport.show(view);
    else if (begins || !view) this.#canvas.viewport.begin(this.#canvas.layout);
    this.#isShowing = false;
    this.#canvas.select(selected, begins && !view);
  }

  #showScope(): void {
    const { scope } = this.#state;
    this.#scope.hidden = scope.kind === 'workspace';
    const { title } = this.#graph;
    const text =
      title === undefined
        ? l10n.t('What was shown here is not in the workspace any more.')
        : scope.kind === 'solution'
          ? l10n.t('Solution {0}', title)
          : l10n.t('What belongs to {0}', title);
    const whole = button(l10n.t('Show the workspace'), l10n.t('Show the graph of the whole workspace'), () =>
      this.#host.postMessage({ type: 'scope', scope: { kind: 'workspace' } }),
    );
    this.#scope.replaceChildren(html('span', {}, text), whole);
  }

  #showEmpty(): void {
    const isEmpty = this.#shown.nodes.length === 0;
    this.#empty.hidden = !isEmpty;
    this.#empty.textContent =
      this.#graph.nodes.length === 0
        ? l10n.t('There are no connections and no connection references here.')
        : l10n.t('Nothing is left by the filters.');
    const hidden = this.#graph.nodes.length - this.#filtered.nodes.length;
    this.#status.textContent =
      hidden === 0
        ? l10n.t('{0} nodes shown', this.#shown.nodes.length)
        : l10n.t('{0} nodes shown, {1} left out by filters', this.#shown.nodes.length, hidden);
  }

  #onSelect(id: string | undefined): void {
    if (id !== this.#state.selected) this.#keep({ selected: id });
    const node = this.#shown.nodes.find((shown) => shown.id === id);
    const group = id === undefined ? undefined : groupsOf(this.#filtered, this.#grouping).get(id);
    this.#details.show(
      node,
      this.#graph,
      group !== undefined && this.#state.expanded.includes(group) ? group : undefined,
    );
  }

  #activate(id: string): void {
    const node = this.#shown.nodes.find((shown) => shown.id === id);
    if (node?.group) this.#expand(id);
    else if (node?.hasPlace) this.#host.postMessage({ type: 'open', id });
  }

  #expand(id: string): void {
    const first = this.#shown.nodes.find((node) => node.id === id)?.group?.members[0];
    this.#change({ expanded: [...this.#state.expanded, id] });
    this.#canvas.select(first);
  }

  /** Selects a node and brings it into view, out of its group if it is in one. */
  #reveal(id: string): void {
    if (!this.#filtered.nodes.some((node) => node.id === id)) return;
    const group = this.#shown.nodes.find((node) => node.group?.members.includes(id));
    if (group) this.#change({ expanded: [...this.#state.expanded, group.id] });
    this.#canvas.select(id);
  }

  #search(): void {
    const before = this.#matches[this.#match];
    this.#matches = findMatches(this.#filtered, this.#state.search);
    this.#match = before === undefined ? -1 : this.#matches.indexOf(before);
    const found = new Set(this.#matches);
    // A group is marked for what is in it.
    const groups = this.#shown.nodes.filter(({ group }) => group?.members.some((id) => found.has(id)));
    this.#canvas.markMatches(new Set([...found, ...groups.map(({ id }) => id)]));
    this.#toolbar.showMatches(this.#match, this.#matches.length);
  }

  #goToMatch(step: 1 | -1): void {
    const n = this.#matches.length;
    if (n === 0) return;
    const next = this.#match < 0 ? (step > 0 ? 0 : n - 1) : (this.#match + step + n) % n;
    const id = this.#matches[next];
    if (id === undefined) return;
    this.#reveal(id);
    this.#match = next;
    this.#toolbar.showMatches(next, n);
  }

  async #export(format: GraphFileFormat, to: 'file' | 'clipboard'): Promise<void> {
    const content = await this.#render(format);
    if (content === undefined) return;
    this.#host.postMessage(to === 'file' ? { type: 'save', format, content } : { type: 'copy', text: content });
  }

  async #render(format: GraphFileFormat): Promise<string | undefined> {
    if (format === 'mermaid') return renderMermaid(this.#shown);
    if (format === 'dot') return renderDot(this.#shown);
    const { drawing, layout, selected } = this.#canvas;
    if (!drawing) return undefined;
    // A picture shows no selection.
    this.#canvas.select(undefined);
    try {
      return format === 'svg' ? toSvg(drawing, layout) : await toPng(drawing, layout);
    } finally {
      this.#canvas.select(selected, false);
    }
  }
}

new Page();
