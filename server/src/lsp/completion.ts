/** Completion; the documentation of an item is rendered when somebody looks at it. */
import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type CompletionItem,
  type CompletionOptions,
  type CompletionParams,
} from 'vscode-languageserver/node';
import type { About } from '../features/about';
import { completionsAt, type Completion } from '../features/completion';
import { answer } from './answer';
import { renderAbout } from './documentation';
import { markdown, plainText } from './markup';
import type { Session } from './session';

/** Where a value begins: in JSON, in an expression, in XML, and behind a name. */
export const completionOptions: CompletionOptions = {
  triggerCharacters: ['"', "'", '>', ':'],
  resolveProvider: true,
};

interface ItemData {
  readonly uri: string;
  readonly about: About;
}

export function registerCompletion(session: Session): void {
  const { connection } = session;
  connection.onCompletion(answer(session, 'textDocument/completion', [], (params) => complete(session, params)));
  connection.onCompletionResolve((item, token) =>
    answer(session, 'completionItem/resolve', item, (chosen: CompletionItem) => resolve(session, chosen))(item, token),
  );
}

function complete(
  { workspace, convert, client, l10n }: Session,
  { textDocument, position }: CompletionParams,
): CompletionItem[] {
  const { uri } = textDocument;
  const file = convert.file(uri);
  const offset = convert.offset(file, position);
  const found =
    offset === undefined ? undefined : completionsAt(workspace.snapshot, workspace.documents, file, offset, l10n);
  if (!found) return [];
  const replace = convert.range(file, found.span);
  const insert = { start: replace.start, end: position };
  return found.items
    .filter(({ isSnippet }) => !isSnippet || client.takesSnippets)
    .map((item, index): CompletionItem => {
      const { label, detail, kind, newText, about, before } = item;
      return {
        label,
        kind: kinds[kind],
        ...described(detail, client.showsLabelDetails),
        sortText: String(index).padStart(5, '0'),
        filterText: filterText(item),
        textEdit: client.insertsOrReplaces ? { newText, insert, replace } : { newText, range: replace },
        ...(before && { additionalTextEdits: [{ range: convert.range(file, before.span), newText: before.newText }] }),
        ...(item.isSnippet && { insertTextFormat: InsertTextFormat.Snippet, insertTextMode: InsertTextMode.asIs }),
        ...(about && { data: { uri, about } satisfies ItemData }),
      };
    });
}

function described(detail: string | undefined, besideLabel: boolean): Pick<CompletionItem, 'detail' | 'labelDetails'> {
  if (detail === undefined) return {};
  const line = plainText.text(detail);
  return besideLabel ? { labelDetails: { description: line } } : { detail: line };
}

/** What is typed may be the name that the file is to say or a word of its title. */
function filterText({ label, words = '' }: Completion): string {
  return words === '' || words === label ? label : `${label} ${words}`;
}

function resolve(session: Session, item: CompletionItem): CompletionItem {
  const data = item.data as ItemData | undefined;
  const { showsMarkdownInCompletion: isMarkdown } = session.client;
  const value = data && renderAbout(session, data.uri, data.about, isMarkdown ? markdown : plainText);
  if (value === undefined) return item;
  return { ...item, documentation: { kind: isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value } };
}

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  reference: CompletionItemKind.Reference,
  connector: CompletionItemKind.Module,
  connection: CompletionItemKind.Constant,
  variable: CompletionItemKind.Variable,
  name: CompletionItemKind.Value,
  file: CompletionItemKind.File,
  entry: CompletionItemKind.Snippet,
};
