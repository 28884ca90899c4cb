/** Files that lie on no disk, as the client gives them. */
import type { RemoteFiles } from '../host/mirror';
import type { FileId } from '../model/place';
import type { FilesOptions } from './files';
import { lookMethod, readMethod, type LookResult, type ReadResult, type RemoteParams } from './protocol';
import type { FileUris } from './uris';

/** Nothing is asked of schemes that the client has not told of. */
export function filesOfClient(
  { connection, log, initialized, virtualSchemes }: FilesOptions,
  uris: FileUris,
): RemoteFiles {
  const ask = async <T>(method: string, path: FileId): Promise<T | null> => {
    if (!virtualSchemes.some(({ scheme }) => path.startsWith(`${scheme}:`))) return null;
    await initialized;
    try {
      return await connection.sendRequest<T | null>(method, { uri: uris.uriOf(path) } satisfies RemoteParams);
    } catch (error) {
      log.crash(method, path, error);
      return null;
    }
  };
  return {
    look: async (path) => {
      const found = await ask<LookResult>(lookMethod, path);
      return found === 'file' ? found : found?.entries;
    },
    read: async (file) => {
      const found = await ask<ReadResult>(readMethod, file);
      return found ? Buffer.from(found.base64, 'base64') : undefined;
    },
  };
}
