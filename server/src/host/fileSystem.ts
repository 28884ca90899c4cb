/** The disk as the host sees it; tests have one in memory. Synchronous: a whole workspace is read in one short pass. */
import * as fs from 'node:fs';
import type { FileId } from '../model/place';

export interface FileSystem {
  /** Entries of a folder in any order; undefined when it can't be read. Links to folders are not followed. */
  readDirectory(folder: FileId): readonly DirectoryEntry[] | undefined;
  /** Undefined when there is no such file, or it can't be read. */
  readFile(file: FileId): Uint8Array | undefined;
  /** Undefined when there is nothing of that name. */
  kindOf(path: FileId): 'file' | 'folder' | undefined;
  /** Undefined when there is no such file. */
  stampOf(file: FileId): FileStamp | undefined;
}

export interface FileStamp {
  readonly size: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly modified: number;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

export const diskFileSystem: FileSystem = {
  readDirectory(folder) {
    const entries = attempt(() => fs.readdirSync(folder, { withFileTypes: true }));
    return entries?.flatMap((entry): DirectoryEntry[] => {
      if (entry.isDirectory()) return [{ name: entry.name, kind: 'folder' }];
      // A link to a file reads as the file; one to a folder could lead in a circle.
      return entry.isFile() || entry.isSymbolicLink() ? [{ name: entry.name, kind: 'file' }] : [];
    });
  },
  readFile: (file) => attempt(() => fs.readFileSync(file)),
  kindOf(path) {
    const stats = attempt(() => fs.statSync(path));
    if (!stats) return undefined;
    return stats.isDirectory() ? 'folder' : 'file';
  },
  stampOf(file) {
    const stats = attempt(() => fs.statSync(file));
    return stats?.isFile() ? { size: stats.size, modified: stats.mtimeMs } : undefined;
  },
};

/** Whether a path is a folder or lies in it. */
export function isIn(path: FileId, folder: FileId): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The path of an entry of a folder, which may be the root. */
export function childOf(folder: FileId, name: string): FileId {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
