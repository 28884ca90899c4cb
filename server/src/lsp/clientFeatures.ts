/** What the client can do, as far as an answer depends on it. */
import type { ClientCapabilities } from 'vscode-languageserver/node';

export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsProgress: boolean;
  readonly watchesFiles: boolean;
  /** Also files that lie in no opened folder. */
  readonly watchesOutside: boolean;
  /** Whether it has settings to ask for. */
  readonly givesSettings: boolean;
  readonly tellsFolderChanges: boolean;
  /** Whether it asks for the edit of the one action that was chosen. */
  readonly resolvesActionEdits: boolean;
  readonly showsMarkdown: boolean;
  /** Whether edits can name the version that they are for. */
  readonly takesDocumentChanges: boolean;
  /** Whether edits can ask to be looked at before they are made. */
  readonly confirmsEdits: boolean;
  /** Whether edits can make files. */
  readonly createsFiles: boolean;
}

export function readClientFeatures({ workspace, textDocument, window }: ClientCapabilities): ClientFeatures {
  const codeAction = textDocument?.codeAction;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsProgress: window?.workDoneProgress === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesOutside: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    givesSettings: workspace?.configuration === true,
    tellsFolderChanges: workspace?.workspaceFolders === true,
    resolvesActionEdits:
      codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    showsMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    takesDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    confirmsEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
  };
}
