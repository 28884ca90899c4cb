/** The matrix as a Markdown table, for pull requests and wikis. */
import { english, type L10n } from '../base/l10n';
import { escapeMarkdown, markdownCode, markdownTable } from './markdownText';
import type { Matrix, MatrixCell } from './matrixModel';
import { matrixHeadings, rowNotes, stateWord } from './matrixWords';

export function renderMatrixMarkdown(matrix: Matrix, l10n: L10n = english): string {
  const rows = matrix.rows.map(({ title, logicalName, connector, solutions, cells }) => [
    escapeMarkdown(title),
    markdownCode(logicalName),
    orEmpty(connector?.title),
    orEmpty(solutions.join(', ')),
    ...cells.map((cell) => renderCell(l10n, cell)),
    orEmpty(rowNotes(l10n, matrix, cells)),
  ]);
  return `${markdownTable(matrixHeadings(l10n, matrix).map(escapeMarkdown), rows)}\n`;
}

function renderCell(l10n: L10n, { state, values }: MatrixCell): string {
  const word = stateWord(l10n, state);
  return [...values.map(markdownCode), ...(word === undefined ? [] : [`*${word}*`])].join(' ');
}

function orEmpty(text = ''): string {
  return text === '' ? '' : escapeMarkdown(text);
}
