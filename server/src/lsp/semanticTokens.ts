import { SemanticTokensBuilder, type SemanticTokens, type SemanticTokensParams } from 'vscode-languageserver/node';
import { semanticTokensOf } from '../features/semanticTokens';
import { answer } from './answer';
import type { Session } from './session';

/** Names of the types and the modifier, as `package.json` has them with their colours. */
export const semanticTokensLegend = {
  tokenTypes: ['connectionKey', 'connectionReference'],
  tokenModifiers: ['declaration'],
};

const typeNumbers = { key: 0, reference: 1 } as const;
const declarationBit = 1;

export function registerSemanticTokens(session: Session): void {
  session.connection.languages.semanticTokens.on(
    answer(session, 'textDocument/semanticTokens/full', { data: [] }, (params) => semanticTokens(session, params)),
  );
}

function semanticTokens({ workspace, convert }: Session, { textDocument }: SemanticTokensParams): SemanticTokens {
  const file = convert.file(textDocument.uri);
  const builder = new SemanticTokensBuilder();
  for (const { kind, isDeclaration, span } of semanticTokensOf(workspace.snapshot, workspace.documents, file)) {
    const { start, end } = convert.range(file, span);
    // A token is on one line; a name that is not, in a broken file, keeps the colour that it has.
    if (start.line !== end.line) continue;
    const length = end.character - start.character;
    builder.push(start.line, start.character, length, typeNumbers[kind], isDeclaration ? declarationBit : 0);
  }
  return builder.build();
}
