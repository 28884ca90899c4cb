/** Files of the sample that a test changes, and that are as they were afterwards. */
import * as vscode from 'vscode';
import { findFile, findingsOf, revert, ruleOf, textsOf, waitFor } from './helpers';

export class KeptFiles {
  #files: readonly vscode.Uri[] = [];
  #before: readonly string[] = [];
  #findings = '';

  /** @returns the files whose paths end like these. */
  async keep(...pathEnds: readonly string[]): Promise<readonly vscode.Uri[]> {
    this.#files = await Promise.all(pathEnds.map(findFile));
    this.#before = await textsOf(...this.#files);
    for (const [i, file] of this.#files.entries()) {
      // VS Code may still hold what a test before has made of it.
      const document = await vscode.workspace.openTextDocument(file);
      if (document.getText() !== this.#before[i]?.replace(/^\ufeff/, '')) await revert(document);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    this.#findings = this.#findingsNow();
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
    await waitFor(() => this.#findingsNow() === this.#findings, 'the findings as they were');
    this.#files = [];
    this.#findings = '';
  }

  #findingsNow(): string {
    return this.#files.map((file) => findingsOf(file).map(ruleOf).join()).join('\n');
  }
}
