/** The panel of the environment matrix. There is one; it survives a reload of the window. */
import { env, l10n, ViewColumn, window, type Disposable, type ExtensionContext, type WebviewPanel } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  matrixLocationMethod,
  matrixMethod,
  type MatrixLocationParams,
  type MatrixLocationResult,
  type MatrixResult,
  type RefactorRequest,
} from '../../../server/src/lsp/protocol';
import { onChanged } from '../changed';
import { makeEdit, planChange } from '../refactor/apply';
import { pageFolder, renderPage } from '../webview/page';
import { saveFile } from '../webview/saveFile';
import type { EnteredConnection, FromPanel, MatrixFileFormat, ToPanel } from './messages';

export const viewType = 'connref.matrix';

export class MatrixPanel {
  readonly #context: ExtensionContext;
  readonly #client: LanguageClient;
  readonly #subscriptions: Disposable[] = [];
  #panel: WebviewPanel | undefined;
  #isReady = false;
  #shownRows = 0;
  #lastRequest = 0;

  constructor(context: ExtensionContext, client: LanguageClient) {
    this.#context = context;
    this.#client = client;
    context.subscriptions.push(
      onChanged(client, () => void this.#refresh()),
      { dispose: () => this.#forget() },
    );
  }

  /** How many references are shown. */
  get shownRows(): number {
    return this.#shownRows;
  }

  show(): void {
    if (this.#panel) this.#panel.reveal(undefined, false);
    else this.adopt(window.createWebviewPanel(viewType, title(), ViewColumn.Active));
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
    panel.webview.html = renderPage(panel.webview, extensionUri, 'matrix', title());
  }

  /** @param message is what the page says. */
  async receive(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        return this.#refresh();
      case 'shown':
        this.#shownRows = message.rows;
        return;
      case 'open':
        return this.#open(message);
      case 'bind':
        return this.#bind(message);
      case 'save':
        return saveMatrix(message.format, message.content);
      case 'copy':
        await env.clipboard.writeText(message.text);
        return this.#tell({ type: 'said', text: l10n.t('The matrix is in the clipboard.') });
    }
  }

  async #refresh(): Promise<void> {
    if (!this.#panel || !this.#isReady) return;
    const request = ++this.#lastRequest;
    const matrix = await this.#client.sendRequest<MatrixResult>(matrixMethod);
    if (request === this.#lastRequest) await this.#tell({ type: 'matrix', matrix });
  }

  async #tell(message: ToPanel): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }

  async #open({ reference, environment }: MatrixLocationParams): Promise<void> {
    const params: MatrixLocationParams = { reference, ...(environment !== undefined && { environment }) };
    const found = await this.#client.sendRequest<MatrixLocationResult>(matrixLocationMethod, params);
    if (!found) return this.#tell({ type: 'said', text: l10n.t('No settings of this environment name it.') });
    const { uri, range } = this.#client.protocol2CodeConverter.asLocation(found);
    const own = this.#panel?.viewColumn;
    const other = window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== undefined && viewColumn !== own);
    // The focus stays, so that one can go on through the table.
    await window.showTextDocument(uri, {
      selection: range,
      viewColumn: other?.viewColumn ?? ViewColumn.Beside,
      preserveFocus: true,
    });
  }

  async #bind({ reference, environment, connectionId }: EnteredConnection): Promise<void> {
    const request: RefactorRequest = { kind: 'bind', reference, environment, connectionId };
    const { edit, notes, left, refused } = await planChange(this.#client, request, { withPreview: false });
    if (edit) {
      const { isMade, problem = l10n.t('The settings could not be written.') } = await makeEdit(this.#client, edit);
      if (!isMade) return this.#tell({ type: 'said', text: problem });
    }
    const reason = refused ?? left[0]?.reason;
    const said = [...(reason === undefined ? [] : [reason]), ...notes];
    if (said.length > 0) await this.#tell({ type: 'said', text: said.join(' ') });
  }

  #forget(): void {
    this.#panel = undefined;
    this.#isReady = false;
    this.#shownRows = 0;
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
  }
}

function title(): string {
  return l10n.t('Environment Matrix');
}

async function saveMatrix(format: MatrixFileFormat, content: string): Promise<void> {
  const type = format === 'csv' ? 'CSV' : 'Markdown';
  const name = `connections.${format === 'csv' ? 'csv' : 'md'}`;
  // Spreadsheets take a file without this mark for one of an old code page.
  const text = format === 'csv' ? `\uFEFF${content}` : content;
  await saveFile({ title: l10n.t('Save the matrix'), type, name }, Buffer.from(text, 'utf8'));
}
