/** The matrix as comma-separated values (RFC 4180), for spreadsheets. */
import { english, type L10n } from '../base/l10n';
import type { Matrix } from './matrixModel';
import { matrixHeadings, matrixTable } from './matrixWords';

export function renderMatrixCsv(matrix: Matrix, l10n: L10n = english): string {
  return [matrixHeadings(l10n, matrix), ...matrixTable(l10n, matrix)]
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
