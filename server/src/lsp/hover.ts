import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver/node';
import { hoverAt } from '../features/hover';
import { answer } from './answer';
import { renderCard } from './hoverMarkdown';
import { markdown, plainText } from './markup';
import type { Session } from './session';

export function registerHover(session: Session): void {
  session.connection.onHover(answer(session, 'textDocument/hover', null, (params) => hover(session, params)));
}

function hover({ workspace, convert, client, l10n }: Session, { textDocument, position }: HoverParams): Hover | null {
  const file = convert.file(textDocument.uri);
  const offset = convert.offset(file, position);
  const found = offset === undefined ? undefined : hoverAt(workspace.snapshot, workspace.documents, file, offset);
  if (!found) return null;
  const markup = client.showsMarkdown ? markdown : plainText;
  return {
    range: convert.range(file, found.span),
    contents: {
      kind: client.showsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: renderCard(found.card, markup, l10n, (at) => convert.location(at)),
    },
  };
}
