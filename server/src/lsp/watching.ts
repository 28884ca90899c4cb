/** Keeps the workspace in step with the disk: files and folders that come, go or change, and folders that are opened. */
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
  type FileEvent,
} from 'vscode-languageserver/node';
import { kindOfFile } from '../model/fileKind';
import { parentFolder } from '../model/names';
import type { FileId } from '../model/place';
import { follow } from './answer';
import { openArchive } from './archives';
import type { Session } from './session';
import { isInArchive } from './uris';

/** @param folderUris are those that are open at the start. */
export function registerWatching(session: Session, folderUris: readonly string[]): void {
  const { connection, archives, workspace, convert, changes, client, indexing } = session;
  const folders = new Set<FileId>();
  folderUris.forEach(addFolder);
  void openFolders();

  session.onInitialized(() => {
    if (client.watchesFiles) watch(session);
    if (client.tellsFolderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders(
        follow(session, 'workspace/didChangeWorkspaceFolders', ({ added, removed }) => {
          const closed = removed.flatMap(({ uri }) => removeFolder(uri));
          for (const { uri } of added) addFolder(uri);
          return openFolders(closed);
        }),
      );
    }
  });

  connection.onDidChangeWatchedFiles(
    // As a part of reading the workspace: who asks from now on is answered by what is there then.
    follow(session, 'workspace/didChangeWatchedFiles', (params) => indexing.run(() => takeIn(params.changes))),
  );

  async function takeIn(events: readonly FileEvent[]): Promise<void> {
    await copyAnew(session, events);
    const known = [...workspace.snapshot.files.keys()];
    const paths = choosePaths(session, events, known);
    if (paths.length === 0) return;
    for (const path of paths) if (archives.at(path)) openArchive(session, path);
    workspace.filesChanged(paths);
    changes.touch([...paths, ...known.filter((file) => paths.some((path) => file.startsWith(`${path}/`)))]);
  }

  function addFolder(uri: string): void {
    const folder = convert.file(uri);
    folders.add(folder);
    if (isInArchive(uri)) openArchive(session, folder);
  }

  /** Gives the folder where it was an archive: another folder around it may still be open. */
  function removeFolder(uri: string): FileId[] {
    const folder = convert.file(uri);
    folders.delete(folder);
    if (!isInArchive(uri)) return [];
    archives.close(folder);
    return [folder];
  }

  /** @param closed archives that are folders no more. */
  async function openFolders(closed: readonly FileId[] = []): Promise<void> {
    await indexing.open([...folders]);
    workspace.filesChanged(closed);
    changes.touch([]);
  }
}

/** When a folder goes, VS Code tells of the folder alone, and it can't watch folders without files. */
function watch({ connection, log }: Session): void {
  const watchers = [
    { globPattern: '**/*.{json,xml,yml,yaml}' },
    { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  ];
  connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers })
    .catch((error: unknown) => log.crash('watch files', undefined, error));
}

/** What lies on no disk is copied before it is read. */
async function copyAnew({ mirror, convert }: Session, events: readonly FileEvent[]): Promise<void> {
  const paths = new Set(events.map(({ uri }) => convert.file(uri)).filter((path) => mirror.covers(path)));
  for (const path of paths) await mirror.fetch(path);
}

/**
 * Each path once, and only files that can hold facts, folders that do, and archives: builds make and delete many others.
 * What changes in an archive changes with the archive.
 */
function choosePaths(
  { archives, fileSystem, convert }: Session,
  events: readonly FileEvent[],
  known: readonly FileId[],
): readonly FileId[] {
  let folders: ReadonlySet<FileId> | undefined;
  const paths = new Set<FileId>();
  for (const { uri, type } of events) {
    const path = convert.file(uri);
    if (isInArchive(uri) && !archives.at(path)) continue;
    folders ??= foldersAround(known);
    if (
      kindOfFile(path) !== undefined ||
      folders.has(path) ||
      archives.at(path) ||
      (type !== FileChangeType.Deleted && fileSystem.kindOf(path) === 'folder')
    ) {
      paths.add(path);
    }
  }
  return [...paths];
}

function foldersAround(files: readonly FileId[]): ReadonlySet<FileId> {
  const folders = new Set<FileId>();
  for (const file of files) {
    for (let at = parentFolder(file); at !== '' && !folders.has(at); at = parentFolder(at)) folders.add(at);
  }
  return folders;
}
