/** One zip archive as a folder of files. Its bytes are kept, and each file is inflated when somebody reads it. */
import { toSay } from '../base/l10n';
import type { FileId } from '../model/place';
import type { DirectoryEntry, FileStamp, FileSystem } from './fileSystem';
import { inflateEntry, readZip, type Unreadable, type ZipEntry } from './zip';

/** The environment takes no solution of half that size; it is looked at before anything is read. */
const mostMebibytes = 256;

export function readArchive(path: FileId, disk: FileSystem): Archive | Unreadable {
  const stamp = disk.stampOf(path);
  if (stamp && stamp.size > mostMebibytes * 1024 * 1024) {
    return { problem: (name) => toSay("'{0}' has more than {1} MiB.", name, mostMebibytes) };
  }
  const bytes = stamp && disk.readFile(path);
  if (!bytes) return { problem: (name) => toSay("'{0}' can't be read.", name) };
  const zip = readZip(bytes);
  return 'problem' in zip ? zip : new Archive(bytes, zip.entries, stamp.modified);
}

export class Archive {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #folders = new Map<string, Map<string, DirectoryEntry>>([['', new Map()]]);
  readonly #modified: number;

  /** @param modified when the archive was changed last. */
  constructor(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>, modified: number) {
    this.#bytes = bytes;
    this.#entries = entries;
    this.#modified = modified;
    for (const name of entries.keys()) this.#add(name, 'file');
  }

  /** The paths of all files in it. */
  get files(): readonly string[] {
    return [...this.#entries.keys()];
  }

  list(folder: string): readonly DirectoryEntry[] | undefined {
    const entries = this.#folders.get(folder);
    return entries && [...entries.values()];
  }

  read(file: string): Uint8Array | undefined {
    const entry = this.#entries.get(file);
    return entry && inflateEntry(this.#bytes, entry);
  }

  kindOf(path: string): 'file' | 'folder' | undefined {
    if (this.#entries.has(path)) return 'file';
    return this.#folders.has(path) ? 'folder' : undefined;
  }

  stampOf(file: string): FileStamp | undefined {
    const entry = this.#entries.get(file);
    return entry && { size: entry.size, modified: this.#modified };
  }

  /** Whether another one has the same file with the same content, as far as the archives tell. */
  hasSame(file: string, other: Archive): boolean {
    const own = this.#entries.get(file);
    const others = other.#entries.get(file);
    return own?.checksum === others?.checksum && own?.size === others?.size;
  }

  /** Also adds the folders above, up to the first one that is known. */
  #add(path: string, kind: DirectoryEntry['kind']): void {
    let child = path;
    let childKind = kind;
    for (;;) {
      const slash = child.lastIndexOf('/');
      const folder = child.slice(0, Math.max(0, slash));
      const entry = { name: child.slice(slash + 1), kind: childKind };
      const known = this.#folders.get(folder);
      if (known) {
        known.set(entry.name, entry);
        return;
      }
      this.#folders.set(folder, new Map([[entry.name, entry]]));
      child = folder;
      childKind = 'folder';
    }
  }
}

export const emptyArchive = new Archive(new Uint8Array(), new Map(), 0);
