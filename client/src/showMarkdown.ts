import { commands, window, workspace, type Uri } from 'vscode';

/** Shows a document as people read it. VS Code leads from there to its source. */
export async function showMarkdown(uri: Uri): Promise<void> {
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // Its extension can be turned off, and the text can be read all the same.
    await window.showTextDocument(await workspace.openTextDocument(uri));
  }
}
