import { SymbolKind, type SymbolInformation, type WorkspaceSymbolParams } from 'vscode-languageserver/node';
import { workspaceSymbols, type WorkspaceSymbol } from '../features/workspaceSymbols';
import { answer } from './answer';
import type { Session } from './session';

export function registerWorkspaceSymbols(session: Session): void {
  session.connection.onWorkspaceSymbol(
    answer<WorkspaceSymbolParams, SymbolInformation[] | null>(session, 'workspace/symbol', null, ({ query }) =>
      workspaceSymbols(session.workspace.snapshot, query, session.l10n).map(({ kind, name, container, at }) => ({
        name,
        kind: symbolKinds[kind],
        location: session.convert.location(at),
        ...(container !== undefined && { containerName: container }),
      })),
    ),
  );
}

const symbolKinds: Readonly<Record<WorkspaceSymbol['kind'], SymbolKind>> = {
  reference: SymbolKind.Interface,
  flow: SymbolKind.Function,
  connector: SymbolKind.Module,
  environment: SymbolKind.Namespace,
  variable: SymbolKind.Constant,
  solution: SymbolKind.Package,
};
