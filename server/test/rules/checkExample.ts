/** Runs one rule over a workspace in one string, and compares what it finds with what is marked. */
import assert from 'node:assert/strict';
import { compare } from '../../src/base/compare';
import { english } from '../../src/base/l10n';
import { Workspace } from '../../src/host/workspace';
import type { Facts } from '../../src/model/facts';
import type { FileId } from '../../src/model/place';
import { locate } from '../../src/project/locate';
import { rules } from '../../src/rules/registry';
import type { Rule, RuleFinding } from '../../src/rules/rule';
import { parseFixture, type FixtureOptions } from '../fixture';

export interface ExampleResult {
  /** Each marked text and each finding's text, with its file and offset; sorted. */
  readonly marked: readonly string[];
  readonly found: readonly string[];
}

/** Compares the rule's findings in all files with the marks, and gives how many there are. */
export function checkExample(rule: Rule, example: string, options?: FixtureOptions): number {
  const { marked, found } = runExample(rule, example, options);
  assert.deepEqual(found, marked);
  return marked.length;
}

export function runExample(rule: Rule, example: string, options?: FixtureOptions): ExampleResult {
  const fixture = parseFixture(example.trimStart(), options);
  const workspace = new Workspace({
    fileSystem: fixture.fileSystem(),
    onCrash: (what, file, error) => assert.fail(`${what} crashed on ${file}: ${String(error)}`),
  });
  Array.from(workspace.open(['/']));
  const { documents } = workspace;
  const found = askRule(workspace, rule).map(({ file, facts, finding: { place } }) => {
    assert.ok(rule.kinds?.includes(facts.kind) ?? true, `${rule.id} names the kind '${facts.kind}' of ${file}`);
    return { file, ...locate(documents, { file, place }) };
  });
  const marked = [...fixture.spans].flatMap(([file, spans]) => spans.map(({ start, end }) => ({ file, start, end })));
  const show = ({ file, start, end }: (typeof marked)[number]): string =>
    `${file}: ${fixture.files.get(file)?.slice(start, end) ?? ''} (${start})`;
  return { marked: marked.map(show).sort(compare), found: found.map(show).sort(compare) };
}

export interface AskedFinding {
  readonly file: FileId;
  readonly facts: Facts;
  readonly finding: RuleFinding;
}

/** What one rule finds in all files. It is asked itself, since some rules are off until somebody turns them on. */
export function askRule(workspace: Workspace, rule: Rule, l10n = english): readonly AskedFinding[] {
  const { snapshot } = workspace;
  return [...snapshot.files].flatMap(([file, facts]) =>
    Array.from(
      rule.check({
        file,
        facts,
        snapshot,
        configuration: snapshot.configurationOf(file),
        isOutside: false,
        l10n,
        ruleIds: rules.map(({ id }) => id),
        findingsOf: (other) => workspace.allFindingsOf(other),
      }),
      (finding) => ({ file, facts, finding }),
    ),
  );
}
