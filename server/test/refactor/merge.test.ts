import assert from 'node:assert/strict';
import {
  customizationsXml,
  flowText,
  openFixture,
  settingsText,
  solutionXml,
  textsAfter,
  type Declared,
} from '../engine';
import { isRefusal } from '../../src/refactor/change';
import { plan } from '../../src/refactor/plan';
import { checkChange, checkRefusal, planned, reasonsOf } from './change';

const flow = (name: string): string => `//- /Workflows/A.json
${flowText(`{ "k": { "connection": { "connectionReferenceLogicalName": "${name}" }, "api": { "name": "shared_teams" } } }`)}
`;
const a = { name: 'hr_a', connector: 'shared_teams', title: 'A' };
const b = { name: 'hr_b', connector: 'shared_teams', title: 'B' };
const c = { name: 'hr_c', connector: 'shared_teams', title: 'C' };
const sql = { name: 'hr_sql', connector: 'shared_sql' };
const declaring = (...all: readonly Declared[]): string =>
  `//- /Other/Customizations.xml\n${customizationsXml(...all)}\n`;
const settings = (bindings: Readonly<Record<string, string>>, name = 'prod'): string =>
  `//- /settings/${name}.json\n${settingsText(bindings)}\n`;

describe('merging references', () => {
  it('lets flows follow, and removes the declaration and the entry in settings', () => {
    const change = checkChange(
      flow('hr_b') + declaring(a, b) + settings({ hr_a: 'x', hr_b: 'y' }),
      { kind: 'merge', into: 'HR_A', from: ['hr_b'] },
      flow('hr_a') + declaring(a) + settings({ hr_a: 'x' }),
    );
    assert.deepEqual(change.notes, [
      "In prod, 'hr_b' is bound to 'y', and 'hr_a' to 'x', which all use from now on.",
      "The display name of 'hr_b', 'B', is lost.",
    ]);
  });

  it('takes over the connection and the place of the other where there is none', () => {
    checkChange(
      flow('hr_b') +
        declaring(a, b) +
        settings({ hr_b: 'y', hr_z: '' }) +
        settings({ hr_a: '', hr_b: '#{t}#' }, 'test'),
      { kind: 'merge', into: 'hr_a', from: ['hr_b'] },
      flow('hr_a') + declaring(a) + settings({ hr_a: 'y', hr_z: '' }) + settings({ hr_a: '#{t}#' }, 'test'),
    );
  });

  it('gives the same whatever the order in which they are named', () => {
    const source = flow('hr_b') + declaring(a, b, c) + settings({ hr_a: '', hr_b: 'y', hr_c: 'z' });
    const merged = (...from: string[]): unknown => {
      const { workspace } = openFixture(source);
      const change = plan(workspace.snapshot, workspace.documents, { kind: 'merge', into: 'hr_a', from });
      if (isRefusal(change)) assert.fail(change.refused);
      return [...textsAfter(workspace, change)];
    };
    assert.deepEqual(merged('hr_b', 'hr_c', 'HR_B'), merged('hr_c', 'hr_b'));
  });

  it('declares the one that stays wherever one of the others was declared', () => {
    const base = `//- /base/Other/Solution.xml\n${solutionXml('Base')}\n//- /base/Other/Customizations.xml\n${customizationsXml(a)}\n`;
    const own = `//- /Other/Solution.xml\n${solutionXml('HR')}\n`;
    const change = planned(own + base + flow('hr_b') + declaring(b), { kind: 'merge', into: 'hr_a', from: ['hr_b'] });
    assert.deepEqual(
      change.files.map(({ file }) => file),
      ['/Other/Customizations.xml', '/Workflows/A.json'],
    );
    assert.match(JSON.stringify(change.files[0]), /hr_a/);
  });

  it('leaves what the manifest expects of other solutions', () => {
    const manifest = `//- /Other/Solution.xml\n${solutionXml('HR', { name: 'hr_b', solution: 'Base (1.0)' })}\n`;
    const base = `//- /base/Other/Solution.xml\n${solutionXml('Base')}\n//- /base/Other/Customizations.xml\n${customizationsXml(a, b)}\n`;
    const change = planned(manifest + base + flow('hr_b'), { kind: 'merge', into: 'hr_a', from: ['hr_b'] });
    assert.deepEqual(reasonsOf(change), [
      "The solution expects 'hr_b' of another one: export it anew when both use 'hr_a'.",
    ]);
  });

  it('is refused for references of other connectors, and for what is not declared', () => {
    const source = declaring(a, b, sql);
    checkRefusal(source, { kind: 'merge', into: 'hr_a', from: ['hr_sql'] }, /different connectors/);
    checkRefusal(source, { kind: 'merge', into: 'hr_a', from: ['hr_x'] }, /No solution here declares 'hr_x'/);
    checkRefusal(source, { kind: 'merge', into: 'hr_x', from: ['hr_a'] }, /No solution here declares 'hr_x'/);
    checkRefusal(source, { kind: 'merge', into: 'hr_a', from: ['HR_A'] }, /Say which references/);
  });
});
