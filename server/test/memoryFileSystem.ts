/** The twin of the disk for tests: files in memory, named by absolute paths with `/`. */
import { encode, type Encoding } from '../src/syntax/encoding';
import type { DirectoryEntry, FileSystem } from '../src/host/fileSystem';
import type { FileWriter } from '../src/host/fileWriter';
import type { FileId } from '../src/model/place';

export interface MemoryFileSystem extends FileSystem {
  /** Writes a file, and with it the folders above. A text is written in the encoding, UTF-8 by default. */
  write(file: FileId, content: string | Uint8Array, encoding?: Encoding): void;
  /** Removes a file, or a folder with all that is in it. */
  remove(path: FileId): void;
  /** All files, in the order in which they were first written. */
  files(): FileId[];
}

/** Gives a file system that holds these files: bytes, or texts that are written as UTF-8. */
export function memoryFileSystem(files: Readonly<Record<FileId, string | Uint8Array>> = {}): MemoryFileSystem {
  const contents = new Map<FileId, Uint8Array>();
  const folders = new Map<FileId, Map<string, DirectoryEntry>>();

  const addEntry = (path: FileId, kind: DirectoryEntry['kind']): void => {
    const folder = parentOf(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const entries = folders.get(folder);
    if (entries) entries.set(name, { name, kind });
    else {
      folders.set(folder, new Map([[name, { name, kind }]]));
      if (folder !== '/') addEntry(folder, 'folder');
    }
  };

  const write: MemoryFileSystem['write'] = (file, content, encoding = 'utf8') => {
    contents.set(file, typeof content === 'string' ? encode(content, encoding) : content);
    addEntry(file, 'file');
  };

  for (const [file, content] of Object.entries(files)) write(file, content);
  return {
    write,
    remove(path) {
      contents.delete(path);
      for (const file of [...contents.keys()]) if (file.startsWith(`${path}/`)) contents.delete(file);
      for (const folder of [...folders.keys()]) {
        if (folder === path || folder.startsWith(`${path}/`)) folders.delete(folder);
      }
      folders.get(parentOf(path))?.delete(path.slice(path.lastIndexOf('/') + 1));
    },
    files: () => [...contents.keys()],
    readDirectory: (folder) => {
      const entries = folders.get(folder);
      return entries && [...entries.values()];
    },
    readFile: (file) => contents.get(file),
    kindOf(path) {
      if (contents.has(path)) return 'file';
      return folders.has(path) ? 'folder' : undefined;
    },
    stampOf(file) {
      const content = contents.get(file);
      return content && { size: content.length, modified: 0 };
    },
  };
}

/** Writes to a disk in memory. */
export function memoryWriter(disk: MemoryFileSystem): FileWriter {
  const read = (file: FileId): Uint8Array => {
    const bytes = disk.readFile(file);
    if (!bytes) throw new Error(`There is no file '${file}'`);
    return bytes;
  };
  return {
    resolve: (file) => file,
    read,
    exists: (file) => disk.kindOf(file) === 'file',
    create: (file, bytes) => disk.write(file, bytes),
    move(from, to) {
      disk.write(to, read(from));
      disk.remove(from);
    },
    remove: (file) => disk.remove(file),
    isWritable: () => true,
    copyMode: () => undefined,
  };
}

function parentOf(path: FileId): FileId {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}
