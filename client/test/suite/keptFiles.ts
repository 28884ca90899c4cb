/** Files of the sample that a test changes, and that are as they were afterwards. */
import * as vscode from 'vscode';
import { findFile, revert, textsOf } from './helpers';

export class KeptFiles {
  #files: readonly vscode.Uri[] = [];
  #before: readonly string[] = [];

  /** @returns the files whose paths end like these. */
  async keep(...pathEnds: readonly string[]): Promise<readonly vscode.Uri[]> {
    this.#files = await Promise.all(pathEnds.map(findFile));
    this.#before = await textsOf(...this.#files);
    return this.#files;
  }

  get kept(): readonly vscode.Uri[] {
    return this.#files;
  }

  /** Their texts before the test, in the order in which they were named. */
  get before(): readonly string[] {
    return this.#before;
  }

  async restore(): Promise<void> {
    for (const [i, file] of this.#files.entries()) {
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(this.#before[i]));
    }
    // VS Code may take its time to see that files on disk have changed.
    const kept = new Set(this.#files.map(String));
    for (const document of vscode.workspace.textDocuments) {
      if (document.isDirty || kept.has(document.uri.toString())) await revert(document);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    this.#files = [];
  }
}
