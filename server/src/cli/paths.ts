/** From paths as people type them to those of the engine (absolute, with `/`) and back. */
import path from 'node:path';
import type { FileSystem } from '../host/fileSystem';
import type { FileId } from '../model/place';
import { parentFolder } from '../model/names';

/** Gives the absolute path. A path typed for Windows is understood elsewhere too, where it names nothing else. */
export function resolvePath(typed: string, currentFolder: string, fileSystem: FileSystem): FileId {
  const asTyped = withSlashes(path.resolve(currentFolder, typed));
  if (!typed.includes('\\') || fileSystem.kindOf(asTyped)) return asTyped;
  const converted = withSlashes(path.resolve(currentFolder, typed.replaceAll('\\', '/')));
  return fileSystem.kindOf(converted) ? converted : asTyped;
}

export function withSlashes(systemPath: string): FileId {
  return path.sep === '\\' ? systemPath.replaceAll('\\', '/') : systemPath;
}

/** Leaves out what is named twice or lies within another path, so that nothing is read twice. */
export function withoutOverlap(paths: readonly FileId[]): FileId[] {
  return [...new Set(paths)].filter((one, _, all) => !all.some((other) => other !== one && isBelow(one, other)));
}

/** Gives the deepest folder that holds everything. */
export function commonFolder(folders: readonly FileId[]): FileId {
  const [first = '/', ...rest] = folders;
  let common = first;
  while (rest.some((folder) => folder !== common && !isBelow(folder, common))) {
    const parent = parentFolder(common) || '/';
    // Two drives of Windows have nothing in common.
    if (parent === common || (parent === '/' && !first.startsWith('/'))) return first;
    common = parent;
  }
  return common;
}

/** Gives the path from a folder to what is below it; of anything else the whole path. */
export function relativeTo(folder: FileId, file: FileId): string {
  return isBelow(file, folder) ? file.slice(folder.endsWith('/') ? folder.length : folder.length + 1) : file;
}

export function isBelow(path: FileId, folder: FileId): boolean {
  return path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
