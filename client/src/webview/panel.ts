/** A panel with a page of ours. There is one of each kind; it survives a reload of the window, and follows all changes. */
import {
  ViewColumn,
  window,
  type Disposable,
  type ExtensionContext,
  type TextDocumentShowOptions,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Location } from 'vscode-languageserver-types';
import { onChanged } from '../changed';
import { pageFolder, renderPage, type PageName } from './page';

export interface PanelKind {
  readonly viewType: string;
  readonly page: PageName;
  readonly title: string;
}

/** @template From what the page says; `To` is what it is told. */
export abstract class PagePanel<From, To> {
  protected readonly client: LanguageClient;
  readonly #extensionUri: Uri;
  readonly #kind: PanelKind;
  readonly #subscriptions: Disposable[] = [];
  #panel: WebviewPanel | undefined;
  #isReady = false;
  #lastRequest = 0;

  constructor({ extensionUri, subscriptions }: ExtensionContext, client: LanguageClient, kind: PanelKind) {
    this.client = client;
    this.#extensionUri = extensionUri;
    this.#kind = kind;
    subscriptions.push(
      onChanged(client, () => void this.#refresh()),
      window.registerWebviewPanelSerializer(kind.viewType, {
        deserializeWebviewPanel: (kept) => {
          this.#adopt(kept);
          return Promise.resolve();
        },
      }),
      { dispose: () => this.#close() },
    );
  }

  /** @param message is what the page says. */
  abstract receive(message: From): Promise<void>;

  /** What the page is to show now. */
  protected abstract load(): Promise<To>;

  /** The panel is closed: the next one begins anew. */
  protected abstract forget(): void;

  /** Whether the page can be told things. */
  protected get isReady(): boolean {
    return this.#isReady;
  }

  protected get isVisible(): boolean {
    return this.#panel?.visible === true;
  }

  /** @param column for a new panel; one that is open stays where it is. */
  protected async open(column: ViewColumn): Promise<void> {
    if (!this.#panel) {
      this.#adopt(window.createWebviewPanel(this.#kind.viewType, this.#kind.title, column));
      return;
    }
    this.#panel.reveal(undefined, false);
    await this.#refresh();
  }

  /** The page has said that it can be told things. */
  protected async begin(): Promise<void> {
    this.#isReady = true;
    await this.#refresh();
  }

  protected async tell(message: To): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }

  /** Shows a place in an editor beside, so that the panel stays in sight. */
  protected async showBeside(location: Location, options: TextDocumentShowOptions = {}): Promise<void> {
    const { uri, range } = this.client.protocol2CodeConverter.asLocation(location);
    const own = this.#panel?.viewColumn;
    const other = window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== undefined && viewColumn !== own);
    const viewColumn = other?.viewColumn ?? ViewColumn.Beside;
    await window.showTextDocument(uri, { selection: range, viewColumn, ...options });
  }

  /** Fills a panel, a new one or one that VS Code kept while the window was reloaded. */
  #adopt(panel: WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(this.#extensionUri)] };
    this.#subscriptions.push(
      panel.webview.onDidReceiveMessage((message: From) => this.receive(message)),
      panel.onDidDispose(() => {
        if (this.#panel === panel) this.#close();
      }),
    );
    panel.webview.html = renderPage(panel.webview, this.#extensionUri, this.#kind.page, this.#kind.title);
  }

  async #refresh(): Promise<void> {
    if (!this.#panel || !this.#isReady) return;
    const request = ++this.#lastRequest;
    const message = await this.load();
    if (request === this.#lastRequest) await this.tell(message);
  }

  #close(): void {
    this.#panel = undefined;
    this.#isReady = false;
    this.forget();
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
  }
}
