/** The status item: how far reading has come, then how much there is. A click offers where to look. */
import {
  commands,
  l10n,
  StatusBarAlignment,
  ThemeColor,
  window,
  type ExtensionContext,
  type QuickPickItem,
  type StatusBarItem,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { indexingMethod, summaryMethod, type IndexingParams, type Summary } from '../../server/src/lsp/protocol';
import type { StatusApi } from './api';
import { onChanged } from './changed';

const menuCommand = 'connref.showMenu';

/** Called before the server starts, so that nothing is missed that it tells. */
export function activateStatus({ subscriptions }: ExtensionContext, client: LanguageClient): StatusApi {
  const status = new Status();
  void setIndexing(true);
  subscriptions.push(
    status,
    client.onNotification(indexingMethod, (progress: IndexingParams) => status.showProgress(progress)),
    onChanged(client, (summary) => status.showSummary(summary)),
    commands.registerCommand(menuCommand, showMenu),
  );
  return {
    shown: () => status.shown,
    start: async () => status.showSummary(await client.sendRequest<Summary>(summaryMethod)),
    told: (progress) => status.showProgress(progress),
  };
}

class Status {
  readonly #item: StatusBarItem;
  #summary: Summary | undefined;
  #isShown = false;

  constructor() {
    this.#item = window.createStatusBarItem('connref.status', StatusBarAlignment.Left);
    this.#item.name = 'Connref';
    this.#item.command = menuCommand;
  }

  get shown(): ReturnType<StatusApi['shown']> {
    if (!this.#isShown) return undefined;
    const { text, tooltip, backgroundColor } = this.#item;
    return { text, tooltip: typeof tooltip === 'string' ? tooltip : '', isWarning: backgroundColor !== undefined };
  }

  showProgress({ isIndexing, filesRead }: IndexingParams): void {
    void setIndexing(isIndexing);
    if (isIndexing) {
      const files = filesRead === 1 ? l10n.t('1 file') : l10n.t('{0} files', filesRead);
      this.#show(`$(sync~spin) ${files}`, l10n.t('Connref reads the solutions of this workspace.'), false);
    } else if (this.#summary) {
      this.showSummary(this.#summary);
    }
  }

  /** A workspace without solutions and flows has nothing to tell. */
  showSummary(summary: Summary): void {
    this.#summary = summary;
    void setIndexing(false);
    const { solutions, flows, errors } = summary;
    if (solutions + flows > 0) {
      // VS Code keeps its colours for what must not be overlooked: what fails an import or a flow, and not a warning. The
      // colour of errors would say that Connref itself is out of order.
      this.#show(`$(link) ${inShort(summary)}`, inFull(summary), errors > 0);
      return;
    }
    this.#isShown = false;
    this.#item.hide();
  }

  #show(text: string, tooltip: string, isWarning: boolean): void {
    // Without the icon, which nobody hears.
    const spoken = text.replace(/^\$\(.*?\) /, '');
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: l10n.t('Connref: {0}', spoken), role: 'button' };
    this.#item.backgroundColor = isWarning ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#isShown = true;
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

/** For the view, which says why it is still empty. */
function setIndexing(isIndexing: boolean): Thenable<unknown> {
  return commands.executeCommand('setContext', 'connref.isIndexing', isIndexing);
}

function inShort({ solutions, flows, errors, warnings }: Summary): string {
  const problems = errors + warnings;
  const parts = [
    solutions === 1 ? l10n.t('1 solution') : l10n.t('{0} solutions', solutions),
    flows === 1 ? l10n.t('1 flow') : l10n.t('{0} flows', flows),
    ...(problems === 0 ? [] : [problems === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', problems)]),
  ];
  return parts.join(', ');
}

/** Plain text, a line for each number. */
function inFull({ solutions, flows, connectionReferences, settingsFiles, errors, warnings, infos }: Summary): string {
  return [
    l10n.t('Solutions: {0}', solutions),
    l10n.t('Flows: {0}', flows),
    l10n.t('Connection references: {0}', connectionReferences),
    l10n.t('Deployment settings files: {0}', settingsFiles),
    l10n.t('Errors: {0}, warnings: {1}, notes: {2}', errors, warnings, infos),
  ].join('\n');
}

interface MenuItem extends QuickPickItem {
  readonly command: string;
}

async function showMenu(): Promise<void> {
  const items: readonly MenuItem[] = [
    { label: `$(warning) ${l10n.t('Show Problems')}`, command: 'workbench.actions.view.problems' },
    { label: `$(list-tree) ${l10n.t('Show Tree of Connections')}`, command: 'connref.connections.focus' },
    { label: `$(type-hierarchy) ${l10n.t('Show Graph of the Workspace')}`, command: 'connref.showGraph' },
    { label: `$(output) ${l10n.t('Show Output')}`, command: 'connref.showOutput' },
  ];
  const chosen = await window.showQuickPick(items, { title: 'Connref' });
  if (chosen) await commands.executeCommand(chosen.command);
}
