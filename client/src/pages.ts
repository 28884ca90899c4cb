/**
 * Pages that the server writes as Markdown: shown as VS Code's preview of them, from which their source is a click away,
 * and written anew whenever the workspace changes. A page is a document without a file, whose address tells what it is
 * about, so that it is found again when its window is loaded again.
 */
import { EventEmitter, l10n, Uri, workspace, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  importOrderMethod,
  needsMethod,
  type ImportOrderResult,
  type NeedsParams,
  type NeedsResult,
} from '../../server/src/lsp/protocol';
import { onChanged } from './changed';
import { showMarkdown } from './showMarkdown';

const pageScheme = 'connref-page';

export type Page = ({ readonly kind: 'needs' } & NeedsParams) | { readonly kind: 'importOrder' };

export function activatePages({ subscriptions }: ExtensionContext, client: LanguageClient): void {
  const changed = new EventEmitter<Uri>();
  subscriptions.push(
    changed,
    workspace.registerTextDocumentContentProvider(pageScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: ({ query }) => write(client, JSON.parse(query) as Page),
    }),
    onChanged(client, () => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === pageScheme) changed.fire(uri);
    }),
  );
}

/** @param title is text. */
export async function showPage(page: Page, title: string): Promise<void> {
  const path = `/${title.replaceAll('/', '∕')}.md`;
  await showMarkdown(Uri.from({ scheme: pageScheme, path, query: JSON.stringify(page) }));
}

async function write(client: LanguageClient, page: Page): Promise<string> {
  if (page.kind === 'importOrder') return (await client.sendRequest<ImportOrderResult>(importOrderMethod)).markdown;
  const { uri, scope, environment } = page;
  const params: NeedsParams = { uri, scope, ...(environment !== undefined && { environment }) };
  const needs = await client.sendRequest<NeedsResult>(needsMethod, params);
  return needs?.markdown ?? l10n.t('What this page was about is not in the workspace any more.');
}
