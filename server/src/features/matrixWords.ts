/** What is said of the cells of the matrix in words, so that no state is told by colour alone. */
import type { CellMark, CellState, Matrix, MatrixCell } from './matrixModel';

/** What stands in a cell: the connection, and the state where that is not all. */
export function cellText({ state, values }: MatrixCell): string {
  const word = stateWords[state];
  return [...values, ...(word === undefined ? [] : [`(${word})`])].join(' ');
}

/** Undefined where the value speaks for itself. */
export const stateWords: Readonly<Record<CellState, string | undefined>> = {
  bound: undefined,
  token: undefined,
  unbound: 'empty',
  missing: 'missing',
  stale: 'stale',
  none: undefined,
};

export function markText(mark: CellMark): string {
  switch (mark.kind) {
    case 'same-connection':
      return `same connection as in ${mark.environments.join(', ')}`;
    case 'other-connector':
      return `is for another connector, ${mark.connector}`;
    case 'disagreement':
      return 'settings files disagree';
  }
}

/** The marks of a row, each with its environment. */
export function rowNotes({ environments }: Matrix, cells: readonly MatrixCell[]): string {
  return cells.flatMap(({ marks }, i) => marks.map((mark) => `${environments[i] ?? ''}: ${markText(mark)}`)).join('; ');
}

/** Headings of a table, in the order of the texts of `matrixTable`. */
export function matrixHeadings({ environments }: Matrix): string[] {
  return ['Connection reference', 'Logical name', 'Connector', 'Solutions', ...environments, 'Notes'];
}

/** The texts of each row of a table. */
export function matrixTable(matrix: Matrix): string[][] {
  return matrix.rows.map(({ title, logicalName, connector, solutions, cells }) => [
    title,
    logicalName,
    connector?.title ?? '',
    solutions.join(', '),
    ...cells.map(cellText),
    rowNotes(matrix, cells),
  ]);
}
