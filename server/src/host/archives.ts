/** Shows zip archives as folders, so that the solutions in them are read like any others. Nothing is written there. */
import type { FileId } from '../model/place';
import type { DirectoryEntry, FileSystem } from './fileSystem';
import { inflateEntry, readZip, type ZipEntry } from './zip';

export interface Archives {
  /** The disk with the archives as folders. */
  readonly fileSystem: FileSystem;
  /** The paths that are no archives. */
  readonly others: readonly FileId[];
  /** Those that can be read. */
  readonly archives: readonly FileId[];
  /** A sentence for each that can't. */
  readonly problems: readonly string[];
  /** Whether a file lies in an archive. */
  readonly holds: (file: FileId) => boolean;
}

/** Opens those of the paths that are zip files. No others are ever looked for. */
export function openArchives(paths: readonly FileId[], disk: FileSystem): Archives {
  const open = new Map<FileId, Archive>();
  const problems: string[] = [];
  for (const path of new Set(paths.filter((candidate) => isArchive(candidate, disk)))) {
    const bytes = disk.readFile(path);
    const zip = bytes ? readZip(bytes) : { problem: "can't be read" };
    if (bytes && 'entries' in zip) open.set(path, new Archive(bytes, zip.entries));
    else if ('problem' in zip) problems.push(`'${path}' ${zip.problem}, so it is not checked.`);
  }
  return {
    others: paths.filter((path) => !isArchive(path, disk)),
    archives: [...open.keys()],
    problems,
    holds: (file) => find(open, file) !== undefined,
    fileSystem: {
      readDirectory: (folder) => {
        const found = find(open, folder);
        return found ? found.archive.list(found.path) : disk.readDirectory(folder);
      },
      readFile: (file) => {
        const found = find(open, file);
        return found ? found.archive.read(found.path) : disk.readFile(file);
      },
      kindOf: (path) => {
        const found = find(open, path);
        return found ? found.archive.kindOf(found.path) : disk.kindOf(path);
      },
    },
  };
}

function isArchive(path: FileId, disk: FileSystem): boolean {
  return /\.zip$/i.test(path) && disk.kindOf(path) === 'file';
}

/** The archive that a path lies in, and the rest of the path; empty for the archive itself. */
function find(
  open: ReadonlyMap<FileId, Archive>,
  path: FileId,
): { readonly archive: Archive; readonly path: string } | undefined {
  for (const [root, archive] of open) {
    if (path === root) return { archive, path: '' };
    if (path.startsWith(`${root}/`)) return { archive, path: path.slice(root.length + 1) };
  }
  return undefined;
}

class Archive {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #folders = new Map<string, Map<string, DirectoryEntry>>([['', new Map()]]);

  constructor(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>) {
    this.#bytes = bytes;
    this.#entries = entries;
    for (const name of entries.keys()) this.#add(name, 'file');
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
