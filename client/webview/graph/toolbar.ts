/** Search, filters, grouping, zoom and export. */
import type { Grouping } from '../../../server/src/features/graphGroups';
import type { Graph, GraphNodeKind } from '../../../server/src/features/graphModel';
import type { GraphFileFormat } from '../../src/graph/messages';
import { Choices, closeOutside } from '../shared/choices';
import { button, html } from '../shared/dom';
import { l10n } from '../shared/l10n';
import { menu } from '../shared/menu';
import { searchField } from '../shared/searchField';
import type { PanelState } from './state';
import { kindNames } from './words';

export interface ToolbarEvents {
  onChange(change: Partial<PanelState>): void;
  onNextMatch(step: 1 | -1): void;
  onZoom(factor: number): void;
  onFit(): void;
  onExport(format: GraphFileFormat, to: 'file' | 'clipboard'): void;
}

export class Toolbar {
  readonly element: HTMLElement;
  readonly #search = searchField(l10n.t('Search'), l10n.t('Search in the graph'));
  readonly #events: ToolbarEvents;
  readonly #matches = html('output', { class: 'matches', for: 'search' });
  readonly #solutions: Choices;
  readonly #environments: Choices;
  readonly #kinds: Choices;
  readonly #problems = html('input', { type: 'checkbox', id: 'problems' });
  readonly #grouping = html('select', { id: 'grouping' });

  constructor(events: ToolbarEvents) {
    this.#events = events;
    this.#solutions = new Choices(l10n.t('Solutions'), (solutions) => events.onChange({ solutions }));
    this.#environments = new Choices(l10n.t('Environments'), (environments) => events.onChange({ environments }));
    this.#kinds = new Choices(l10n.t('Kinds'), (kinds) =>
      events.onChange({ hiddenKinds: kinds.length === 0 ? [] : hidableKinds.filter((kind) => !kinds.includes(kind)) }),
    );
    for (const [value, text] of groupings) this.#grouping.append(html('option', { value }, text));
    this.element = html(
      'header',
      { class: 'toolbar' },
      html('h1', { class: 'unseen' }, document.title),
      this.#searchBox(),
      html(
        'div',
        { class: 'filters' },
        this.#solutions.element,
        this.#environments.element,
        this.#kinds.element,
        html('label', { class: 'check' }, this.#problems, l10n.t('Only problems')),
        html('label', { class: 'check' }, l10n.t('Group'), this.#grouping),
      ),
      html(
        'div',
        { class: 'buttons' },
        button('−', l10n.t('Zoom out (-)'), () => events.onZoom(0.8)),
        button('+', l10n.t('Zoom in (+)'), () => events.onZoom(1.25)),
        button(l10n.t('Fit'), l10n.t('Fit: show all (0)'), () => events.onFit()),
        this.#exportMenu(),
      ),
    );
    this.#problems.addEventListener('change', () => events.onChange({ onlyProblems: this.#problems.checked }));
    this.#grouping.addEventListener('change', () =>
      events.onChange({ grouping: this.#grouping.value as Grouping | 'auto', expanded: [] }),
    );
    closeOutside(this.element);
  }

  /** @param graph before it is filtered: what can be chosen. */
  show(graph: Graph, state: PanelState, effective: Grouping): void {
    this.#solutions.show(
      graph.solutions.map(({ id, name }) => ({ value: id, text: name })),
      state.solutions,
    );
    this.#solutions.element.hidden = graph.solutions.length < 2 || state.scope.kind === 'solution';
    this.#environments.show(
      graph.environments.map((name) => ({ value: name, text: name })),
      state.environments,
    );
    this.#environments.element.hidden = graph.environments.length < 2;
    const kinds = hidableKinds.filter((kind) => graph.nodes.some((node) => node.kind === kind));
    const shownKinds = state.hiddenKinds.length === 0 ? [] : kinds.filter((kind) => !state.hiddenKinds.includes(kind));
    this.#kinds.show(
      kinds.map((kind) => ({ value: kind, text: kindNames[kind] })),
      shownKinds,
    );
    this.#problems.checked = state.onlyProblems;
    this.#grouping.value = state.grouping;
    const [automatic] = this.#grouping.options;
    if (automatic) {
      const now = groupings.find(([value]) => value === effective)?.[1] ?? '';
      const isGrouped = state.grouping === 'auto' && effective !== 'none';
      automatic.text = isGrouped ? l10n.t('Automatic ({0})', now) : l10n.t('Automatic');
    }
    if (document.activeElement !== this.#search) this.#search.value = state.search;
  }

  /** @param current counts from 0; -1 before the first. */
  showMatches(current: number, all: number): void {
    this.#matches.textContent =
      this.#search.value === ''
        ? ''
        : all === 0
          ? l10n.t('No match')
          : current < 0
            ? l10n.t('{0} found', all)
            : l10n.t('{0} of {1}', current + 1, all);
  }

  #searchBox(): HTMLElement {
    this.#search.addEventListener('input', () => this.#events.onChange({ search: this.#search.value }));
    this.#search.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.#events.onNextMatch(event.shiftKey ? -1 : 1);
      if (event.key !== 'Escape' || this.#search.value === '') return;
      this.#search.value = '';
      this.#events.onChange({ search: '' });
    });
    return html(
      'div',
      { class: 'search', role: 'search' },
      this.#search,
      this.#matches,
      button('↑', l10n.t('Previous match (Shift+Enter)'), () => this.#events.onNextMatch(-1)),
      button('↓', l10n.t('Next match (Enter)'), () => this.#events.onNextMatch(1)),
    );
  }

  #exportMenu(): HTMLElement {
    const entries: readonly (readonly [string, GraphFileFormat, 'file' | 'clipboard'])[] = [
      [l10n.t('Save as SVG…'), 'svg', 'file'],
      [l10n.t('Save as PNG…'), 'png', 'file'],
      [l10n.t('Save as Mermaid…'), 'mermaid', 'file'],
      [l10n.t('Save as DOT…'), 'dot', 'file'],
      [l10n.t('Copy as Mermaid'), 'mermaid', 'clipboard'],
      [l10n.t('Copy as DOT'), 'dot', 'clipboard'],
    ];
    return menu(
      l10n.t('Export'),
      entries.map(([text, format, to]) => ({ text, act: () => this.#events.onExport(format, to) })),
    );
  }
}

const hidableKinds: readonly GraphNodeKind[] = [
  'connector',
  'connection',
  'reference',
  'flow',
  'app',
  'agent',
  'variable',
];

const groupings: readonly (readonly [Grouping | 'auto', string])[] = [
  ['auto', l10n.t('Automatic')],
  ['none', l10n.t('Nothing')],
  ['connector', l10n.t('By connector')],
  ['solution', l10n.t('By solution')],
];
