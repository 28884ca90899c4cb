/** What gives names and expressions their colours: the grammars over VS Code's own, and semantic tokens. */
import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  loadGrammar,
  readContributions,
  readGrammar,
  tokenize,
  type Token,
} from '../../../server/test/grammar/tokenizer';
import { extensionId, findFile, openFile, waitFor } from './helpers';

const flow = 'NotifyNewHire-54D0E178-3DEA-491C-BC26-17299AD999B0.json';

describe('colours', () => {
  const folderOf = (id: string): string => {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, `${id} is not installed.`);
    return extension.extensionPath;
  };

  /** The parts of a text that the grammars of this VS Code and of the installed package give a scope. */
  const partsOf = async (scopeName: string, text: string, scope: string): Promise<string[]> => {
    const json = folderOf('vscode.json');
    const hosts = readContributions(json).map((one) => readGrammar(path.join(json, one.path)));
    const own = folderOf(extensionId);
    const grammar = await loadGrammar(hosts, scopeName, own, readContributions(own));
    const lines = text.split(/\r?\n/);
    const hasScope = ({ scopes }: Token): boolean => scopes.some((one) => one.startsWith(scope));
    return tokenize(grammar, text)
      .filter(hasScope)
      .map(({ line, start, end }) => lines[line]?.slice(start, end) ?? '');
  };

  it('of expressions are those of this VS Code, also in JSON with comments', async () => {
    const { document } = await openFile(await findFile(flow));
    assert.equal(document.languageId, 'json');
    const text = document.getText();
    const functions = new Set(['parameters', 'triggerOutputs', 'formatDateTime', 'outputs', 'items', 'string']);
    for (const scopeName of ['source.json', 'source.json.comments']) {
      const begins = await partsOf(scopeName, text, 'punctuation.section.embedded.begin');
      assert.deepEqual(begins, text.match(/@\{|(?<=")@(?=[a-z])/gi), scopeName);
      assert.deepEqual(new Set(await partsOf(scopeName, text, 'support.function')), functions, scopeName);
      assert.deepEqual(await partsOf(scopeName, text, 'invalid'), []);
    }
  });

  it('of other JSON stay as they are', async () => {
    const text = '{ "types": "@types/node", "undo": "git reset HEAD@{1}", "call": "@concat(1)" }';
    assert.deepEqual(await partsOf('source.json', text, 'meta.workflow-expression'), []);
  });

  it('of keys and logical names come from the server', async () => {
    const { document } = await openFile(await findFile(flow));
    const legend = await waitFor(
      () =>
        vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
          'vscode.provideDocumentSemanticTokensLegend',
          document.uri,
        ),
      'the legend',
    );
    assert.deepEqual(legend.tokenTypes, ['connectionKey', 'connectionReference']);
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert.ok(tokens.data.length > 0);
  });
});
