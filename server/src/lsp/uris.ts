/** Files as the engine names them and as the protocol does. */
import { URI } from 'vscode-uri';
import type { FileId } from '../model/place';

export class FileUris {
  /** The client's own spelling: it may not know its document by another one. */
  readonly #written = new Map<FileId, string>();

  /** An absolute path with `/` (`c:/…` with a small drive letter) for a file on disk, else the decoded URI. */
  fileOf(uri: string): FileId {
    const file = toFile(URI.parse(uri));
    this.#written.set(file, uri);
    return file;
  }

  uriOf(file: FileId): string {
    return this.#written.get(file) ?? URI.file(file).toString();
  }
}

function toFile(uri: URI): FileId {
  if (uri.scheme !== 'file') return uri.toString(true);
  const path = uri.path.length > 1 ? uri.path.replace(/\/$/, '') : uri.path;
  if (uri.authority !== '') return `//${uri.authority}${path}`;
  const drive = /^\/([a-z]):(.*)$/is.exec(path);
  return drive?.[1] === undefined ? path : `${drive[1].toLowerCase()}:${drive[2] ?? ''}`;
}
