/** What the client can do, as far as an answer depends on it. */
import type { ClientCapabilities, ResourceOperationKind } from 'vscode-languageserver/node';

export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsProgress: boolean;
  readonly watchesFiles: boolean;
  /** Also files that lie in no opened folder. */
  readonly watchesOutside: boolean;
  readonly tellsFolderChanges: boolean;
  /** Whether it asks for the edit of the one action that was chosen. */
  readonly resolvesActionEdits: boolean;
  readonly showsMarkdown: boolean;
  /** Whether a definition can say which name leads to it, and how much of it to show. */
  readonly linksDefinitions: boolean;
  /** Whether symbols of a file can lie in others. */
  readonly nestsSymbols: boolean;
  /** Whether edits can name the version that they are for. */
  readonly takesDocumentChanges: boolean;
  /** Whether edits can ask to be looked at before they are made. */
  readonly confirmsEdits: boolean;
  /** Whether it can be asked for its settings, and tells when they change. */
  readonly hasConfiguration: boolean;
  readonly tellsConfiguration: boolean;
  readonly refreshesCodeLens: boolean;
  readonly refreshesInlayHints: boolean;
  readonly takesSnippets: boolean;
  readonly showsLabelDetails: boolean;
  /** Whether a completion may either replace what stands behind the cursor or leave it. */
  readonly insertsOrReplaces: boolean;
  readonly showsMarkdownInCompletion: boolean;
  /** Whether it can be told later for which files selections can be asked. */
  readonly registersSelection: boolean;
  /** Whether edits can make and delete files. */
  readonly changesFiles: boolean;
  /** Whether edits can give files other names. */
  readonly renamesFiles: boolean;
}

export function readClientFeatures({ workspace, textDocument, window }: ClientCapabilities): ClientFeatures {
  const codeAction = textDocument?.codeAction;
  const item = textDocument?.completion?.completionItem;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsProgress: window?.workDoneProgress === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesOutside: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    tellsFolderChanges: workspace?.workspaceFolders === true,
    resolvesActionEdits:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    showsMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    takesDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    confirmsEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined && canDo(workspace, 'create'),
    hasConfiguration: workspace?.configuration === true,
    tellsConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    refreshesCodeLens: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    takesSnippets: item?.snippetSupport === true,
    showsLabelDetails: item?.labelDetailsSupport === true,
    insertsOrReplaces: item?.insertReplaceSupport === true,
    showsMarkdownInCompletion: item?.documentationFormat?.includes('markdown') === true,
    registersSelection: textDocument?.selectionRange?.dynamicRegistration === true,
    changesFiles: canDo(workspace, 'create') && canDo(workspace, 'delete'),
    renamesFiles: canDo(workspace, 'rename'),
  };
}

function canDo(workspace: ClientCapabilities['workspace'], operation: ResourceOperationKind): boolean {
  return workspace?.workspaceEdit?.resourceOperations?.includes(operation) === true;
}
