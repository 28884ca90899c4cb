/** Filters and export. */
import type { Matrix } from '../../../server/src/features/matrixModel';
import type { MatrixFileFormat } from '../../src/matrix/messages';
import { Choices, closeOutside } from '../shared/choices';
import { html } from '../shared/dom';
import { l10n } from '../shared/l10n';
import { menu } from '../shared/menu';
import { searchField } from '../shared/searchField';
import type { PanelState } from './state';

export interface ToolbarEvents {
  readonly onChange: (change: Partial<PanelState>) => void;
  readonly onExport: (format: MatrixFileFormat, to: 'file' | 'clipboard') => void;
}

export class Toolbar {
  readonly element: HTMLElement;
  readonly #search = searchField(l10n.t('Filter'), l10n.t('Filter the references'));
  readonly #count = html('output', { class: 'count', for: 'search' });
  readonly #solutions: Choices;
  readonly #problems = html('input', { type: 'checkbox', id: 'problems' });

  constructor({ onChange, onExport }: ToolbarEvents) {
    this.#solutions = new Choices(l10n.t('Solutions'), (solutions) => onChange({ solutions }));
    const exports = menu(l10n.t('Export'), [
      { text: l10n.t('Save as CSV…'), act: () => onExport('csv', 'file') },
      { text: l10n.t('Save as Markdown…'), act: () => onExport('markdown', 'file') },
      { text: l10n.t('Copy as CSV'), act: () => onExport('csv', 'clipboard') },
      { text: l10n.t('Copy as Markdown'), act: () => onExport('markdown', 'clipboard') },
    ]);
    this.element = html(
      'header',
      { class: 'toolbar' },
      html('h1', { class: 'unseen' }, document.title),
      html('div', { class: 'search', role: 'search' }, this.#search, this.#count),
      html(
        'div',
        { class: 'filters' },
        this.#solutions.element,
        html('label', { class: 'check' }, this.#problems, l10n.t('Only problems')),
      ),
      html('div', { class: 'buttons' }, exports),
    );
    this.#search.addEventListener('input', () => onChange({ search: this.#search.value }));
    this.#problems.addEventListener('change', () => onChange({ onlyProblems: this.#problems.checked }));
    closeOutside(this.element);
  }

  /** @param matrix before it is filtered: what can be chosen. */
  show(matrix: Matrix, state: PanelState, shown: number): void {
    this.#solutions.show(
      matrix.solutions.map((name) => ({ value: name, text: name })),
      state.solutions,
    );
    this.#solutions.element.hidden = matrix.solutions.length < 2;
    this.#problems.checked = state.onlyProblems;
    this.#count.textContent = l10n.t('{0} of {1}', shown, matrix.rows.length);
    if (document.activeElement !== this.#search) this.#search.value = state.search;
  }
}
