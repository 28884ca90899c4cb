/** Runs TextMate grammars as VS Code does, with the injections that a manifest contributes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar, type IRawGrammar } from 'vscode-textmate';

/** `contributes.grammars` of a `package.json`. */
export interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

export interface Token {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** From the outermost to the innermost, without the one of the whole file. */
  readonly scopes: readonly string[];
}

/**
 * @param folder where the contributing extension is.
 * @param scopeName of the grammar to run, which is one of `hosts`.
 */
export async function loadGrammar(
  hosts: readonly IRawGrammar[],
  scopeName: string,
  folder: string,
  contributions: readonly Contribution[],
): Promise<IGrammar> {
  const registry = new Registry({
    onigLib: loadOniguruma(),
    loadGrammar: (name) => {
      const contribution = contributions.find((one) => one.scopeName === name);
      const host = hosts.find((one) => one.scopeName === name);
      return Promise.resolve(host ?? (contribution && readGrammar(path.join(folder, contribution.path))));
    },
    // Like VS Code: what is injected into `source.json` is injected into `source.json.comments` too.
    getInjections: (name) =>
      contributions
        .filter(({ injectTo = [] }) => injectTo.some((target) => `${name}.`.startsWith(`${target}.`)))
        .map((one) => one.scopeName),
  });
  const grammar = await registry.loadGrammar(scopeName);
  assert.ok(grammar, `There is no grammar ${scopeName}.`);
  return grammar;
}

/** What the extension in a folder contributes. */
export function readContributions(folder: string): readonly Contribution[] {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly contributes: { readonly grammars: readonly Contribution[] };
  };
  return manifest.contributes.grammars;
}

export function readGrammar(file: string): IRawGrammar {
  return parseRawGrammar(readFileSync(file, 'utf8'), file);
}

export function tokenize(grammar: IGrammar, text: string): Token[] {
  let stack = INITIAL;
  return text.split(/\r\n|\r|\n/).flatMap((content, line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(content, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      line,
      start: startIndex,
      // The tokenizer counts the line's end as one more character.
      end: Math.min(endIndex, content.length),
      scopes: scopes.slice(1),
    }));
  });
}

let oniguruma: ReturnType<typeof loadOniguruma> | undefined;

function loadOniguruma(): Promise<{
  createOnigScanner: typeof createOnigScanner;
  createOnigString: typeof createOnigString;
}> {
  oniguruma ??= loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).then(() => ({
    createOnigScanner,
    createOnigString,
  }));
  return oniguruma;
}
