/** A file system in memory, as extensions give one to VS Code for what lies on no disk. */
import * as vscode from 'vscode';

export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #files = new Map<string, Uint8Array>();

  stat(uri: vscode.Uri): vscode.FileStat {
    const bytes = this.#files.get(uri.path);
    if (bytes) return { type: vscode.FileType.File, size: bytes.length, ctime: 0, mtime: bytes.length };
    if (this.readDirectory(uri).length === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, size: 0, ctime: 0, mtime: 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const { File, Directory } = vscode.FileType;
    const below = [...this.#files.keys()].filter((path) => path.startsWith(`${uri.path}/`));
    const names = below.map((path) => path.slice(uri.path.length + 1).split('/'));
    return [...new Map(names.map(([name = '', ...more]) => [name, more.length > 0 ? Directory : File]))];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.#files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    for (const path of [...this.#files.keys()]) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#files.delete(path);
    }
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(uri: vscode.Uri, newUri: vscode.Uri): void {
    this.writeFile(newUri, this.readFile(uri));
    this.delete(uri);
  }

  createDirectory(): void {
    // Folders are where files are.
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }
}
