/** Files as the engine names them and as the protocol does. */
import { URI } from 'vscode-uri';
import type { FileId } from '../model/place';
import { archiveScheme } from './protocol';

export class FileUris {
  /** The client's own spelling: it may not know its document by another one. */
  readonly #written = new Map<FileId, string>();
  readonly #isInArchive: (file: FileId) => boolean;

  constructor(isInArchive: (file: FileId) => boolean = () => false) {
    this.#isInArchive = isInArchive;
  }

  /**
   * An absolute path with `/` (`c:/…` with a small drive letter) for a file on disk or in an archive, which is named as
   * on the command line: `/x/Contoso.zip/solution.xml`. Else the decoded URI, `scheme://authority/path`.
   */
  fileOf(uri: string): FileId {
    const file = toFile(URI.parse(uri));
    this.#written.set(file, uri);
    return file;
  }

  uriOf(file: FileId): string {
    return this.#written.get(file) ?? this.#made(file).toString();
  }

  #made(file: FileId): URI {
    const [, scheme, authority = '', path = ''] = /^([^/:]{2,}):\/\/([^/]*)(.*)$/s.exec(file) ?? [];
    if (scheme !== undefined) return URI.from({ scheme, authority, path });
    const uri = URI.file(file);
    return this.#isInArchive(file) ? uri.with({ scheme: archiveScheme }) : uri;
  }
}

/** Whether it names an archive that is open as a folder, or something in it. */
export function isInArchive(uri: string): boolean {
  return uri.startsWith(`${archiveScheme}:`);
}

function toFile(uri: URI): FileId {
  const path = uri.path.length > 1 ? uri.path.replace(/\/$/, '') : uri.path;
  if (uri.scheme !== 'file' && uri.scheme !== archiveScheme) {
    // What has more to it than a path is no file of a folder.
    return uri.query || uri.fragment ? uri.toString(true) : `${uri.scheme}://${uri.authority}${path}`;
  }
  if (uri.authority !== '') return `//${uri.authority}${path}`;
  const drive = /^\/([a-z]):(.*)$/is.exec(path);
  return drive?.[1] === undefined ? path : `${drive[1].toLowerCase()}:${drive[2] ?? ''}`;
}
