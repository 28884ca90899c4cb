/**
 * Every rule in every layout: the examples of its documentation, which show unpacked solutions, are taken to the others.
 * There it finds the same at the same place, or it says nothing, for a reason that stands below.
 */
import assert from 'node:assert/strict';
import { rules } from '../../src/rules/registry';
import { runExample } from './checkExample';
import { inLayout, type Layout } from './inLayout';

type Reasons = Readonly<Record<string, string>>;

const ofYaml: Reasons = {
  'publisher-prefix': "the publisher's prefix stands in a file of the publisher, which is not read",
  'reference-in-another-solution': 'a solution without any file of a reference may be here in part',
  'references-to-consolidate': 'which one to keep depends on all uses, and apps and agents may not be read',
  'settings-missing-variable': 'where this layout keeps the values of variables is not known',
  'settings-unknown-reference': 'an app or agent that is not read may use it',
  'settings-unknown-variable': 'an app or agent that is not read may use it',
  'unlisted-flow': 'components are listed by their paths, and what is not listed belongs to another solution',
  'unused-connection-reference': 'an app or agent that is not read may use it',
};

/** Why a rule is silent in a layout where the same is wrong, or finds less. */
const silent: Readonly<Record<Layout, Reasons>> = {
  zip: {},
  yaml: ofYaml,
  'yaml with references in XML': ofYaml,
  agent: {
    'child-flow-not-in-solution': 'an agent calls flows of its environment',
    'connector-in-same-solution': 'a flow of no solution is in none with a connector',
    'half-converted-flow': 'only a flow of a solution can be converted',
    'reference-in-another-solution': 'a flow of no solution is imported with none',
    'undeclared-connection-reference': 'the references of an agent are in its environment',
    'unlisted-flow': 'it is in no solution that could list it',
    'unused-connection-reference': 'the solution has no flow of its own, and may only bring references for others',
    'use-connection-references': 'only a flow of a solution can use references that an import binds',
  },
};

describe('rules in', () => {
  for (const [layout, reasons] of Object.entries(silent) as [Layout, Reasons][]) {
    describe(`the layout '${layout}'`, () => {
      for (const rule of rules) {
        const reason = reasons[rule.id];
        it(reason === undefined ? `${rule.id} finds the same` : `${rule.id} is silent: ${reason}`, () => {
          for (const example of rule.docs.bad) {
            const { marked, found } = runExample(rule, inLayout(layout, example), { addsSolution: false });
            assert.ok(marked.length > 0, 'The marks are lost on the way to the layout');
            if (reason === undefined) assert.deepEqual(found, marked);
            else {
              assert.ok(found.length < marked.length, 'It is not silent');
              assert.ok(found.every((one) => marked.includes(one)));
            }
          }
          // What is right in an unpacked solution may lack something that this layout has elsewhere.
          for (const example of reason === undefined ? rule.docs.good : []) {
            assert.deepEqual(runExample(rule, inLayout(layout, example), { addsSolution: false }).found, []);
          }
        });
      }

      it('has a reason for no other rule', () => {
        const ids = rules.map(({ id }) => id);
        assert.deepEqual(
          Object.keys(reasons).filter((id) => !ids.includes(id)),
          [],
        );
      });
    });
  }
});
