/** Gives the server the files of folders that are on no disk, which only VS Code can read. */
import { FileType, Uri, workspace, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  archiveScheme,
  lookMethod,
  readMethod,
  type FolderEntry,
  type LookResult,
  type ReadResult,
  type RemoteParams,
  type VirtualScheme,
} from '../../server/src/lsp/protocol';

/** Schemes of the files that Connref knows. */
export function documentSchemes(): string[] {
  return ['file', archiveScheme, ...virtualSchemes().map(({ scheme }) => scheme)];
}

export function virtualSchemes(): VirtualScheme[] {
  const schemes = new Set((workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme));
  return [...schemes]
    .filter((scheme) => scheme !== 'file' && scheme !== archiveScheme)
    .map((scheme) => ({ scheme, isReadOnly: workspace.fs.isWritableFileSystem(scheme) === false }));
}

/** @param restart is called when a folder of a scheme is opened that the client was not made for. */
export function activateVirtualFiles(
  { subscriptions }: ExtensionContext,
  client: LanguageClient,
  restart: () => unknown,
): void {
  let known = documentSchemes();
  subscriptions.push(
    client.onRequest(lookMethod, ({ uri }: RemoteParams) => look(Uri.parse(uri, true))),
    client.onRequest(readMethod, ({ uri }: RemoteParams) => read(Uri.parse(uri, true))),
    workspace.onDidChangeWorkspaceFolders(() => {
      const schemes = documentSchemes();
      if (schemes.some((scheme) => !known.includes(scheme))) restart();
      known = schemes;
    }),
  );
}

async function look(uri: Uri): Promise<LookResult> {
  try {
    const { type } = await workspace.fs.stat(uri);
    if (!(type & FileType.Directory)) return 'file';
    const entries = await workspace.fs.readDirectory(uri);
    return {
      entries: entries.flatMap(([name, kind]): FolderEntry[] => {
        if (kind === FileType.Directory) return [{ name, kind: 'folder' }];
        // A link to a file reads as the file; one to a folder could lead in a circle.
        return kind & FileType.File ? [{ name, kind: 'file' }] : [];
      }),
    };
  } catch {
    return null;
  }
}

async function read(uri: Uri): Promise<ReadResult> {
  try {
    return { base64: Buffer.from(await workspace.fs.readFile(uri)).toString('base64') };
  } catch {
    return null;
  }
}
