/** The panel of the graph: its page remembers what it shows, and follows the cursor of the editors. */
import { env, l10n, ViewColumn, window, type ExtensionContext, type TextEditor } from 'vscode';
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
import { PagePanel } from '../webview/panel';
import type { FromPanel, ToPanel } from './messages';
import { saveGraph } from './save';

/** Long enough to let a cursor that is moved by a key come to rest. */
const followMilliseconds = 150;

const wholeWorkspace: GraphScope = { kind: 'workspace' };

export class GraphPanel extends PagePanel<FromPanel, ToPanel> {
  #scope = wholeWorkspace;
  #shownNodes = 0;
  #follow: NodeJS.Timeout | undefined;

  constructor(context: ExtensionContext, client: LanguageClient) {
    super(context, client, { viewType: 'connref.graph', page: 'graph', title: l10n.t('Connection Graph') });
    context.subscriptions.push(
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#followCursor(textEditor)),
    );
  }

  /** How many nodes are drawn. */
  get shownNodes(): number {
    return this.#shownNodes;
  }

  async show(scope: GraphScope): Promise<void> {
    this.#scope = scope;
    await this.open(window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active);
  }

  async receive(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        // A page that was hidden, or is from before a reload, knows better; a new one has nothing to tell.
        if (message.scope && !this.isReady && this.#scope.kind === 'workspace') this.#scope = message.scope;
        return this.begin();
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

  protected async load(): Promise<ToPanel> {
    const scope = this.#scope;
    const graph = await this.client.sendRequest<GraphResult>(graphMethod, { scope } satisfies GraphParams);
    return { type: 'graph', scope, graph };
  }

  protected forget(): void {
    clearTimeout(this.#follow);
    this.#shownNodes = 0;
    this.#scope = wholeWorkspace;
  }

  async #open(id: string): Promise<void> {
    const params: GraphLocationParams = { id };
    const found = await this.client.sendRequest<GraphLocationResult>(graphLocationMethod, params);
    if (found) await this.showBeside(found);
  }

  #followCursor(editor: TextEditor): void {
    clearTimeout(this.#follow);
    if (!this.isVisible || !this.isReady) return;
    this.#follow = setTimeout(() => void this.#selectAt(editor), followMilliseconds);
  }

  async #selectAt({ document, selection }: TextEditor): Promise<void> {
    const { node } = await graphAt(this.client, document, selection.active);
    if (node !== undefined) await this.tell({ type: 'select', id: node });
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
