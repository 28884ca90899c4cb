import {
  SymbolKind,
  type DocumentSymbol as Symbol,
  type DocumentSymbolParams,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import type { L10n } from '../base/l10n';
import { documentSymbols, type DocumentSymbol } from '../features/documentSymbols';
import type { FileId } from '../model/place';
import { answer } from './answer';
import type { Session } from './session';

export function registerDocumentSymbols(session: Session): void {
  session.connection.onDocumentSymbol(
    answer<DocumentSymbolParams, Symbol[] | SymbolInformation[] | null>(
      session,
      'textDocument/documentSymbol',
      null,
      ({ textDocument }) => listSymbols(session, session.convert.file(textDocument.uri)),
    ),
  );
}

function listSymbols(session: Session, file: FileId): Symbol[] | SymbolInformation[] {
  const { workspace, client, l10n } = session;
  const symbols = documentSymbols(workspace.snapshot, workspace.documents, file, l10n);
  return client.nestsSymbols
    ? symbols.map((symbol) => toSymbol(session, file, symbol))
    : symbols.flatMap((symbol) => flatten(session, file, symbol));
}

function toSymbol(session: Session, file: FileId, symbol: DocumentSymbol): Symbol {
  const { name, kind, detail, span, nameSpan, children } = symbol;
  return {
    name: nameOrBlank(session.l10n, name),
    kind: symbolKinds[kind],
    ...(detail !== undefined && { detail }),
    range: session.convert.range(file, span),
    selectionRange: session.convert.range(file, nameSpan),
    children: children.map((child) => toSymbol(session, file, child)),
  };
}

/** For clients that know no nesting. */
function flatten(session: Session, file: FileId, symbol: DocumentSymbol, container?: string): SymbolInformation[] {
  const { name, kind, span, children } = symbol;
  const location = { uri: session.convert.uri(file), range: session.convert.range(file, span) };
  const own = {
    name: nameOrBlank(session.l10n, name),
    kind: symbolKinds[kind],
    location,
    ...(container !== undefined && { containerName: container }),
  };
  return [own, ...children.flatMap((child) => flatten(session, file, child, name))];
}

/** The protocol wants names that are not empty, and VS Code throws away all symbols because of one. */
function nameOrBlank(l10n: L10n, name: string): string {
  return name.trim() === '' ? l10n.t('(no name)') : name;
}

const symbolKinds: Readonly<Record<DocumentSymbol['kind'], SymbolKind>> = {
  group: SymbolKind.Namespace,
  reference: SymbolKind.Interface,
  trigger: SymbolKind.Event,
  action: SymbolKind.Method,
  scope: SymbolKind.Object,
  flow: SymbolKind.Function,
  connector: SymbolKind.Module,
  variable: SymbolKind.Constant,
  solution: SymbolKind.Package,
};
