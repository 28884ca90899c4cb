/** Writes the matrix to a file that the user chooses. */
import { l10n } from 'vscode';
import { saveFile } from '../webview/saveFile';
import type { MatrixFileFormat } from './messages';

export async function saveMatrix(format: MatrixFileFormat, content: string): Promise<void> {
  const type = format === 'csv' ? 'CSV' : 'Markdown';
  const name = `connections.${format === 'csv' ? 'csv' : 'md'}`;
  // Spreadsheets take a file without this mark for one of an old code page.
  const text = format === 'csv' ? `\uFEFF${content}` : content;
  await saveFile({ title: l10n.t('Save the matrix'), type, name }, Buffer.from(text, 'utf8'));
}
