/** Writes the graph to a file that the user chooses. */
import { l10n, Uri, window, workspace } from 'vscode';
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
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const file = await window.showSaveDialog({
    title: l10n.t('Save the graph'),
    filters: { [name]: [extension] },
    ...(folder && { defaultUri: Uri.joinPath(folder, `connections.${extension}`) }),
  });
  if (!file) return;
  await workspace.fs.writeFile(file, Buffer.from(content, format === 'png' ? 'base64' : 'utf8'));
}
