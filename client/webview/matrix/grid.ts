/** The table: walked through by arrow keys, one cell of it in the order of the Tab key, and edited in place. */
import type { Matrix, MatrixRow } from '../../../server/src/features/matrixModel';
import { html } from '../shared/dom';
import { l10n } from '../shared/l10n';
import { fillCell, rowHeader } from './cell';
import { editCell } from './editor';

export interface GridEvents {
  /** @param environment undefined for the declaration. */
  onOpen(reference: string, environment?: string): void;
  onBind(reference: string, environment: string, connectionId: string): void;
}

/** Columns before those of the environments. */
const fixedColumns = 3;

/** Long enough to tell a click from the first half of a double click. */
const clickMilliseconds = 250;

export class Grid {
  readonly element = html('main', { class: 'scroll' });
  readonly #events: GridEvents;
  readonly #keys = html(
    'p',
    { id: 'keys', class: 'unseen' },
    l10n.t(
      'Arrow keys go through the table. Enter edits a connection, or opens the declaration of a reference. Control and Enter open the entry in the settings.',
    ),
  );
  #matrix: Matrix = { environments: [], rows: [], solutions: [] };
  #cells: HTMLElement[][] = [];
  #current = { row: 0, column: 0 };
  #click: number | undefined;

  constructor(events: GridEvents) {
    this.#events = events;
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.element.addEventListener('focusin', ({ target }) => {
      const found = this.#positionOf(target);
      if (found) this.#goTo(found.row, found.column, false);
    });
    this.element.addEventListener('click', (event) => this.#onClick(event));
    this.element.addEventListener('dblclick', ({ target }) => {
      clearTimeout(this.#click);
      const found = this.#positionOf(target);
      if (found) this.#edit(found.row, found.column);
    });
  }

  /** Keeps the focus where it was: on the same reference and environment. */
  show(matrix: Matrix): void {
    const hadFocus = this.element.contains(document.activeElement);
    const before = this.#matrix.rows[this.#current.row - 1]?.logicalName;
    this.#matrix = matrix;
    this.#cells = [this.#headings(), ...matrix.rows.map((row) => this.#row(row))];
    const [head = [], ...body] = this.#cells;
    const table = html(
      'table',
      { role: 'grid', 'aria-label': document.title, 'aria-describedby': 'keys', 'aria-rowcount': this.#cells.length },
      html('thead', { role: 'rowgroup' }, html('tr', { role: 'row' }, ...head)),
      html('tbody', { role: 'rowgroup' }, ...body.map((cells) => html('tr', { role: 'row' }, ...cells))),
    );
    this.element.replaceChildren(this.#keys, table);
    const row = matrix.rows.findIndex(({ logicalName }) => logicalName === before) + 1;
    this.#goTo(Math.max(row, 0), this.#current.column, hadFocus);
  }

  #headings(): HTMLElement[] {
    const names = [
      l10n.t('Connection reference'),
      l10n.t('Connector'),
      l10n.t('Solutions'),
      ...this.#matrix.environments,
    ];
    return names.map((name) => html('th', { role: 'columnheader', scope: 'col', tabindex: -1 }, name));
  }

  #row(row: MatrixRow): HTMLElement[] {
    const cells = [
      rowHeader(row),
      html('td', { role: 'gridcell' }, row.connector?.title ?? ''),
      html('td', { role: 'gridcell' }, row.solutions.join(', ')),
      ...row.cells.map((cell) => {
        const element = html('td', { role: 'gridcell' });
        fillCell(element, cell);
        return element;
      }),
    ];
    for (const cell of cells) cell.tabIndex = -1;
    return cells;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement) return;
    const { row, column } = this.#current;
    const last = { row: this.#cells.length - 1, column: (this.#cells[0]?.length ?? 1) - 1 };
    const targets: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageUp: [row - 10, column],
      PageDown: [row + 10, column],
      Home: [event.ctrlKey ? 0 : row, 0],
      End: [event.ctrlKey ? last.row : row, last.column],
    };
    const target = targets[event.key];
    if (target) this.#goTo(target[0], target[1], true);
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.#open(row, column);
    else if (event.key === 'Enter' && column < fixedColumns) this.#open(row, column);
    else if (event.key === 'Enter' || event.key === 'F2') this.#edit(row, column);
    else return;
    event.preventDefault();
  }

  #onClick({ target, detail }: MouseEvent): void {
    if (target instanceof HTMLInputElement) return;
    const found = this.#positionOf(target);
    if (!found) return;
    this.#goTo(found.row, found.column, true);
    clearTimeout(this.#click);
    if (detail > 1) return;
    this.#click = setTimeout(() => this.#open(found.row, found.column), clickMilliseconds);
  }

  #goTo(row: number, column: number, takesFocus: boolean): void {
    const next = {
      row: clamp(row, this.#cells.length - 1),
      column: clamp(column, (this.#cells[0]?.length ?? 1) - 1),
    };
    const cell = this.#cells[next.row]?.[next.column];
    for (const other of this.element.querySelectorAll<HTMLElement>('[tabindex="0"]')) other.tabIndex = -1;
    this.#current = next;
    if (!cell) return;
    cell.tabIndex = 0;
    if (takesFocus) cell.focus();
  }

  #positionOf(target: EventTarget | null): { readonly row: number; readonly column: number } | undefined {
    const cell = target instanceof Element ? target.closest('th, td') : undefined;
    const row = this.#cells.findIndex((cells) => cells.some((own) => own === cell));
    return row < 0 ? undefined : { row, column: this.#cells[row]?.findIndex((own) => own === cell) ?? 0 };
  }

  #open(row: number, column: number): void {
    const reference = this.#matrix.rows[row - 1]?.logicalName;
    if (reference === undefined) return;
    const environment = this.#matrix.environments[column - fixedColumns];
    if (environment === undefined) this.#events.onOpen(reference);
    else this.#events.onOpen(reference, environment);
  }

  #edit(row: number, column: number): void {
    const shown = this.#matrix.rows[row - 1];
    const environment = this.#matrix.environments[column - fixedColumns];
    const element = this.#cells[row]?.[column];
    const cell = shown?.cells[column - fixedColumns];
    if (!shown || !cell || !element || environment === undefined) return;
    const [value = ''] = cell.values;
    editCell(element, {
      label: l10n.t('Connection of {0} in {1}', shown.title, environment),
      value,
      proposals: this.#connectionsLike(shown, column - fixedColumns),
      onEnd: (entered) => {
        fillCell(element, cell);
        element.focus();
        if (entered !== undefined && entered !== value) {
          this.#events.onBind(shown.logicalName, environment, entered);
        }
      },
    });
  }

  /** What other references of the connector have in the environment. */
  #connectionsLike({ connector, logicalName }: MatrixRow, column: number): string[] {
    const others = this.#matrix.rows.filter(
      (row) => row.logicalName !== logicalName && row.connector?.name.toLowerCase() === connector?.name.toLowerCase(),
    );
    return [...new Set(others.flatMap(({ cells }) => cells[column]?.values ?? []))];
  }
}

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(value, last));
}
