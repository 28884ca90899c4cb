/** What writing needs of a disk; tests have one in memory that fails when it is told to. Each call throws when it fails. */
import * as fs from 'node:fs';
import type { FileId } from '../model/place';

export interface FileWriter {
  /** The file itself where the path is a link to one: what is written must not replace the link. */
  resolve(file: FileId): FileId;
  /** @throws Error also when there is no such file. */
  read(file: FileId): Uint8Array;
  exists(file: FileId): boolean;
  /** Writes a file that is not there, and the folders above it. */
  create(file: FileId, bytes: Uint8Array): void;
  /** Puts `from` in the place of `to`, whether or not that is there, in one step. */
  move(from: FileId, to: FileId): void;
  remove(file: FileId): void;
  /** Whether the file may be written to. */
  isWritable(file: FileId): boolean;
  /** Lets the file have the permissions of another one. */
  copyMode(from: FileId, to: FileId): void;
}

export const diskWriter: FileWriter = {
  resolve: (file) => (fs.existsSync(file) ? fs.realpathSync(file).replaceAll('\\', '/') : file),
  read: (file) => fs.readFileSync(file),
  exists: (file) => fs.existsSync(file),
  create(file, bytes) {
    fs.mkdirSync(file.slice(0, file.lastIndexOf('/')) || '/', { recursive: true });
    fs.writeFileSync(file, bytes, { flag: 'wx' });
  },
  move: (from, to) => fs.renameSync(from, to),
  remove: (file) => fs.rmSync(file),
  isWritable(file) {
    try {
      fs.accessSync(file, fs.constants.W_OK);
      return true;
    } catch {
      return false;
    }
  },
  copyMode: (from, to) => fs.chmodSync(to, fs.statSync(from).mode),
};
