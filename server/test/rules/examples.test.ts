import assert from 'node:assert/strict';
import { rules } from '../../src/rules/registry';
import { compare } from '../../src/project/build';
import { locate } from '../../src/project/locate';
import type { Rule } from '../../src/rules/rule';
import { Workspace } from '../../src/host/workspace';
import { parseFixture } from '../fixture';

describe('rules', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      rule.docs.bad.forEach((example, i) => {
        it(`finds what is marked in bad example ${i + 1}`, () => {
          const marked = checkRule(rule, example);
          assert.ok(marked > 0, 'a bad example marks at least one finding');
        });
      });
      rule.docs.good.forEach((example, i) => {
        it(`is silent in good example ${i + 1}`, () => {
          assert.equal(checkRule(rule, example), 0, 'a good example marks nothing');
        });
      });
    });
  }

  it('are listed by id', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)].sort(compare));
  });
});

/** Compares the rule's findings in all files with the marks, and gives how many there are. */
function checkRule(rule: Rule, example: string): number {
  const fixture = parseFixture(example.trimStart());
  const workspace = new Workspace({
    fileSystem: fixture.fileSystem(),
    onCrash: (what, file, error) => assert.fail(`${what} crashed on ${file}: ${String(error)}`),
  });
  Array.from(workspace.open(['/']));
  const { snapshot, documents } = workspace;
  // Asked itself, since some rules are off until somebody turns them on.
  const found = [...snapshot.files].flatMap(([file, facts]) =>
    Array.from(
      rule.check({
        file,
        facts,
        snapshot,
        configuration: snapshot.configurationOf(file),
        isOutside: false,
        ruleIds: rules.map(({ id }) => id),
        findingsOf: (other) => workspace.allFindingsOf(other),
      }),
      ({ place }) => {
        assert.ok(rule.kinds?.includes(facts.kind) ?? true, `${rule.id} names the kind '${facts.kind}' of ${file}`);
        return { file, ...locate(documents, { file, place }) };
      },
    ),
  );
  const marked = [...fixture.spans].flatMap(([file, spans]) => spans.map(({ start, end }) => ({ file, start, end })));
  const show = ({ file, start, end }: (typeof marked)[number]): string =>
    `${file}: ${fixture.files.get(file)?.slice(start, end) ?? ''} (${start})`;
  assert.deepEqual(
    found.map(({ file, start, end }) => show({ file, start, end })).sort(compare),
    marked.map(show).sort(compare),
  );
  return marked.length;
}
