/** What rules say in another language: one that is made up, in which each text stands between brackets. */
import assert from 'node:assert/strict';
import { english, type L10n } from '../../src/base/l10n';
import { rules } from '../../src/rules/registry';
import type { Rule, RuleFinding } from '../../src/rules/rule';
import { stablePointer } from '../../src/rules/suppress';
import { openFixture } from '../engine';
import { askRule } from './checkExample';

const bracketed: L10n = { t: (message, ...values) => `⟦${english.t(message, ...values)}⟧` };

describe('in another language', () => {
  for (const rule of rules) {
    it(`all that ${rule.id} says is translated`, () => {
      const said = rule.docs.bad.flatMap((example) => find(rule, example, bracketed).flatMap(textsOf));
      assert.ok(said.length > 0);
      assert.deepEqual(said.filter(isEnglish), []);
    });

    it(`findings of ${rule.id} are the same to baselines and suppressions`, () => {
      for (const example of rule.docs.bad) {
        assert.deepEqual(pointersOf(rule, example, bracketed), pointersOf(rule, example, english));
      }
    });
  }
});

function find(rule: Rule, example: string, l10n: L10n): readonly RuleFinding[] {
  return askRule(openFixture(example).workspace, rule, l10n).map(({ finding }) => finding);
}

function pointersOf(rule: Rule, example: string, l10n: L10n): readonly string[] {
  const asked = askRule(openFixture(example).workspace, rule, l10n);
  return asked.map(({ facts, finding }) => stablePointer(finding, facts));
}

function textsOf({ message, related = [], fixes }: RuleFinding): readonly string[] {
  const titles = (fixes?.() ?? []).map(({ title }) => title);
  return [message, ...titles, ...related.map((place) => place.message).filter((text) => !isName(text))];
}

function isEnglish(text: string): boolean {
  return !/^⟦.*⟧…?$/s.test(text);
}

/** Names are the same in each language; those of steps have no quotes. */
function isName(text: string): boolean {
  return /^'[^']*'$/.test(text) || text === 'Send';
}
