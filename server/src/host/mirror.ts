/**
 * Keeps copies of the files of folders that lie on no disk, such as a repository that VS Code shows without a clone.
 * Who knows those files gives them one by one and takes its time, while a workspace is read in one pass.
 */
import { isSkippedFolder, kindOfFile } from '../model/fileKind';
import { baseName, parentFolder } from '../model/names';
import { isOnDisk, type FileId } from '../model/place';
import { childOf, isIn, type DirectoryEntry, type FileSystem } from './fileSystem';

/** Who knows the files. */
export interface RemoteFiles {
  /** What is there: the entries of a folder, or a file. Undefined where nothing is, or it can't be told. */
  look(path: FileId): Promise<readonly DirectoryEntry[] | 'file' | undefined>;
  /** Undefined where there is no such file, or it can't be read. */
  read(file: FileId): Promise<Uint8Array | undefined>;
}

/** Enough to wait for one answer only while others are on their way. */
const mostAtOnce = 16;

export class Mirror {
  /** The disk and the copies. What is neither on disk nor copied is not there. */
  readonly fileSystem: FileSystem;
  /** How many files were asked for. */
  filesFetched = 0;
  readonly #remote: RemoteFiles;
  #roots: readonly FileId[] = [];
  #copies: Copies = { folders: new Map(), files: new Map() };

  constructor(disk: FileSystem, remote: RemoteFiles) {
    this.#remote = remote;
    this.fileSystem = {
      readDirectory: (folder) => (isOnDisk(folder) ? disk.readDirectory(folder) : this.#copies.folders.get(folder)),
      readFile: (file) => (isOnDisk(file) ? disk.readFile(file) : this.#copies.files.get(file)),
      kindOf: (path) => (isOnDisk(path) ? disk.kindOf(path) : this.#kindOf(path)),
      stampOf: (file) => (isOnDisk(file) ? disk.stampOf(file) : undefined),
    };
  }

  /** Copies these folders instead of those that it had, as far as it does not have them. Others are left to the disk. */
  async open(folders: readonly FileId[]): Promise<void> {
    const before = this.#roots;
    this.#roots = folders.filter((folder) => !isOnDisk(folder));
    for (const root of before) if (!this.#roots.includes(root)) remove(this.#copies, root);
    for (const root of this.#roots) if (!before.includes(root)) await this.fetch(root);
  }

  /** Whether a path lies in a folder that is copied. */
  covers(path: FileId): boolean {
    return this.#roots.some((root) => isIn(path, root) && !path.slice(root.length).split('/').some(isSkippedFolder));
  }

  /** Copies a file or a folder anew, or forgets it where it is gone. */
  async fetch(path: FileId): Promise<void> {
    const fetched = await this.#fetch(path);
    remove(this.#copies, path);
    for (const [folder, entries] of fetched.folders) this.#copies.folders.set(folder, entries);
    for (const [file, bytes] of fetched.files) this.#copies.files.set(file, bytes);
    const kind = this.#kindOf(path);
    const siblings = this.#copies.folders.get(parentFolder(path));
    if (!siblings) return;
    const name = baseName(path);
    const others = siblings.filter((entry) => entry.name !== name);
    this.#copies.folders.set(parentFolder(path), kind ? [...others, { name, kind }] : others);
  }

  async #fetch(path: FileId): Promise<Copies> {
    const fetched: Copies = { folders: new Map(), files: new Map() };
    const files: FileId[] = [];
    for (let level = [path]; level.length > 0;) {
      const next: FileId[] = [];
      await atOnce(level, async (at) => {
        const found = await this.#remote.look(at);
        if (found === 'file') files.push(at);
        else if (found) {
          fetched.folders.set(at, found);
          for (const { name, kind } of found) {
            if (kind === 'file') files.push(childOf(at, name));
            else if (!isSkippedFolder(name)) next.push(childOf(at, name));
          }
        }
      });
      level = next;
    }
    await atOnce(files.filter(kindOfFile), async (file) => {
      this.filesFetched++;
      fetched.files.set(file, await this.#remote.read(file));
    });
    return fetched;
  }

  #kindOf(path: FileId): DirectoryEntry['kind'] | undefined {
    if (this.#copies.folders.has(path)) return 'folder';
    return this.#copies.files.has(path) ? 'file' : undefined;
  }
}

interface Copies {
  readonly folders: Map<FileId, readonly DirectoryEntry[]>;
  /** Of those that can hold facts; undefined for one that is there and can't be read. */
  readonly files: Map<FileId, Uint8Array | undefined>;
}

function remove({ folders, files }: Copies, path: FileId): void {
  for (const known of [folders, files]) {
    for (const at of known.keys()) if (isIn(at, path)) known.delete(at);
  }
}

async function atOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let i = 0; i < items.length; i += mostAtOnce) await Promise.all(items.slice(i, i + mostAtOnce).map(work));
}
