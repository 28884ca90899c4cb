import assert from 'node:assert/strict';
import { compare } from '../../src/base/compare';
import { rules } from '../../src/rules/registry';
import { checkExample } from './checkExample';

describe('rules', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      rule.docs.bad.forEach((example, i) => {
        it(`finds what is marked in bad example ${i + 1}`, () => {
          const marked = checkExample(rule, example);
          assert.ok(marked > 0, 'a bad example marks at least one finding');
        });
      });
      rule.docs.good.forEach((example, i) => {
        it(`is silent in good example ${i + 1}`, () => {
          assert.equal(checkExample(rule, example), 0, 'a good example marks nothing');
        });
      });
    });
  }

  it('are listed by id', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)].sort(compare));
  });
});
