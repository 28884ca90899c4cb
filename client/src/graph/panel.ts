/** The panel of the graph. There is one; it survives a reload of the window, and its page remembers what it shows. */
import {
  env,
  l10n,
  ViewColumn,
  window,
  type Disposable,
  type ExtensionContext,
  type TextEditor,
  type WebviewPanel,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  graphAtMethod,
  graphLocationMethod,
  graphMethod,
  type GraphAtParams,
  type GraphAtResult,
  type GraphLocationParams,
  type GraphLocationResult,
  type GraphParams,
  type GraphResult,
  type GraphScope,
} from '../../../server/src/lsp/protocol';
import { onChanged } from '../changed';
import { renderPage, pageFolder } from '../webview/page';
import type { FromPanel, ToPanel } from './messages';
import { saveGraph } from './save';

export const viewType = 'connref.graph';

/** Long enough to let a cursor that is moved by a key come to rest. */
const followMilliseconds = 150;

export class GraphPanel {
  readonly #context: ExtensionContext;
  readonly #client: LanguageClient;
  readonly #subscriptions: Disposable[] = [];
  #panel: WebviewPanel | undefined;
  #scope: GraphScope = { kind: 'workspace' };
  #isReady = false;
  #shownNodes = 0;
  #lastRequest = 0;
  #follow: NodeJS.Timeout | undefined;

  constructor(context: ExtensionContext, client: LanguageClient) {
    this.#context = context;
    this.#client = client;
    context.subscriptions.push(
      onChanged(client, () => void this.#refresh()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#followCursor(textEditor)),
      { dispose: () => this.#forget() },
    );
  }

  /** How many nodes are drawn. */
  get shownNodes(): number {
    return this.#shownNodes;
  }

  async show(scope: GraphScope): Promise<void> {
    this.#scope = scope;
    if (!this.#panel) {
      const column = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
      this.adopt(window.createWebviewPanel(viewType, l10n.t('Connection Graph'), column));
      return;
    }
    this.#panel.reveal(undefined, false);
    if (this.#isReady) await this.#refresh();
  }

  /** Fills a panel, a new one or one that VS Code kept while the window was reloaded. */
  adopt(panel: WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    const { extensionUri } = this.#context;
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extensionUri)] };
    this.#subscriptions.push(
      panel.webview.onDidReceiveMessage((message: FromPanel) => this.receive(message)),
      panel.onDidDispose(() => {
        if (this.#panel === panel) this.#forget();
      }),
    );
    panel.webview.html = renderPage(panel.webview, extensionUri, 'graph', l10n.t('Connection Graph'));
  }

  /** @param message is what the page says. */
  async receive(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        // A page that was hidden, or is from before a reload, knows better; a new one has nothing to tell.
        if (message.scope && !this.#isReady && this.#scope.kind === 'workspace') this.#scope = message.scope;
        this.#isReady = true;
        return this.#refresh();
      case 'shown':
        this.#shownNodes = message.nodes;
        return;
      case 'scope':
        return this.show(message.scope);
      case 'open':
        return this.#open(message.id);
      case 'save':
        return saveGraph(message.format, message.content);
      case 'copy':
        await env.clipboard.writeText(message.text);
        void window.setStatusBarMessage(l10n.t('The graph is in the clipboard.'), 3000);
    }
  }

  async #refresh(): Promise<void> {
    if (!this.#panel || !this.#isReady) return;
    const request = ++this.#lastRequest;
    const scope = this.#scope;
    const graph = await this.#client.sendRequest<GraphResult>(graphMethod, { scope } satisfies GraphParams);
    if (request === this.#lastRequest) await this.#tell({ type: 'graph', scope, graph });
  }

  async #tell(message: ToPanel): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }

  async #open(id: string): Promise<void> {
    const params: GraphLocationParams = { id };
    const found = await this.#client.sendRequest<GraphLocationResult>(graphLocationMethod, params);
    if (!found) return;
    const { uri, range } = this.#client.protocol2CodeConverter.asLocation(found);
    await window.showTextDocument(uri, { selection: range, viewColumn: this.#columnBeside() });
  }

  /** Where an editor is already, so that the graph stays in sight. */
  #columnBeside(): ViewColumn {
    const own = this.#panel?.viewColumn;
    const other = window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== undefined && viewColumn !== own);
    return other?.viewColumn ?? ViewColumn.Beside;
  }

  #followCursor(editor: TextEditor): void {
    clearTimeout(this.#follow);
    if (!this.#panel?.visible || !this.#isReady) return;
    this.#follow = setTimeout(() => void this.#selectAt(editor), followMilliseconds);
  }

  async #selectAt({ document, selection }: TextEditor): Promise<void> {
    const { node } = await graphAt(this.#client, document, selection.active);
    if (node !== undefined) await this.#tell({ type: 'select', id: node });
  }

  #forget(): void {
    clearTimeout(this.#follow);
    this.#panel = undefined;
    this.#isReady = false;
    this.#shownNodes = 0;
    this.#scope = { kind: 'workspace' };
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
  }
}

/** What the graph has where a cursor is. */
export async function graphAt(
  client: LanguageClient,
  document: TextEditor['document'],
  position: TextEditor['selection']['active'],
): Promise<GraphAtResult> {
  const { code2ProtocolConverter } = client;
  const params: GraphAtParams = code2ProtocolConverter.asTextDocumentPositionParams(document, position);
  return client.sendRequest<GraphAtResult>(graphAtMethod, params);
}
