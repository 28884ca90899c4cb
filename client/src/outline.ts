/**
 * VS Code has an outline of JSON by itself. Where two extensions give one, it shows both as groups, and lists everything
 * twice in "Go to Symbol" and the breadcrumbs. So Connref's outline of JSON files is there for those who want it.
 */
import {
  languages,
  workspace,
  type CancellationToken,
  type Disposable,
  type DocumentFilter,
  type ExtensionContext,
  type DocumentSymbol as Shown,
  type TextDocument,
} from 'vscode';
import { DocumentSymbolRequest, type DocumentSymbol, type LanguageClient } from 'vscode-languageclient/node';
import { documentSchemes } from './virtualFiles';

/** Whether the outline of a document is always wanted. */
export function isOnlyOutline({ languageId }: TextDocument): boolean {
  return !languageId.startsWith('json');
}

/** Gives a provider of its own to JSON files while the setting is on: VS Code asks again when providers come and go. */
export function activateOutline(context: ExtensionContext, client: LanguageClient): void {
  let registered: Disposable | undefined;
  const follow = (): void => {
    registered?.dispose();
    const isWanted = workspace.getConfiguration('connref').get<boolean>('outline.json', false);
    const provideDocumentSymbols = (document: TextDocument, token: CancellationToken): Promise<Symbols> =>
      askServer(client, document, token);
    registered = isWanted
      ? languages.registerDocumentSymbolProvider(json(), { provideDocumentSymbols }, { label: 'Connref' })
      : undefined;
  };
  follow();
  context.subscriptions.push(
    { dispose: () => void registered?.dispose() },
    workspace.onDidChangeWorkspaceFolders(follow),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('connref.outline.json')) follow();
    }),
  );
}

function json(): DocumentFilter[] {
  return documentSchemes().flatMap((scheme) => [
    { scheme, language: 'json' },
    { scheme, language: 'jsonc' },
  ]);
}

type Symbols = Shown[] | undefined;

async function askServer(client: LanguageClient, document: TextDocument, token: CancellationToken): Promise<Symbols> {
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const symbols = await client.sendRequest(DocumentSymbolRequest.type, { textDocument }, token);
  // VS Code takes nested symbols, and so the server gives them.
  const nested = symbols?.filter((symbol): symbol is DocumentSymbol => 'range' in symbol);
  return client.protocol2CodeConverter.asDocumentSymbols(nested, token);
}
