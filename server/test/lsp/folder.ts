/** A folder on the real disk, made from a workspace in one string and removed after the test. */
import { mkdtempSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { encode, type Encoding } from '../../src/syntax/encoding';
import { parseFixture } from '../fixture';

export class Folder {
  readonly root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'connref-lsp-')));

  /** @param source has a `//- /path` line before each file. */
  constructor(source = '') {
    for (const [file, text] of parseFixture(source, { addsSolution: false }).files) this.write(file, text);
  }

  uri(file: string): string {
    return URI.file(this.path(file)).toString();
  }

  path(file: string): string {
    return path.join(this.root, file);
  }

  /** The name that `uri` was made from; the whole URI for a file elsewhere. */
  nameOf(uri: string): string {
    const file = URI.parse(uri).fsPath;
    return file.startsWith(this.root) ? file.slice(this.root.length).replaceAll(path.sep, '/') : uri;
  }

  write(file: string, text: string, encoding: Encoding = 'utf8'): void {
    this.writeBytes(file, encode(text, encoding));
  }

  writeBytes(file: string, bytes: Uint8Array): void {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), bytes);
  }

  rename(from: string, to: string): void {
    renameSync(this.path(from), this.path(to));
  }

  remove(file: string): void {
    rmSync(this.path(file), { recursive: true });
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
