import assert from 'node:assert/strict';
import { customizationsXml, flowText, settingsText, type Declared } from '../engine';
import { checkRefusal, planned } from './change';

const flow = (name: string): string => `//- /Workflows/A.json
${flowText(`{ "k": { "connection": { "connectionReferenceLogicalName": "${name}" }, "api": { "name": "shared_teams" } } }`)}
`;
const a = { name: 'hr_a', connector: 'shared_teams', title: 'A' };
const b = { name: 'hr_b', connector: 'shared_teams', title: 'B' };
const c = { name: 'hr_c', connector: 'shared_teams', title: 'C' };
const sql = { name: 'hr_sql', connector: 'shared_sql' };
const declaring = (...all: readonly Declared[]): string =>
  `//- /Other/Customizations.xml\n${customizationsXml(...all)}\n`;

describe('merging references', () => {
  it('gives the same whatever the order in which they are named', () => {
    const source =
      flow('hr_b') + declaring(a, b, c) + `//- /prod.json\n${settingsText({ hr_a: '', hr_b: 'y', hr_c: 'z' })}`;
    const merged = (...from: string[]): unknown => [...planned(source, { kind: 'merge', into: 'hr_a', from }).texts];
    assert.deepEqual(merged('hr_b', 'hr_c', 'HR_B'), merged('hr_c', 'hr_b'));
  });

  it('is refused for references of other connectors, and for what is not declared', () => {
    const source = declaring(a, b, sql);
    checkRefusal(source, { kind: 'merge', into: 'hr_a', from: ['hr_sql'] }, /different connectors/);
    checkRefusal(source, { kind: 'merge', into: 'hr_a', from: ['hr_x'] }, /No solution here declares 'hr_x'/);
    checkRefusal(source, { kind: 'merge', into: 'hr_x', from: ['hr_a'] }, /No solution here declares 'hr_x'/);
    checkRefusal(source, { kind: 'merge', into: 'hr_a', from: ['HR_A'] }, /Say which references/);
  });
});
