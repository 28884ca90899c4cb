/**
 * Lets the client watch what counts and is covered by no other watcher: configurations above the opened folders, what
 * configurations name elsewhere, and archives that are open as folders.
 */
import { DidChangeWatchedFilesNotification, type Disposable, type FileSystemWatcher } from 'vscode-languageserver/node';
import { baseName, parentFolder } from '../model/names';
import type { FileId } from '../model/place';
import type { Session } from './session';

export function registerWatchingOutside(session: Session): void {
  const { connection, client, changes, indexing, log } = session;
  if (!client.watchesFiles || !client.watchesOutside) return;
  let watched = '';
  let current: Promise<Disposable | undefined> = Promise.resolve(undefined);

  session.onInitialized(() => changes.onSettled(update));

  async function update(): Promise<void> {
    await indexing.whenDone();
    const files = [...new Set([...session.workspace.filesOutside, ...session.archives.roots])].sort();
    if (files.join('\n') === watched) return;
    watched = files.join('\n');
    const before = current;
    current = files.length === 0 ? Promise.resolve(undefined) : register(files);
    // The new ones are there before the old ones go, so that nothing is missed.
    await current;
    (await before)?.dispose();
  }

  function register(files: readonly FileId[]): Promise<Disposable | undefined> {
    const watchers = files.map((file) => watcherOf(session, file));
    return connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch((error: unknown) => {
      log.crash('watch files outside of the workspace', undefined, error);
      return undefined;
    });
  }
}

/** Of the one file; its folder is not looked into any deeper. */
function watcherOf({ convert }: Session, file: FileId): FileSystemWatcher {
  const pattern = baseName(file).replace(/[*?[{]/g, '[$&]');
  return { globPattern: { baseUri: convert.uri(parentFolder(file) || '/'), pattern } };
}
