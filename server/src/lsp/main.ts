/** The language server: puts its parts together. Each part registers one thing and knows no other part. */
import {
  createConnection,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Archives } from '../host/archives';
import { diskFileSystem } from '../host/fileSystem';
import { Workspace } from '../host/workspace';
import { registerArchives } from './archives';
import { Changes } from './changes';
import { readClientFeatures } from './clientFeatures';
import { actionKinds, registerCodeActions } from './codeActions';
import { Converter } from './convert';
import { registerCreateConfiguration } from './createConfiguration';
import { registerDiagnostics } from './diagnostics';
import { registerDocuments } from './documents';
import { registerEditorSettings } from './editorSettings';
import { registerFixAll } from './fixAll';
import { registerHover } from './hover';
import { Indexing } from './indexing';
import { Log } from './log';
import { registerProgress } from './progress';
import type { InitializationOptions } from './protocol';
import { Reports } from './reports';
import type { Session } from './session';
import { registerSummary } from './summary';
import { registerSuppress } from './suppress';
import { registerTree } from './tree';
import { FileUris } from './uris';
import { registerWatching } from './watching';
import { registerWatchingOutside } from './watchingOutside';

const connection = createConnection(ProposedFeatures.all);
const log = new Log(connection);

connection.onInitialize((params): InitializeResult => {
  const session = createSession(params);
  registerProgress(session);
  registerDocuments(session);
  registerArchives(session);
  registerWatching(session, foldersOf(params));
  registerWatchingOutside(session);
  registerEditorSettings(session);
  registerDiagnostics(session);
  registerHover(session);
  registerCodeActions(session);
  registerFixAll(session);
  registerSuppress(session);
  registerCreateConfiguration(session);
  registerTree(session);
  registerSummary(session);
  connection.onShutdown(() => session.changes.dispose());
  return describeServer(session);
});

connection.listen();

function createSession(params: InitializeParams): Session {
  const archives = new Archives(diskFileSystem);
  const isInArchive = (file: string): boolean => archives.holds(file);
  const workspace = new Workspace({
    fileSystem: archives.fileSystem,
    isReadOnly: isInArchive,
    today: new Date().toISOString().slice(0, 10),
    onCrash: (what, file, error) => log.crash(what, file, error),
  });
  const options = params.initializationOptions as InitializationOptions | undefined;
  const convert = new Converter(workspace, new FileUris(isInArchive), options?.documentationUri);
  const changes = new Changes((error) => log.crash('follow changes', undefined, error));
  const whenInitialized: (() => void)[] = [];
  connection.onInitialized(() => whenInitialized.forEach((listener) => listener()));
  return {
    connection,
    log,
    onInitialized: (listener) => whenInitialized.push(listener),
    archives,
    workspace,
    documents: new TextDocuments(TextDocument),
    convert,
    changes,
    client: readClientFeatures(params.capabilities),
    hasCommands: options?.hasCommands === true,
    reports: new Reports(workspace, convert, changes),
    indexing: new Indexing(workspace, (error) => log.crash('read the workspace', undefined, error)),
  };
}

/** Older clients know one folder only, or none. */
function foldersOf(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- It is all that such a client sends.
  return params.rootUri ? [params.rootUri] : [];
}

function describeServer({ client }: Session): InitializeResult {
  return {
    serverInfo: { name: 'connref' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { identifier: 'connref', interFileDependencies: true, workspaceDiagnostics: true },
      }),
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: [...actionKinds], resolveProvider: client.resolvesActionEdits },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
