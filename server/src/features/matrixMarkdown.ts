/** The matrix as a Markdown table, for pull requests and wikis. */
import { escapeMarkdown, markdownCode, markdownTable } from './markdownText';
import type { Matrix, MatrixCell } from './matrixModel';
import { matrixHeadings, rowNotes, stateWords } from './matrixWords';

export function renderMatrixMarkdown(matrix: Matrix): string {
  const rows = matrix.rows.map(({ title, logicalName, connector, solutions, cells }) => [
    escapeMarkdown(title),
    markdownCode(logicalName),
    orEmpty(connector?.title),
    orEmpty(solutions.join(', ')),
    ...cells.map(renderCell),
    orEmpty(rowNotes(matrix, cells)),
  ]);
  return `${markdownTable(matrixHeadings(matrix).map(escapeMarkdown), rows)}\n`;
}

function renderCell({ state, values }: MatrixCell): string {
  const word = stateWords[state];
  return [...values.map(markdownCode), ...(word === undefined ? [] : [`*${word}*`])].join(' ');
}

function orEmpty(text = ''): string {
  return text === '' ? '' : escapeMarkdown(text);
}
