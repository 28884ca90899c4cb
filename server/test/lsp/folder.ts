/** A folder on the real disk, made from a workspace in one string and removed after the test. */
import { mkdtempSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { archiveScheme } from '../../src/lsp/protocol';
import { decode, encode, type Encoding } from '../../src/syntax/encoding';
import { parseFixture } from '../fixture';
import { zipFile } from '../zipFile';

export class Folder {
  /** Texts of the files in archives, by archive. */
  readonly #archives = new Map<string, ReadonlyMap<string, string>>();
  readonly root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'connref-lsp-')));

  /** @param source has a `//- /path` line before each file. */
  constructor(source = '') {
    for (const [file, text] of parseFixture(source, { addsSolution: false }).files) this.write(file, text);
  }

  /** Of a file on disk, or in one of the archives. */
  uri(file: string): string {
    const isInArchive = [...this.#archives.keys()].some((archive) => file.startsWith(`${archive}/`));
    return isInArchive ? this.archiveUri(file) : URI.file(this.path(file)).toString();
  }

  /** Of an archive as a folder of the workspace. */
  archiveUri(archive: string): string {
    return URI.file(this.path(archive)).with({ scheme: archiveScheme }).toString();
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

  /** Packs a workspace in one string into an archive. */
  writeArchive(archive: string, source: string): void {
    const { files } = parseFixture(source, { addsSolution: false });
    this.#archives.set(archive, files);
    this.writeBytes(archive, zipFile([...files].map(([name, content]) => ({ name: name.slice(1), content }))));
  }

  /** The text of a file on disk or in an archive. */
  read(file: string): string {
    for (const [archive, files] of this.#archives) {
      const text = file.startsWith(archive) ? files.get(file.slice(archive.length)) : undefined;
      if (text !== undefined) return text;
    }
    return decode(readFileSync(this.path(file))).text;
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
