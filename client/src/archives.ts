/** Shows solutions as .zip: as a folder of the workspace that nothing is written to. The server reads them. */
import path from 'node:path';
import {
  Disposable,
  EventEmitter,
  FileChangeType,
  FilePermission,
  FileSystemError,
  FileType,
  l10n,
  MarkdownString,
  Uri,
  window,
  workspace,
  commands,
  type ExtensionContext,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  archiveChangedMethod,
  archiveScheme,
  checkArchiveMethod,
  listInArchiveMethod,
  readInArchiveMethod,
  statInArchiveMethod,
  type ArchiveChangedParams,
  type ArchiveParams,
  type ArchiveStat,
  type CheckArchiveResult,
  type FileContent,
  type FolderContent,
  type InArchiveResult,
} from '../../server/src/lsp/protocol';

/** @param starting is waited for: VS Code asks for files of a folder as soon as it has it, and does not ask again. */
export function activateArchives({ subscriptions }: ExtensionContext, starting: Promise<LanguageClient>): void {
  const provider = new ArchiveProvider(starting);
  const isReadonly = new MarkdownString(l10n.t('This file lies in an archive. Unpack the solution to change it.'));
  subscriptions.push(
    provider,
    workspace.registerFileSystemProvider(archiveScheme, provider, { isCaseSensitive: true, isReadonly }),
    commands.registerCommand('connref.openArchive', async (argument: unknown) => openArchive(await starting, argument)),
  );
}

/** @param argument is the file, where the command comes from a menu. */
async function openArchive(client: LanguageClient, argument: unknown): Promise<void> {
  const file = argument instanceof Uri ? argument : await chooseArchive();
  if (!file) return;
  const problem = file.scheme === 'file' ? await problemOf(client, file) : l10n.t('Only a file on disk can be opened.');
  if (problem !== undefined) {
    void window.showErrorMessage(problem);
    return;
  }
  const uri = file.with({ scheme: archiveScheme });
  const folders = workspace.workspaceFolders ?? [];
  if (!folders.some((folder) => folder.uri.toString() === uri.toString())) {
    // Behind all others: VS Code restarts its extensions when the first folder is another one.
    workspace.updateWorkspaceFolders(folders.length, 0, { uri, name: path.posix.basename(uri.path) });
  }
  await commands.executeCommand('revealInExplorer', uri);
}

async function chooseArchive(): Promise<Uri | undefined> {
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t('Open Solution (Read-only)'),
      filters: { [l10n.t('Solutions')]: ['zip'] },
    })) ?? [];
  return file;
}

async function problemOf(client: LanguageClient, file: Uri): Promise<string | undefined> {
  const params: ArchiveParams = { uri: client.code2ProtocolConverter.asUri(file) };
  return (await client.sendRequest<CheckArchiveResult>(checkArchiveMethod, params))?.problem;
}

class ArchiveProvider implements FileSystemProvider, Disposable {
  readonly #starting: Promise<LanguageClient>;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(starting: Promise<LanguageClient>) {
    this.#starting = starting;
    // Who waits for the client is told when it can't start.
    starting.then(
      (client) => client.onNotification(archiveChangedMethod, (params: ArchiveChangedParams) => this.#tell(params)),
      () => undefined,
    );
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { kind, size, modified } = await this.#ask<ArchiveStat>(statInArchiveMethod, uri);
    const type = kind === 'folder' ? FileType.Directory : FileType.File;
    return { type, size, ctime: modified, mtime: modified, permissions: FilePermission.Readonly };
  }

  async readDirectory(uri: Uri): Promise<[string, FileType][]> {
    const { entries } = await this.#ask<FolderContent>(listInArchiveMethod, uri);
    return entries.map(({ name, kind }) => [name, kind === 'folder' ? FileType.Directory : FileType.File]);
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const { base64 } = await this.#ask<FileContent>(readInArchiveMethod, uri);
    return Buffer.from(base64, 'base64');
  }

  /** The server has the archives of all folders watched. */
  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #ask<T extends ArchiveStat | FolderContent | FileContent>(method: string, uri: Uri): Promise<T> {
    const client = await this.#starting;
    const params: ArchiveParams = { uri: client.code2ProtocolConverter.asUri(uri) };
    const result = await client.sendRequest<InArchiveResult<T>>(method, params);
    if (result === null) throw FileSystemError.FileNotFound(uri);
    if ('problem' in result) throw FileSystemError.Unavailable(result.problem);
    return result;
  }

  #tell({ changes }: ArchiveChangedParams): void {
    this.#changed.fire(changes.map(({ uri, type }) => ({ uri: Uri.parse(uri), type: changeTypes[type] })));
  }
}

const changeTypes: Readonly<Record<ArchiveChangedParams['changes'][number]['type'], FileChangeType>> = {
  created: FileChangeType.Created,
  changed: FileChangeType.Changed,
  deleted: FileChangeType.Deleted,
};
