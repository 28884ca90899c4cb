import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../../src/syntax/encoding';
import { has, grammarOf, projectFolder } from './checkScopes';
import { firstDifference } from './difference';
import { tokenize } from './tokenizer';

describe('the grammars of the project', () => {
  for (const suffix of ['', '.comments'] as const) {
    it(`leave source.json${suffix} alone, in every file of the fixtures and with pieces of them missing`, async () => {
      const plain = await grammarOf(suffix, []);
      const injected = await grammarOf(suffix);
      const texts = jsonTexts(path.join(projectFolder, 'test-fixtures'));
      assert.ok(texts.length > 10, 'The test found the fixtures.');
      const differences = texts
        .flatMap((text) => [text, ...withMissingPieces(text)])
        .flatMap((text) => firstDifference(plain, injected, text) ?? []);
      assert.deepEqual(differences, []);
    });
  }

  it('find expressions in the fixtures', async () => {
    const grammar = await grammarOf('');
    const count = jsonTexts(path.join(projectFolder, 'test-fixtures', 'contoso'))
      .flatMap((text) => tokenize(grammar, text))
      .filter(({ scopes }) => has(scopes, 'punctuation.section.embedded.begin')).length;
    assert.ok(count > 20, `They found ${count}.`);
  });
});

function jsonTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.json'))
    .map((name) => decode(readFileSync(path.join(folder, name))).text);
}

/** As when somebody types: the text without one of its expressions' quotes, brackets or ends. */
function withMissingPieces(text: string): string[] {
  const expression = text.search(/@[a-z]+\(|@\{/i);
  if (expression < 0) return [];
  return ["'", ')', '}', '"', '@', ']', '['].flatMap((piece) => {
    const at = text.indexOf(piece, expression);
    return at < 0 ? [] : [text.slice(0, at) + text.slice(at + piece.length)];
  });
}
