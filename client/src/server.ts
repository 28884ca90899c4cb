import { CodeAction, type Command, type ExtensionContext, l10n, Uri, workspace } from 'vscode';
import { LanguageClient, TransportKind, type DocumentFilter } from 'vscode-languageclient/node';
import type { InitializationOptions } from '../../server/src/lsp/protocol';
import { isOnlyOutline } from './outline';
import { suppressCommand } from './suppress';
import { activateVirtualFiles, documentSchemes, virtualSchemes } from './virtualFiles';

/** The language server, not yet started, in a process of its own. It ends with the extension. */
export function createClient(context: ExtensionContext): LanguageClient {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const documentSelector = selectDocuments();
  const client = new LanguageClient(
    'connref',
    'Connref',
    { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
    {
      documentSelector,
      diagnosticPullOptions: { onChange: true, onSave: false },
      initializationOptions: (): InitializationOptions => ({
        hasCommands: true,
        showsIndexing: true,
        virtualSchemes: virtualSchemes(),
        ...(l10n.bundle && { texts: l10n.bundle }),
      }),
      middleware: {
        provideCodeActions: async (document, range, context, token, next) =>
          (await next(document, range, context, token))?.filter(isWanted),
        provideDocumentSymbols: (document, token, next) =>
          isOnlyOutline(document) ? next(document, token) : undefined,
      },
    },
  );
  context.subscriptions.push(client);
  activateVirtualFiles(context, client, () => {
    documentSelector.splice(0, documentSelector.length, ...selectDocuments());
    // It can't end while it starts.
    void client.start().then(() => client.restart());
  });
  return client;
}

/** Who has decided against suppressions does not want them in each light bulb. */
function isWanted(action: Command | CodeAction): boolean {
  const isSuppression = action instanceof CodeAction && action.command?.command === suppressCommand;
  return !isSuppression || workspace.getConfiguration('connref').get('codeActions.suppress', true);
}

/**
 * Told by their names, whatever language they are shown in. Other schemes are left out: the two sides of a comparison
 * with an older version look like files of the workspace too.
 */
function selectDocuments(): DocumentFilter[] {
  return documentSchemes().flatMap((scheme) => [
    { scheme, pattern: '**/*.json' },
    { scheme, pattern: '**/*.xml' },
    { scheme, pattern: '**/*.{yml,yaml}' },
  ]);
}
