/** The matrix as comma-separated values (RFC 4180), for spreadsheets. */
import type { Matrix } from './matrixModel';
import { matrixHeadings, matrixTable } from './matrixWords';

export function renderMatrixCsv(matrix: Matrix): string {
  return [matrixHeadings(matrix), ...matrixTable(matrix)]
    .map((cells) => `${cells.map(renderField).join(',')}\r\n`)
    .join('');
}

/**
 * A spreadsheet runs what begins with `=`, `+`, `-` or `@` as a formula, behind blanks and control characters too. An
 * apostrophe in front makes it text. The name of a thing is read by people there, so that the apostrophe does no harm.
 */
function renderField(text: string): string {
  const safe = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
