/** Keeps the workspace in step with the disk: files and folders that come, go or change, and folders that are opened. */
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WatchKind,
  type FileEvent,
} from 'vscode-languageserver/node';
import { diskFileSystem } from '../host/fileSystem';
import { kindOfFile } from '../model/fileKind';
import { parentFolder } from '../model/names';
import type { FileId } from '../model/place';
import { follow } from './answer';
import type { Session } from './session';

/** @param folderUris are those that are open at the start. */
export function registerWatching(session: Session, folderUris: readonly string[]): void {
  const { connection, workspace, convert, changes, client, indexing } = session;
  const folders = new Set(folderUris.map((uri) => convert.file(uri)));
  void openFolders();

  connection.onInitialized(() => {
    if (client.watchesFiles) watch(session);
    if (client.tellsFolderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders(
        follow(session, 'workspace/didChangeWorkspaceFolders', ({ added, removed }) => {
          for (const { uri } of removed) folders.delete(convert.file(uri));
          for (const { uri } of added) folders.add(convert.file(uri));
          return openFolders();
        }),
      );
    }
  });

  connection.onDidChangeWatchedFiles(
    follow(session, 'workspace/didChangeWatchedFiles', async (params) => {
      await indexing.whenDone();
      const known = [...workspace.snapshot.files.keys()];
      const paths = choosePaths(params.changes, known, (uri) => convert.file(uri));
      if (paths.length === 0) return;
      workspace.filesChanged(paths);
      changes.touch([...paths, ...known.filter((file) => paths.some((path) => file.startsWith(`${path}/`)))]);
    }),
  );

  async function openFolders(): Promise<void> {
    await indexing.open([...folders]);
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

/** Each path once, and only files that can hold facts and folders that do: builds make and delete many others. */
function choosePaths(
  events: readonly FileEvent[],
  known: readonly FileId[],
  fileOf: (uri: string) => FileId,
): readonly FileId[] {
  let folders: ReadonlySet<FileId> | undefined;
  const paths = new Set<FileId>();
  for (const { uri, type } of events) {
    const path = fileOf(uri);
    folders ??= foldersAround(known);
    if (
      kindOfFile(path) !== undefined ||
      folders.has(path) ||
      (type !== FileChangeType.Deleted && diskFileSystem.kindOf(path) === 'folder')
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
