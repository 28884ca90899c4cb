/** What flows need, and the order of imports. */
import assert from 'node:assert/strict';
import { english } from '../../src/base/l10n';
import { cardAbout } from '../../src/features/about';
import { importOrder } from '../../src/features/importOrder';
import { renderImportOrderMarkdown } from '../../src/features/importOrderMarkdown';
import { findNeeds } from '../../src/features/needs';
import { renderNeedsMarkdown } from '../../src/features/needsMarkdown';
import { customizationsXml, flowText, openContoso, openFixture, settingsText, solutionXml } from '../engine';

const childGuid = '3f2a9c41-0000-4000-8000-000000000000';
const goneGuid = '99999999-0000-4000-8000-000000000000';

const call = (guid: string): string =>
  `{ "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "${guid}" } } }`;
const entry = (reference: string | undefined, connector: string, source = 'embedded'): string =>
  `{ "runtimeSource": "${source}", "connection": ${reference === undefined ? '{}' : `{ "connectionReferenceLogicalName": "${reference}" }`}, "api": { "name": "${connector}" } }`;

const parent = flowText(
  `{ "a": ${entry('hr_teams', 'shared_teams')}, "b": ${entry('hr_teams', 'shared_teams')}, "c": ${entry('hr_mail', 'shared_office365', 'invoker')}, "d": ${entry(undefined, 'shared_sql')} }`,
  `{ "Deep": { "type": "Scope", "actions": { "Run_child": ${call(childGuid)}, "Run_gone": ${call(goneGuid)} } } }`,
);
const child = flowText(`{ "x": ${entry('hr_sql', 'shared_sql')} }`, `{ "Back": ${call(goneGuid.replace('9', '8'))} }`);

function open(): ReturnType<typeof openFixture>['workspace'] {
  return openFixture(`//- /Other/Customizations.xml
${customizationsXml(
  { name: 'hr_teams', connector: 'shared_teams', title: 'HR | Teams' },
  { name: 'hr_mail', connector: 'shared_office365' },
  { name: 'hr_sql', connector: 'shared_sql' },
)}
//- /Workflows/Parent-11111111-0000-4000-8000-000000000000.json
${parent}
//- /Workflows/Child-${childGuid.toUpperCase()}.json
${child}
//- /settings/prod.json
${settingsText({ hr_teams: 'teams-1', hr_mail: '#{mail}#' })}
`).workspace;
}

describe('what a flow needs', () => {
  it('is told once for each connection, with that of the flows it calls', () => {
    const { snapshot } = open();
    const flow = snapshot.flows.filter(({ name }) => name === 'Parent');
    const { connections, unknownFlows } = findNeeds(snapshot, flow, 'PROD');
    assert.deepEqual(
      connections.map(({ connector, reference, runsWith, binding, neededBy }) => [
        connector?.title,
        reference?.logicalName,
        runsWith,
        binding?.state,
        binding?.values,
        neededBy.map(({ name, calledBy }) => [name, calledBy]),
      ]),
      [
        ['Microsoft Teams', 'hr_teams', 'embedded', 'bound', ['teams-1'], [['Parent', undefined]]],
        ['Office 365 Outlook', 'hr_mail', 'invoker', 'token', ['#{mail}#'], [['Parent', undefined]]],
        ['SQL Server', undefined, 'embedded', 'direct', [], [['Parent', undefined]]],
        ['SQL Server', 'hr_sql', 'embedded', 'missing', [], [['Child', 'Parent']]],
      ],
    );
    assert.deepEqual(
      unknownFlows.map(({ step, calledBy }) => [step, calledBy]),
      [
        ['Run_gone', 'Parent'],
        ['Back', 'Child'],
      ],
    );
  });

  it('is Markdown for a ticket', () => {
    const { snapshot } = open();
    const flow = snapshot.flows.filter(({ name }) => name === 'Parent');
    assert.equal(
      renderNeedsMarkdown(english, findNeeds(snapshot, flow, 'prod'), 'Parent'),
      `# Connections for Parent in prod

Whoever turns it on must own, or be allowed to use, 3 connections:

| Connector | Connection reference | Connection | Used by |
| --- | --- | --- | --- |
| Microsoft Teams (Standard) | HR \\| Teams \`hr_teams\` | \`teams-1\` | Parent |
| SQL Server (Premium) | – | used directly; the export does not name it | Parent |
| SQL Server (Premium) | \`hr_sql\` | not bound: the settings lack it | Child (called by Parent) |

## Connections of callers

Whoever runs a flow runs these steps with a connection of their own:

| Connector | Connection reference | Connection | Used by |
| --- | --- | --- | --- |
| Office 365 Outlook (Standard) | \`hr_mail\` | \`#{mail}#\` (filled in by a pipeline) | Parent |

## Not known

- 'Run_gone' of 'Parent' calls the flow 99999999-0000-4000-8000-000000000000, which has no file here.
- 'Back' of 'Child' calls the flow 89999999-0000-4000-8000-000000000000, which has no file here.
`,
    );
  });
});

describe('the order of imports', () => {
  const solution = (root: string, name: string, missing: Parameters<typeof solutionXml>[1][] = []): string =>
    `//- ${root}/Other/Solution.xml\n${solutionXml(name, ...missing)}\n`;

  it('of the sample begins with its base, and tells why', () => {
    assert.equal(
      renderImportOrderMarkdown(english, importOrder(openContoso().snapshot)),
      `# Order of imports

1. **ContosoBase** 2.1.0.4
2. **ContosoHR** 1.4.0.12
    - after ContosoBase, which has the connection reference contoso_sharedoffice365_6c20e
    - after ContosoBase, which has the child flow Log automation event
3. **ContosoTravel** 1.0.3.0
    - after ContosoHR, which has the connection reference contoso_sharedapprovals_5d8c0
    - FinanceCore must be in the environment before, for the connection reference fin_sharedexcelonlinebusiness_2e7d1
`,
    );
  });

  it('puts a custom connector before the references to it', () => {
    const { workspace } = openFixture(`${solution('/a', 'A')}//- /a/Other/Customizations.xml
${customizationsXml({ name: 'hr_orders', connector: 'shared_contoso-5forders-5f7fc9343cf45734fe' })}
${solution('/z', 'Z')}//- /z/Connectors/contoso_5Forders.xml
<Connector><name>contoso_5Forders</name><displayname>Orders</displayname></Connector>
`);
    assert.deepEqual(
      importOrder(workspace.snapshot).steps.map((step) => [step.solution, step.reasons]),
      [
        ['Z', []],
        ['A', [{ solutions: ['Z'], kind: 'connector', names: ['Orders'] }]],
      ],
    );
  });

  it('is content with any one of the solutions that declare a reference', () => {
    const reference = customizationsXml({ name: 'hr_teams', connector: 'shared_teams' });
    const { workspace } = openFixture(`${solution('/a', 'A')}//- /a/Workflows/F.json
${flowText(`{ "t": ${entry('hr_teams', 'shared_teams')} }`)}
${solution('/b', 'B')}//- /b/Other/Customizations.xml
${reference}
${solution('/c', 'C')}//- /c/Other/Customizations.xml
${reference}
`);
    assert.deepEqual(
      importOrder(workspace.snapshot).steps.map((step) => [step.solution, step.reasons[0]?.solutions]),
      [
        ['B', undefined],
        ['A', ['B', 'C']],
        ['C', undefined],
      ],
    );
  });

  it('names solutions that need each other, and puts the others in order all the same', () => {
    const { workspace } = openFixture(
      solution('/a', 'A', [{ name: 'b_ref', solution: 'B (1.0)' }]) +
        solution('/b', 'B', [{ name: 'a_ref', solution: 'A (1.0)' }]) +
        solution('/c', 'C', [{ name: 'a_ref', solution: 'A (1.0)' }]) +
        solution('/d', 'D', [{ name: 'x_ref', solution: 'Elsewhere (1.0)' }]),
    );
    const { steps, cycles } = importOrder(workspace.snapshot);
    assert.deepEqual(cycles, [['A', 'B']]);
    assert.deepEqual(
      steps.map(({ solution: name, breaksCycle, expects }) => [name, breaksCycle, expects]),
      [
        ['D', false, [{ solution: 'Elsewhere', references: ['x_ref'] }]],
        ['A', true, []],
        ['B', false, []],
        ['C', false, []],
      ],
    );
  });
});

describe('flows that several solutions have', () => {
  const files = (name: string): string => `//- /${name}/Other/Solution.xml
${solutionXml(name)}
//- /${name}/Workflows/Parent-11111111-0000-4000-8000-00000000000${name === 'Full' ? 1 : 2}.json
${flowText('{}', `{ "Run_child": ${call(childGuid)} }`)}
//- /${name}/Workflows/Child-${childGuid}.json
${flowText(`{ "x": ${entry(`${name}_sql`, 'shared_sql')} }`)}
`;
  const { snapshot } = openFixture(files('Full') + files('Light')).workspace;

  it('make none of them wait for another one', () => {
    assert.deepEqual(
      importOrder(snapshot).steps.map(({ solution, reasons }) => [solution, reasons]),
      [
        ['Full', []],
        ['Light', []],
      ],
    );
  });

  it('need the connections of the own one', () => {
    for (const parent of snapshot.flows.filter(({ name }) => name === 'Parent')) {
      const references = findNeeds(snapshot, [parent], 'prod').connections.map(
        ({ reference }) => reference?.logicalName,
      );
      assert.deepEqual(references, [`${parent.solution?.name ?? ''}_sql`]);
    }
  });

  it('are shown as the own one where their GUID stands', () => {
    for (const { name, solution, file } of snapshot.flows.filter(({ name }) => name === 'Parent')) {
      const card = cardAbout(snapshot, file, { kind: 'flow', guid: childGuid });
      assert.ok(card?.kind === 'flow');
      assert.equal(card.solution, solution?.name, name);
    }
  });
});
