/** What injections change in a text, beyond the scopes that they put around parts of strings. */
import type { IGrammar } from 'vscode-textmate';
import { has } from './checkScopes';
import { tokenize, type Token } from './tokenizer';

/**
 * Gives the first character whose scopes of JSON differ, `undefined` where there is none: then each string, key and
 * bracket begins and ends where it did, and all else has the colour that it had.
 */
export function firstDifference(plain: IGrammar, injected: IGrammar, text: string): string | undefined {
  const before = boundaries(tokenize(plain, text));
  const after = boundaries(tokenize(injected, text));
  const at = before.findIndex((boundary, i) => boundary !== after[i]);
  if (at >= 0) return `${before[at] ?? ''} became ${after[at] ?? 'nothing'}`;
  return before.length === after.length ? undefined : `${after[before.length] ?? ''} is new`;
}

/** Where scopes change, with the scopes that are JSON's own. Within a string, its content is all one. */
function boundaries(tokens: readonly Token[]): string[] {
  const all: string[] = [];
  let last = '';
  for (const { line, start, scopes } of tokens) {
    const json = scopes.filter((scope) => !isOurs(scope) && !isContent(scope)).join(' ');
    // A line's first token is told in any case, so that a shift can't hide.
    if (json !== last || start === 0) all.push(`${line + 1}:${start + 1} ${json}`);
    last = json;
  }
  return all;
}

function isOurs(scope: string): boolean {
  return (
    scope.endsWith('.workflow-expression') ||
    has([scope], 'meta.flow-definition') ||
    scope === 'meta.workflow-expression'
  );
}

/** Escapes: they are the same within an expression but where they stand for its quotes. */
function isContent(scope: string): boolean {
  return has([scope], 'constant.character.escape') || has([scope], 'invalid.illegal.unrecognized-string-escape');
}
