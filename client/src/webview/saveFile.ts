/** Writes what a panel shows to a file that the user chooses. */
import { Uri, window, workspace } from 'vscode';

export interface Suggestion {
  /** The dialog's title. */
  readonly title: string;
  /** What such files are called. */
  readonly type: string;
  /** The name of the file, with its extension. */
  readonly name: string;
}

export async function saveFile({ title, type, name }: Suggestion, content: Uint8Array): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const file = await window.showSaveDialog({
    title,
    filters: { [type]: [name.slice(name.lastIndexOf('.') + 1)] },
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (file) await workspace.fs.writeFile(file, content);
}
