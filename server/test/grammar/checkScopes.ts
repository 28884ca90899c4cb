/**
 * Scopes as a reader sees them: below a line of JSON, lines that begin with `#` point to parts of it and name a scope
 * that each of these characters has, or `!` and one that none has. The end of a name may be left out.
 */
import assert from 'node:assert/strict';
import { projectRoot } from '../cli/commandLine';
import { jsonGrammar } from './jsonGrammar';
import { loadGrammar, readContributions, tokenize, type Token } from './tokenizer';

export interface Around {
  readonly before: string;
  readonly behind: string;
  readonly comments?: boolean;
}

/** The properties of a flow's definition. */
export const inDefinition: Around = {
  before: `{ "properties": { "definition": {
  "$schema": "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
`,
  behind: '\n} } }',
};

/** Checks a text with marks, which stands between the texts of `around`. */
export async function checkScopes(marked: string, around: Around = inDefinition): Promise<void> {
  const { lines, marks } = readMarks(marked);
  const grammar = await grammarOf(around.comments ? '.comments' : '');
  const first = around.before.split('\n').length - 1;
  const tokens = tokenize(grammar, `${around.before}${lines.join('\n')}${around.behind}`);
  assert.ok(marks.length > 0, 'There is nothing to check.');
  const wrong = marks.flatMap((mark) => {
    const line = lines[mark.line] ?? '';
    const touched = tokens.filter(
      (token) => token.line === mark.line + first && token.start < mark.end && mark.start < token.end,
    );
    const isWrong = ({ scopes }: Token): boolean => has(scopes, mark.scope) === mark.isUnwanted;
    return touched.filter(isWrong).map(({ start, end, scopes }) => ({
      text: line.slice(start, end),
      [mark.isUnwanted ? 'has' : 'lacks']: mark.scope,
      scopes: scopes.join(' '),
    }));
  });
  assert.deepEqual(wrong, []);
}

/**
 * JSON with injections, by default with those of the project.
 * @param suffix `.comments` for JSON with comments.
 */
export function grammarOf(
  suffix: '' | '.comments',
  injections = readContributions(projectRoot),
): ReturnType<typeof loadGrammar> {
  const hosts = [jsonGrammar(''), jsonGrammar('.comments')];
  return loadGrammar(hosts, `source.json${suffix}`, projectRoot, injections);
}

export function has(scopes: readonly string[], scope: string): boolean {
  return scopes.some((one) => `${one}.`.startsWith(`${scope}.`));
}

interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly scope: string;
  readonly isUnwanted: boolean;
}

function readMarks(marked: string): { readonly lines: readonly string[]; readonly marks: readonly Mark[] } {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const text of marked.replace(/^\n/, '').split('\n')) {
    const [, before, carets, not, scope] = /^(#[ ]*)(\^+) (!?)(\S+)$/.exec(text) ?? [];
    if (before === undefined || carets === undefined || scope === undefined) {
      lines.push(text);
      continue;
    }
    const start = before.length;
    const line = lines.length - 1;
    assert.ok(start + carets.length <= (lines[line] ?? '').length, `Nothing stands above '${text}'.`);
    marks.push({ line, start, end: start + carets.length, scope, isUnwanted: not === '!' });
  }
  return { lines, marks };
}
