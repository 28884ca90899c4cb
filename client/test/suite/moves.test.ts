/** Files that a change moves, as declarations in the YAML layout do: whatever they are stored as, they stay so. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { decode, encode, type Encoding } from '../../../server/src/syntax/encoding';
import { acceptPreviewUntil, activated, openFile, positionOf, waitFor } from './helpers';

describe('a file that moves', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'connref-moves-'));
  const folders = (): readonly vscode.WorkspaceFolder[] => vscode.workspace.workspaceFolders ?? [];

  before(async () => {
    await activated();
    vscode.workspace.updateWorkspaceFolders(folders().length, 0, { uri: vscode.Uri.file(folder) });
    await waitFor(() => folders().length === 2, 'the folder');
  });

  after(async () => {
    const index = folders().findIndex(({ uri }) => uri.fsPath === folder);
    vscode.workspace.updateWorkspaceFolders(index, 1);
    await waitFor(() => folders().length === 1, 'the folder to go');
    rmSync(folder, { recursive: true });
  });

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const encoding of ['utf8', 'utf8bom', 'utf16lebom', 'utf16bebom'] as const) {
    it(`is the same bytes but for the name: ${encoding}, CRLF, and back by one undo`, async () => {
      const solution = new YamlSolution(folder, encoding, encoding);
      await solution.write();
      await acceptPreviewUntil(solution.rename());
      await waitFor(() => solution.holds(solution.filesAfter), 'the files with the new name');
      assert.ok(!existsSync(solution.before.fsPath));

      await openFile(solution.after);
      await vscode.commands.executeCommand('undo');
      await waitFor(async () => {
        // One file after the other is undone; to save one of them meanwhile would end it.
        if (!solution.shows(solution.filesBefore)) return false;
        await vscode.workspace.saveAll();
        return solution.holds(solution.filesBefore);
      }, 'the files as they were');
      assert.ok(!existsSync(solution.after.fsPath));
    });
  }

  it('takes along what an editor shows and nobody has saved', async () => {
    const solution = new YamlSolution(folder, 'unsaved', 'utf16lebom');
    await solution.write();
    const { document } = await openFile(solution.before);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, positionOf(document, 'connectionreference:'), '# New\r\n');
    await vscode.workspace.applyEdit(edit);
    await acceptPreviewUntil(solution.rename());
    const moved = await vscode.workspace.openTextDocument(solution.after);
    const expected = `# New\r\n${declarationText(solution.to)}`;
    await waitFor(() => moved.getText() === expected, 'the new name in the editor');
    await moved.save();
    await waitFor(() => readFileSync(solution.after.fsPath).equals(encode(expected, 'utf16lebom')), 'the saved file');
    assert.ok(!existsSync(solution.before.fsPath));
  });
});

/** A solution of the YAML layout with one reference. */
class YamlSolution {
  readonly from: string;
  readonly to: string;
  readonly filesBefore: ReadonlyMap<string, Uint8Array>;
  readonly filesAfter: ReadonlyMap<string, Uint8Array>;
  readonly before: vscode.Uri;
  readonly after: vscode.Uri;

  /** @param name is among those of the workspace the only one. */
  constructor(folder: string, name: string, encoding: Encoding) {
    this.from = `ship_sharedrss_${name}`;
    this.to = `ship_news_${name}`;
    const root = path.join(folder, name);
    const declarationOf = (reference: string): string =>
      path.join(root, 'connectionreferences', reference, 'connectionreference.yml');
    const filesWith = (reference: string): Map<string, Uint8Array> =>
      new Map(
        [
          [path.join(root, 'solutions', name, 'solution.yml'), solutionText(name)] as const,
          [path.join(root, 'solutions', name, 'solutioncomponents.yml'), componentsText(reference)] as const,
          [declarationOf(reference), declarationText(reference)] as const,
        ].map(([file, text]) => [file, encode(text, encoding)]),
      );
    this.before = vscode.Uri.file(declarationOf(this.from));
    this.after = vscode.Uri.file(declarationOf(this.to));
    this.filesBefore = filesWith(this.from);
    this.filesAfter = filesWith(this.to);
  }

  /** Writes the files, and waits until the reference is known. */
  async write(): Promise<void> {
    for (const [file, bytes] of this.filesBefore) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    await waitFor(async () => {
      const query = ['vscode.executeWorkspaceSymbolProvider', this.from] as const;
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(...query);
      return found.some(({ location }) => location.uri.fsPath === this.before.fsPath);
    }, 'the reference');
  }

  rename(): Thenable<unknown> {
    return vscode.commands.executeCommand('connref.refactor', { kind: 'rename', from: this.from, to: this.to });
  }

  /** Whether the files have these texts, in an editor or on disk. Nothing is opened for that, which would last. */
  shows(files: ReadonlyMap<string, Uint8Array>): boolean {
    return [...files].every(([file, bytes]) => {
      if (!existsSync(file)) return false;
      // The preview of a change has documents of the same paths.
      const isOpen = ({ uri }: vscode.TextDocument): boolean => uri.scheme === 'file' && uri.fsPath === file;
      const open = vscode.workspace.textDocuments.find(isOpen);
      return (open?.getText() ?? decode(readFileSync(file)).text) === decode(bytes).text;
    });
  }

  /** Whether the files are on disk, byte by byte. */
  holds(files: ReadonlyMap<string, Uint8Array>): boolean {
    return [...files].every(([file, bytes]) => existsSync(file) && readFileSync(file).equals(bytes));
  }
}

function solutionText(name: string): string {
  return `ImportExportXml:\r\n  SolutionManifest:\r\n    UniqueName: ${name}\r\n    Version: '1.0'\r\n`;
}

function componentsText(reference: string): string {
  return `SolutionComponents:\r\n  Component:\r\n  - '@path': /connectionreferences/${reference}\r\n`;
}

/** Without an end of its last line, which nobody is to add. */
function declarationText(reference: string): string {
  return [
    'connectionreference:',
    `  '@connectionreferencelogicalname': ${reference}`,
    '  connectionreferencedisplayname: Größen',
    '  connectorid: /providers/Microsoft.PowerApps/apis/shared_rss',
  ].join('\r\n');
}
