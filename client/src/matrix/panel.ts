/** The panel of the environment matrix, in which connections are entered. */
import { env, l10n, ViewColumn, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  matrixLocationMethod,
  matrixMethod,
  type MatrixLocationParams,
  type MatrixLocationResult,
  type MatrixResult,
  type RefactorRequest,
} from '../../../server/src/lsp/protocol';
import { makeEdit, planChange } from '../refactor/apply';
import { PagePanel } from '../webview/panel';
import type { EnteredConnection, FromPanel, ToPanel } from './messages';
import { saveMatrix } from './save';

export class MatrixPanel extends PagePanel<FromPanel, ToPanel> {
  #shownRows = 0;

  constructor(context: ExtensionContext, client: LanguageClient) {
    super(context, client, { viewType: 'connref.matrix', page: 'matrix', title: l10n.t('Environment Matrix') });
  }

  /** How many references are shown. */
  get shownRows(): number {
    return this.#shownRows;
  }

  async show(): Promise<void> {
    await this.open(ViewColumn.Active);
  }

  async receive(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.begin();
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
        return this.#say(l10n.t('The matrix is in the clipboard.'));
    }
  }

  protected async load(): Promise<ToPanel> {
    return { type: 'matrix', matrix: await this.client.sendRequest<MatrixResult>(matrixMethod) };
  }

  protected forget(): void {
    this.#shownRows = 0;
  }

  async #say(text: string): Promise<void> {
    await this.tell({ type: 'said', text });
  }

  async #open({ reference, environment }: MatrixLocationParams): Promise<void> {
    const params: MatrixLocationParams = { reference, ...(environment !== undefined && { environment }) };
    const found = await this.client.sendRequest<MatrixLocationResult>(matrixLocationMethod, params);
    // The focus stays, so that one can go on through the table.
    if (found) await this.showBeside(found, { preserveFocus: true });
    else await this.#say(l10n.t('No settings of this environment name it.'));
  }

  async #bind({ reference, environment, connectionId }: EnteredConnection): Promise<void> {
    const request: RefactorRequest = { kind: 'bind', reference, environment, connectionId };
    const { edit, notes, left, refused } = await planChange(this.client, request, { withPreview: false });
    if (edit) {
      const { isMade, problem = l10n.t('The settings could not be written.') } = await makeEdit(this.client, edit);
      if (!isMade) return this.#say(problem);
    }
    const reason = refused ?? left[0]?.reason;
    const said = [...(reason === undefined ? [] : [reason]), ...notes];
    if (said.length > 0) await this.#say(said.join(' '));
  }
}
