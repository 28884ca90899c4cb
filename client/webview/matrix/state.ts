/** What the panel remembers while it is hidden and when VS Code starts again; and what it leaves of the matrix. */
import { isProblem, type Matrix } from '../../../server/src/features/matrixModel';
import { markText } from '../../../server/src/features/matrixWords';
import { l10n } from '../shared/l10n';

export interface PanelState {
  readonly search: string;
  /** Unique names; all where there are none. */
  readonly solutions: readonly string[];
  readonly onlyProblems: boolean;
}

export const initialState: PanelState = { search: '', solutions: [], onlyProblems: false };

/** Whatever was kept, perhaps by an older version. */
export function readState(kept: unknown): PanelState {
  return typeof kept === 'object' && kept !== null
    ? { ...initialState, ...(kept as Partial<PanelState>) }
    : initialState;
}

export function filterMatrix(matrix: Matrix, { search, solutions, onlyProblems }: PanelState): Matrix {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return {
    ...matrix,
    rows: matrix.rows.filter((row) => {
      if (solutions.length > 0 && !row.solutions.some((name) => solutions.includes(name))) return false;
      if (onlyProblems && !row.cells.some(isProblem)) return false;
      const { title, logicalName, connector, cells } = row;
      const values = cells.flatMap((cell) => [
        ...cell.values,
        cell.state,
        ...cell.marks.map((mark) => markText(l10n, mark)),
      ]);
      const text = [title, logicalName, connector?.title, connector?.name, ...values].join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    }),
  };
}
