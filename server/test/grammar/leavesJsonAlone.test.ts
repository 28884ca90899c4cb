import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from '../../src/syntax/encoding';
import { projectRoot } from '../cli/commandLine';
import { grammarOf, has, inDefinition } from './checkScopes';
import { firstDifference } from './difference';
import { tokenize } from './tokenizer';

const { raw } = String;
const flows = jsonTexts(path.join(projectRoot, 'test-fixtures', 'contoso'));
/** A bit of everything, to take pieces from. */
const sample = raw`"a": [ "@concat('b''s', \"c\", \u0027d\u0027)", { "@e": "f @{g()?['h'][0]} @@{i} \\@{j('{\"k\": 1}')}" } ], "l": 2`;

describe('the grammars of the project', () => {
  for (const suffix of ['', '.comments'] as const) {
    const compare = async (texts: readonly string[]): Promise<void> => {
      const [plain, injected] = [await grammarOf(suffix, []), await grammarOf(suffix)];
      assert.deepEqual(
        texts.flatMap((text) => firstDifference(plain, injected, text) ?? []),
        [],
      );
    };

    it(`leave source.json${suffix} alone in the fixtures`, () => compare(flows));

    it(`leave source.json${suffix} alone while somebody types`, () => {
      const whole = `${inDefinition.before}${sample}${inDefinition.behind}`;
      const start = inDefinition.before.length;
      return compare(Array.from(sample, (_, i) => whole.slice(0, start + i) + whole.slice(start + i + 1)));
    });
  }

  it('find expressions in the fixtures', async () => {
    const grammar = await grammarOf('');
    const begins = flows
      .flatMap((text) => tokenize(grammar, text))
      .filter(({ scopes }) => has(scopes, 'punctuation.section.embedded.begin'));
    // One for each that a plain search finds.
    assert.equal(begins.length, flows.join('\n').match(/"@[a-z]|@\{/gi)?.length);
  });
});

function jsonTexts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.json'))
    .map((name) => decode(readFileSync(path.join(folder, name))).text);
}
