/** Where files come from: the disk, archives that are open as folders, and the client for what lies on no disk. */
import type { Connection } from 'vscode-languageserver/node';
import { Archives } from '../host/archives';
import { diskFileSystem, type FileSystem } from '../host/fileSystem';
import { Mirror } from '../host/mirror';
import type { FileId } from '../model/place';
import { filesOfClient } from './clientFiles';
import type { Log } from './log';
import type { VirtualScheme } from './protocol';
import { FileUris } from './uris';

export interface Files {
  /** All of them. */
  readonly fileSystem: FileSystem;
  /** Those that are open as folders. */
  readonly archives: Archives;
  /** Copies of what lies on no disk. */
  readonly mirror: Mirror;
  readonly virtualSchemes: readonly string[];
}

export interface FilesOptions {
  readonly connection: Connection;
  readonly log: Log;
  /** The client can't be asked before. */
  readonly initialized: Promise<void>;
  readonly virtualSchemes: readonly VirtualScheme[];
}

/** Gives them with the names that they have in the protocol, and tells which can't be written. */
export function createFiles(
  options: FilesOptions,
): Files & { readonly uris: FileUris; readonly isReadOnly: (file: FileId) => boolean } {
  const uris = new FileUris((file) => archives.holds(file));
  const mirror = new Mirror(diskFileSystem, filesOfClient(options, uris));
  const archives: Archives = new Archives(mirror.fileSystem);
  const prefixes = options.virtualSchemes.flatMap(({ scheme, isReadOnly }) => (isReadOnly ? [`${scheme}:`] : []));
  return {
    fileSystem: archives.fileSystem,
    archives,
    mirror,
    virtualSchemes: options.virtualSchemes.map(({ scheme }) => scheme),
    uris,
    isReadOnly: (file) => archives.holds(file) || prefixes.some((prefix) => file.startsWith(prefix)),
  };
}
