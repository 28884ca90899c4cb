/** What the properties are tried on: each solution, each folder directly below the given one, and the whole. */
import { diskFileSystem } from '../../src/host/fileSystem';
import { Workspace } from '../../src/host/workspace';
import { isSkippedFolder, kindOfFile } from '../../src/model/fileKind';
import type { FileId } from '../../src/model/place';
import { decode } from '../../src/syntax/encoding';
import { memoryFileSystem, type MemoryFileSystem } from '../memoryFileSystem';

export interface Unit {
  readonly scope: 'solution' | 'folder' | 'whole';
  readonly root: FileId;
  /** Bytes of all files below the root that may hold facts. */
  readonly files: ReadonlyMap<FileId, Uint8Array>;
}

/** @param leftOut folders that do not count. */
export function readUnits(folder: FileId, leftOut: readonly FileId[] = []): Unit[] {
  const files = new Map<FileId, Uint8Array>();
  readFolder(folder, files, leftOut);
  const { workspace } = openUnit({ scope: 'whole', root: folder, files });
  const solutions = workspace.snapshot.solutions.map(({ root }) => root);
  const folders = (diskFileSystem.readDirectory(folder) ?? [])
    .filter(({ name, kind }) => kind === 'folder' && !isSkippedFolder(name))
    .map(({ name }) => `${folder}/${name}`)
    .sort();
  return [
    ...solutions.map((root) => unitBelow('solution', root, files)),
    ...folders.map((root) => unitBelow('folder', root, files)),
    unitBelow('whole', folder, files),
  ].filter((unit) => unit.files.size > 0);
}

export interface OpenUnit {
  readonly workspace: Workspace;
  readonly disk: MemoryFileSystem;
  /** What crashed; must stay empty. */
  readonly crashes: string[];
}

/** Opens a unit as a workspace of its own, on a disk in memory. */
export function openUnit({ root, files }: Unit): OpenUnit {
  const disk = memoryFileSystem(Object.fromEntries(files));
  return { ...openOn(disk, root), disk };
}

export function openOn(disk: MemoryFileSystem, root: FileId): Omit<OpenUnit, 'disk'> {
  const crashes: string[] = [];
  const workspace = new Workspace({
    fileSystem: disk,
    onCrash: (what, file, error) => crashes.push(`The ${what} threw on ${file}: ${String(error)}`),
  });
  Array.from(workspace.open([root]));
  return { workspace, crashes };
}

/** The files of a unit that hold facts and are sound texts. */
export function textFiles(unit: Unit, workspace: Workspace): FileId[] {
  return [...workspace.snapshot.files.keys()].filter((file) => {
    const bytes = unit.files.get(file);
    return bytes !== undefined && !decode(bytes).lossy;
  });
}

function unitBelow(scope: Unit['scope'], root: FileId, files: ReadonlyMap<FileId, Uint8Array>): Unit {
  return { scope, root, files: new Map([...files].filter(([file]) => file.startsWith(`${root}/`))) };
}

function readFolder(folder: FileId, files: Map<FileId, Uint8Array>, leftOut: readonly FileId[]): void {
  if (leftOut.includes(folder)) return;
  for (const { name, kind } of diskFileSystem.readDirectory(folder) ?? []) {
    const path = `${folder}/${name}`;
    if (kind === 'folder') {
      if (!isSkippedFolder(name)) readFolder(path, files, leftOut);
    } else if (kindOfFile(path)) {
      const bytes = diskFileSystem.readFile(path);
      if (bytes) files.set(path, bytes);
    }
  }
}
