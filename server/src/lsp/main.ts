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
import { l10nFrom } from '../base/l10n';
import { Workspace } from '../host/workspace';
import { registerArchives } from './archives';
import { registerCallHierarchy } from './callHierarchy';
import { Changes } from './changes';
import { readClientFeatures } from './clientFeatures';
import { actionKinds, registerCodeActions } from './codeActions';
import { registerCodeLens } from './codeLens';
import { completionOptions, registerCompletion } from './completion';
import { Converter } from './convert';
import { registerCreateConfiguration } from './createConfiguration';
import { registerDefinition } from './definition';
import { registerDiagnostics } from './diagnostics';
import { registerDocumentLinks } from './documentLinks';
import { registerDocumentSymbols } from './documentSymbols';
import { registerDocuments } from './documents';
import { registerEditorSettings } from './editorSettings';
import { createFiles } from './files';
import { registerFixAll } from './fixAll';
import { registerGraph } from './graph';
import { registerHighlights } from './highlights';
import { registerHover } from './hover';
import { Indexing } from './indexing';
import { registerInventory } from './inventory';
import { registerInlayHints } from './inlayHints';
import { Log } from './log';
import { registerMatrix } from './matrix';
import { registerNeeds } from './needs';
import { ClientSettings } from './preferences';
import { registerProgress } from './progress';
import type { InitializationOptions } from './protocol';
import { registerReferences } from './references';
import { registerRefactor } from './refactor';
import { registerRename } from './rename';
import { registerRefresh } from './refresh';
import { Reports } from './reports';
import { registerSelection } from './selection';
import { registerSemanticTokens, semanticTokensLegend } from './semanticTokens';
import type { Session } from './session';
import { registerStatistics } from './statistics';
import { registerSummary } from './summary';
import { registerSuppress } from './suppress';
import { Timings } from './timings';
import { registerTree } from './tree';
import { registerWatching } from './watching';
import { registerWatchingOutside } from './watchingOutside';
import { registerWorkspaceSymbols } from './workspaceSymbols';

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
  registerDefinition(session);
  registerReferences(session);
  registerRename(session);
  registerHighlights(session);
  registerDocumentLinks(session);
  registerDocumentSymbols(session);
  registerWorkspaceSymbols(session);
  registerCallHierarchy(session);
  registerCompletion(session);
  registerCodeLens(session);
  registerInlayHints(session);
  registerRefresh(session);
  registerSemanticTokens(session);
  registerSelection(session);
  registerCodeActions(session);
  registerFixAll(session);
  registerSuppress(session);
  registerCreateConfiguration(session);
  registerRefactor(session);
  registerInventory(session);
  registerTree(session);
  registerGraph(session);
  registerMatrix(session);
  registerNeeds(session);
  registerSummary(session);
  registerStatistics(session);
  connection.onShutdown(() => session.changes.dispose());
  return describeServer(session);
});

connection.listen();

function createSession(params: InitializeParams): Session {
  const options = params.initializationOptions as InitializationOptions | undefined;
  const whenInitialized: (() => void)[] = [];
  connection.onInitialized(() => whenInitialized.forEach((listener) => listener()));
  const onInitialized = (listener: () => void): void => void whenInitialized.push(listener);
  const { uris, isReadOnly, ...files } = createFiles({
    connection,
    log,
    initialized: new Promise<void>(onInitialized),
    virtualSchemes: options?.virtualSchemes ?? [],
  });
  const l10n = l10nFrom(options?.texts ?? {});
  const workspace = new Workspace({
    fileSystem: files.fileSystem,
    l10n,
    isReadOnly,
    today: new Date().toISOString().slice(0, 10),
    onCrash: (what, file, error) => log.crash(what, file, error),
  });
  const client = readClientFeatures(params.capabilities);
  const convert = new Converter(workspace, uris, l10n, options?.documentationUri);
  const changes = new Changes((error) => log.crash('follow changes', undefined, error));
  const indexing = new Indexing(workspace, (error) => log.crash('read the workspace', undefined, error));
  indexing.onOpening((folders) => files.mirror.open(folders));
  return {
    connection,
    log,
    onInitialized,
    ...files,
    workspace,
    documents: new TextDocuments(TextDocument),
    convert,
    changes,
    client,
    settings: new ClientSettings(connection, client, log),
    l10n,
    hasCommands: options?.hasCommands === true,
    showsIndexing: options?.showsIndexing === true,
    reports: new Reports(workspace, convert, changes),
    indexing,
    timings: new Timings(log),
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
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      documentHighlightProvider: true,
      documentLinkProvider: {},
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      callHierarchyProvider: true,
      completionProvider: completionOptions,
      codeLensProvider: {},
      inlayHintProvider: { resolveProvider: true },
      semanticTokensProvider: { legend: semanticTokensLegend, full: true },
      ...(!client.registersSelection && { selectionRangeProvider: true }),
      codeActionProvider: { codeActionKinds: [...actionKinds], resolveProvider: client.resolvesActionEdits },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
