import assert from 'node:assert/strict';
import { findCandidates } from '../../src/project/fitting';
import { customizationsXml, flowText, openFixture, solutionXml } from '../engine';

describe('references that fit', () => {
  function checkCandidates(source: string, connector: string, ...expected: readonly string[]): void {
    const { workspace } = openFixture(source, { addsSolution: false });
    const flow = workspace.snapshot.flowAt('/hr/Workflows/Notify.json');
    assert.ok(flow);
    assert.deepEqual(
      findCandidates(workspace.snapshot, flow, connector).map(
        ({ logicalName, title, origin, solutionName }) =>
          `${origin}: ${logicalName} '${title}'${solutionName === undefined ? '' : ` of ${solutionName}`}`,
      ),
      expected,
    );
  }

  const bound = (...names: string[]): string =>
    flowText(
      `{ ${names.map((name, i) => `"k${i}": { "api": { "name": "shared_sql" }, "connection": { "connectionReferenceLogicalName": "${name}" } }`).join()} }`,
    );
  const workspace = `//- /hr/Workflows/Notify.json
${flowText('{ "k": { "connection": {}, "api": { "name": "shared_teams" } } }')}
//- /hr/Workflows/Other.json
${bound('hr_often', 'hr_sql', 'fin_sql')}
//- /hr/Workflows/Third.json
${bound('HR_Often')}
//- /hr/Other/Solution.xml
${solutionXml(
  'HR',
  { name: 'base_teams', solution: 'Base (1.0)' },
  { name: 'fin_sql', solution: 'FinanceCore (2.0)' },
  { name: 'nobody_knows', solution: 'FinanceCore (2.0)' },
  { name: 'active_teams', solution: 'Active' },
)}
//- /hr/Other/Customizations.xml
${customizationsXml(
  { name: 'hr_b', connector: 'shared_teams', title: 'A title' },
  { name: 'hr_a', connector: 'Shared_Teams', title: 'B title' },
  { name: 'hr_often', connector: 'shared_teams', title: 'Used twice' },
  { name: 'hr_sql', connector: 'shared_sql' },
  { name: 'hr_without', connector: '' },
  { name: 'both_teams', connector: 'shared_teams', title: 'Both' },
)}
//- /base/Other/Solution.xml
${solutionXml('Base')}
//- /base/Other/Customizations.xml
${customizationsXml(
  { name: 'Base_Teams', connector: 'shared_teams', title: 'Base – Teams' },
  { name: 'base_more', connector: 'shared_teams' },
  { name: 'both_teams', connector: 'shared_teams', title: 'Both, again' },
)}
`;

  it('come from the own solution, then from a base solution, then from others; the most used first, then by name', () => {
    checkCandidates(
      workspace,
      'shared_teams',
      "same solution: hr_often 'Used twice'",
      "same solution: hr_b 'A title'",
      "same solution: hr_a 'B title'",
      "same solution: both_teams 'Both'",
      "base solution: Base_Teams 'Base – Teams' of Base",
      "other solution: base_more 'base_more' of Base",
    );
  });

  it('given by a base solution that is not here are known by other uses', () => {
    checkCandidates(
      workspace,
      'SHARED_SQL',
      "same solution: hr_sql 'hr_sql'",
      "base solution: fin_sql 'fin_sql title' of FinanceCore",
    );
  });

  it('may be none', () => {
    checkCandidates(workspace, 'shared_planner');
  });

  it('are none for a flow outside of every solution', () => {
    checkCandidates(
      `//- /hr/Workflows/Notify.json
${flowText('{}')}
//- /base/Other/Solution.xml
${solutionXml('Base')}
//- /base/Other/Customizations.xml
${customizationsXml({ name: 'base_teams', connector: 'shared_teams' })}
`,
      'shared_teams',
    );
  });
});
