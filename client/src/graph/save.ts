/** Writes the graph to a file that the user chooses. */
import { l10n } from 'vscode';
import { saveFile } from '../webview/saveFile';
import type { GraphFileFormat } from './messages';

const files: Readonly<Record<GraphFileFormat, { readonly extension: string; readonly name: string }>> = {
  svg: { extension: 'svg', name: 'SVG' },
  png: { extension: 'png', name: 'PNG' },
  mermaid: { extension: 'mmd', name: 'Mermaid' },
  dot: { extension: 'dot', name: 'DOT' },
};

/** @param content is text, of a PNG base64. */
export async function saveGraph(format: GraphFileFormat, content: string): Promise<void> {
  const { extension, name } = files[format];
  const bytes = Buffer.from(content, format === 'png' ? 'base64' : 'utf8');
  await saveFile({ title: l10n.t('Save the graph'), type: name, name: `connections.${extension}` }, bytes);
}
