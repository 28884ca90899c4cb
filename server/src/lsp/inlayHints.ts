/** Inlay hints; their cards are rendered when somebody points at one. */
import { InlayHintKind, MarkupKind, type InlayHint, type InlayHintParams } from 'vscode-languageserver/node';
import type { About } from '../features/about';
import { inlayHints } from '../features/inlayHints';
import { answer } from './answer';
import { renderAbout } from './documentation';
import { plainText } from './markup';
import type { Session } from './session';

interface HintData {
  readonly uri: string;
  readonly about: About;
}

export function registerInlayHints(session: Session): void {
  const { languages } = session.connection;
  languages.inlayHint.on(answer(session, 'textDocument/inlayHint', [], (params) => hints(session, params)));
  languages.inlayHint.resolve((hint, token) =>
    answer(session, 'inlayHint/resolve', hint, (chosen: InlayHint) => resolve(session, chosen))(hint, token),
  );
}

async function hints(session: Session, { textDocument: { uri }, range }: InlayHintParams): Promise<InlayHint[]> {
  const { settings, workspace, convert } = session;
  if (!(await settings.read()).inlayHints) return [];
  const file = convert.file(uri);
  const within = convert.span(file, range);
  if (!within) return [];
  return inlayHints(workspace.snapshot, workspace.documents, file, within).map(
    ({ offset, text, about, declaredAt }) => ({
      position: convert.range(file, { start: offset, end: offset }).start,
      label: [{ value: plainText.text(text), location: convert.location(declaredAt) }],
      kind: InlayHintKind.Parameter,
      paddingLeft: true,
      data: { uri, about } satisfies HintData,
    }),
  );
}

function resolve(session: Session, hint: InlayHint): InlayHint {
  const { uri, about } = hint.data as HintData;
  const value = renderAbout(session, uri, about);
  return value === undefined ? hint : { ...hint, tooltip: { kind: MarkupKind.Markdown, value } };
}
