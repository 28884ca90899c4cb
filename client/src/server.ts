import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind, type DocumentFilter } from 'vscode-languageclient/node';

/** Starts the language server in a process of its own. It ends with the extension. */
export async function startServer(context: ExtensionContext): Promise<LanguageClient> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const client = new LanguageClient(
    'connref',
    'Connref',
    { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } } },
    { documentSelector: [...documents], diagnosticPullOptions: { onChange: true, onSave: false } },
  );
  context.subscriptions.push(client);
  await client.start();
  return client;
}

/**
 * Told by their names, whatever language they are shown in. Other schemes are left out: the two sides of a comparison
 * with an older version look like files of the workspace too.
 */
const documents: readonly DocumentFilter[] = [
  { scheme: 'file', pattern: '**/*.json' },
  { scheme: 'file', pattern: '**/*.xml' },
];
