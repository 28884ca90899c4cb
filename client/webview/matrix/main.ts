/** The page of the matrix: puts its parts together. It is told the matrix and says what a person wants. */
import { renderMatrixCsv } from '../../../server/src/features/matrixCsv';
import { renderMatrixMarkdown } from '../../../server/src/features/matrixMarkdown';
import type { Matrix } from '../../../server/src/features/matrixModel';
import type { FromPanel, MatrixFileFormat, ToPanel } from '../../src/matrix/messages';
import { html } from '../shared/dom';
import { acquireHost } from '../shared/host';
import { l10n } from '../shared/l10n';
import { Grid } from './grid';
import { filterMatrix, readState, type PanelState } from './state';
import { Toolbar } from './toolbar';

const nothing: Matrix = { environments: [], rows: [], solutions: [] };

class Page {
  readonly #host = acquireHost<FromPanel, PanelState>();
  readonly #toolbar: Toolbar;
  readonly #grid: Grid;
  readonly #empty = html('p', { class: 'empty', hidden: '' });
  readonly #said = html('p', { class: 'said', role: 'status' });
  #state: PanelState;
  /** As it was told. */
  #matrix = nothing;
  /** What the filters leave of it. */
  #shown = nothing;

  constructor() {
    this.#state = readState(this.#host.getState());
    this.#toolbar = new Toolbar({
      onChange: (change) => {
        this.#state = { ...this.#state, ...change };
        this.#host.setState(this.#state);
        this.#show();
      },
      onExport: (format, to) => this.#export(format, to),
    });
    this.#grid = new Grid({
      onOpen: (reference, environment) =>
        this.#host.postMessage({ type: 'open', reference, ...(environment !== undefined && { environment }) }),
      onBind: (reference, environment, connectionId) => {
        this.#say('');
        this.#host.postMessage({ type: 'bind', reference, environment, connectionId });
      },
    });
    document.body.append(this.#toolbar.element, this.#said, this.#empty, this.#grid.element);
    window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
      if (data.type === 'said') return this.#say(data.text);
      this.#matrix = data.matrix;
      this.#show();
    });
    this.#say('');
    this.#host.postMessage({ type: 'ready' });
  }

  #show(): void {
    this.#shown = filterMatrix(this.#matrix, this.#state);
    this.#toolbar.show(this.#matrix, this.#state, this.#shown.rows.length);
    this.#grid.show(this.#shown);
    this.#grid.element.hidden = this.#shown.rows.length === 0;
    this.#showEmpty();
    this.#host.postMessage({ type: 'shown', rows: this.#shown.rows.length });
  }

  #showEmpty(): void {
    const { rows, environments } = this.#matrix;
    this.#empty.hidden = this.#shown.rows.length > 0 && environments.length > 0;
    this.#empty.textContent =
      rows.length === 0
        ? l10n.t('There are no connection references here.')
        : this.#shown.rows.length === 0
          ? l10n.t('Nothing is left by the filters.')
          : l10n.t('There are no deployment settings here, so nothing tells which connections the references have.');
  }

  #say(text: string): void {
    this.#said.textContent = text;
    this.#said.classList.toggle('unseen', text === '');
  }

  #export(format: MatrixFileFormat, to: 'file' | 'clipboard'): void {
    const content = format === 'csv' ? renderMatrixCsv(this.#shown) : renderMatrixMarkdown(this.#shown);
    this.#host.postMessage(to === 'file' ? { type: 'save', format, content } : { type: 'copy', text: content });
  }
}

new Page();
