/** What is said of the cells of the matrix in words, so that no state is told by colour alone. */
import type { L10n } from '../base/l10n';
import type { CellMark, CellState, Matrix, MatrixCell } from './matrixModel';

/** What stands in a cell: the connection, and the state where that is not all. */
export function cellText(l10n: L10n, { state, values }: MatrixCell): string {
  const word = stateWord(l10n, state);
  return [...values, ...(word === undefined ? [] : [`(${word})`])].join(' ');
}

/** Undefined where the value speaks for itself. */
export function stateWord(l10n: L10n, state: CellState): string | undefined {
  switch (state) {
    case 'unbound':
      return l10n.t('empty');
    case 'missing':
      return l10n.t('missing');
    case 'stale':
      return l10n.t('stale');
    default:
      return undefined;
  }
}

export function markText(l10n: L10n, mark: CellMark): string {
  switch (mark.kind) {
    case 'same-connection':
      return l10n.t('same connection as in {0}', mark.environments.join(', '));
    case 'other-connector':
      return l10n.t('is for another connector, {0}', mark.connector);
    case 'disagreement':
      return l10n.t('settings files disagree');
  }
}

/** The marks of a row, each with its environment. */
export function rowNotes(l10n: L10n, { environments }: Matrix, cells: readonly MatrixCell[]): string {
  return cells
    .flatMap(({ marks }, i) => marks.map((mark) => `${environments[i] ?? ''}: ${markText(l10n, mark)}`))
    .join('; ');
}

/** Headings of a table, in the order of the texts of `matrixTable`. */
export function matrixHeadings(l10n: L10n, { environments }: Matrix): string[] {
  return [
    l10n.t('Connection reference'),
    l10n.t('Logical name'),
    l10n.t('Connector'),
    l10n.t('Solutions'),
    ...environments,
    l10n.t('Notes'),
  ];
}

/** The texts of each row of a table. */
export function matrixTable(l10n: L10n, matrix: Matrix): string[][] {
  return matrix.rows.map(({ title, logicalName, connector, solutions, cells }) => [
    title,
    logicalName,
    connector?.title ?? '',
    solutions.join(', '),
    ...cells.map((cell) => cellText(l10n, cell)),
    rowNotes(l10n, matrix, cells),
  ]);
}
