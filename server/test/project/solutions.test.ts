/** Which solutions a workspace holds, and what belongs to them. */
import assert from 'node:assert/strict';
import type { Snapshot } from '../../src/project/snapshot';
import { openFixture, solutionXml, customizationsXml, flowText, settingsText } from '../engine';

function snapshotOf(source: string): Snapshot {
  return openFixture(source, { addsSolution: false }).workspace.snapshot;
}

describe('solutions', () => {
  /** `<root> <name>: <flows>; <declared references>` for each. */
  function checkSolutions(source: string, ...expected: readonly string[]): void {
    assert.deepEqual(
      snapshotOf(source).solutions.map(({ root, name, flows, declarations }) =>
        [
          `${root} ${name}`,
          flows.map((flow) => flow.name).join(', '),
          declarations.map(({ logicalName }) => logicalName).join(', '),
        ].join('; '),
      ),
      expected,
    );
  }

  const flow = flowText('{}');

  it('unpacked', () => {
    checkSolutions(
      `//- /src/Other/Solution.xml
${solutionXml('ContosoHR')}
//- /src/Other/Customizations.xml
${customizationsXml({ name: 'a', connector: 'shared_teams' })}
//- /src/Workflows/Notify.json
${flow}
`,
      '/src ContosoHR; Notify; a',
    );
  });

  it('extracted from a zip', () => {
    checkSolutions(
      `//- /zip/solution.xml
${solutionXml('ContosoHR')}
//- /zip/customizations.xml
${customizationsXml({ name: 'a', connector: 'shared_teams' })}
//- /zip/Workflows/Notify.json
${flow}
`,
      '/zip ContosoHR; Notify; a',
    );
  });

  it('at the root of the disk, and of any case', () => {
    checkSolutions(
      `//- /OTHER/solution.XML
${solutionXml('ContosoHR')}
//- /other/CUSTOMIZATIONS.xml
${customizationsXml({ name: 'a', connector: 'shared_teams' })}
//- /workFlows/Notify.json
${flow}
`,
      ' ContosoHR; Notify; a',
    );
  });

  it('several, one within the other: the deepest root around a file has it', () => {
    checkSolutions(
      `//- /repo/Other/Solution.xml
${solutionXml('Outer')}
//- /repo/Workflows/Outer.json
${flow}
//- /repo/inner/Other/Solution.xml
${solutionXml('Inner')}
//- /repo/inner/Workflows/Inner.json
${flow}
//- /repo/next/solution.xml
${solutionXml('Next')}
//- /repo/next/Workflows/Next.json
${flow}
//- /repository/Workflows/Loose.json
${flow}
`,
      '/repo Outer; Outer; ',
      '/repo/inner Inner; Inner; ',
      '/repo/next Next; Next; ',
    );
  });

  it('without a unique name are named after their folder', () => {
    checkSolutions('//- /repo/ContosoHR/Other/Solution.xml\n<broken', '/repo/ContosoHR ContosoHR; ; ');
  });

  it('know how much of their customizations could be read', () => {
    const states = snapshotOf(`//- /a/Other/Solution.xml
${solutionXml('A')}
//- /b/Other/Solution.xml
${solutionXml('B')}
//- /b/Other/Customizations.xml
<ImportExportXml>
//- /c/Other/Solution.xml
${solutionXml('C')}
//- /c/Other/Customizations.xml
<ImportExportXml />
`).solutions.map(({ customizations }) => customizations);
    assert.deepEqual(states, ['missing', 'broken', 'read']);
  });
});

describe('flows', () => {
  const guid = '0EF8C509-91AA-4BBE-A80E-0988A0B6613D';

  /** `<name> <guid> <state>` for each flow, in or outside of a solution. */
  function checkFlows(source: string, ...expected: readonly string[]): void {
    const { flows } = snapshotOf(source);
    assert.deepEqual(
      flows.map(({ name, guid, metadata, solution }) =>
        [
          name,
          guid ?? '-',
          metadata?.isOn === undefined ? '-' : metadata.isOn ? 'on' : 'off',
          solution?.name ?? '-',
        ].join(' '),
      ),
      expected,
    );
  }

  const flow = flowText('{}');

  it('take their names from the metadata beside them', () => {
    checkFlows(
      `//- /src/Other/Solution.xml
${solutionXml('HR')}
//- /src/Workflows/Notify-${guid}.json
${flow}
//- /src/workflows/notify-${guid.toLowerCase()}.json.data.xml
<Workflow WorkflowId="{1ef8c509-91aa-4bbe-a80e-0988a0b6613d}" Name="Notify a new hire"><StateCode>1</StateCode></Workflow>
`,
      'Notify a new hire 1ef8c509-91aa-4bbe-a80e-0988a0b6613d on HR',
    );
  });

  it('take their names from the customizations of an extracted zip', () => {
    checkFlows(
      `//- /zip/solution.xml
${solutionXml('HR')}
//- /zip/Workflows/Notify-${guid}.json
${flow}
//- /zip/customizations.xml
<ImportExportXml><Workflows><Workflow WorkflowId="{${guid}}" Name="Notify a new hire"><Category>5</Category>
  <JsonFileName>/Workflows/Notify-${guid}.json</JsonFileName><StateCode>0</StateCode></Workflow></Workflows></ImportExportXml>
`,
      `Notify a new hire ${guid.toLowerCase()} off HR`,
    );
  });

  it('without metadata are named by their files', () => {
    checkFlows(
      `//- /src/Other/Solution.xml
${solutionXml('HR')}
//- /src/Workflows/Notify-${guid}.json
${flow}
//- /src/Workflows/Plain.JSON
${flow}
`,
      `Notify ${guid.toLowerCase()} - HR`,
      'Plain - - HR',
    );
  });

  it('outside of every solution are flows too', () => {
    checkFlows(
      `//- /loose/Workflows/Notify.json
${flow}
//- /loose/Workflows/Notify.json.data.xml
<Workflow Name="Loose" />
`,
      'Loose - - -',
    );
  });

  it('are not all JSON of their folder', () => {
    checkFlows(`//- /.github/workflows/tasks.json\n{ "tasks": [] }\n`);
  });

  it('are found by GUID, however it is written', () => {
    const snapshot = snapshotOf(`//- /Workflows/Notify-${guid}.json\n${flow}\n`);
    for (const written of [guid, guid.toLowerCase(), `{${guid}}`]) {
      assert.equal(snapshot.flowByGuid(written, undefined)?.name, 'Notify');
    }
    assert.equal(snapshot.flowByGuid('1ef8c509-91aa-4bbe-a80e-0988a0b6613d', undefined), undefined);
  });
});

describe('references', () => {
  const snapshot = snapshotOf(`//- /Other/Solution.xml
${solutionXml('HR')}
//- /Other/Customizations.xml
${customizationsXml({ name: 'Contoso_Teams', connector: 'shared_teams', title: 'Teams' })}
//- /Workflows/Notify.json
${flowText('{ "k": { "connection": { "connectionReferenceLogicalName": "contoso_teams" } }, "l": { "connection": { "connectionReferenceLogicalName": "CONTOSO_TEAMS" } } }')}
//- /CanvasApps/app.meta.xml
<CanvasApp><Name>App</Name><ConnectionReferences>{"1":{"xrmConnectionReferenceLogicalName":"contoso_TEAMS"}}</ConnectionReferences></CanvasApp>
//- /Assets/botcomponent_connectionreferenceset.xml
<botcomponent_connectionreferenceset><botcomponent_connectionreference botcomponentid.schemaname="contoso_bot.topic.x" connectionreferenceid.connectionreferencelogicalname="contoso_teams"/></botcomponent_connectionreferenceset>
//- /environmentvariabledefinitions/v/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="contoso_v"><connectionreferencelogicalname>contoso_teams</connectionreferencelogicalname></environmentvariabledefinition>
//- /settings/prod.json
${settingsText({ CONTOSO_teams: 'x' })}
`);

  it('are found without regard to case', () => {
    for (const name of ['contoso_teams', 'CONTOSO_TEAMS']) {
      assert.deepEqual(
        [snapshot.declarationsOf(name).length, snapshot.usesOf(name).length, snapshot.bindingsOf(name).length],
        [1, 5, 1],
      );
    }
    assert.deepEqual([...snapshot.names], ['contoso_teams']);
  });

  it('know everybody who uses them', () => {
    assert.deepEqual(
      snapshot
        .usesOf('contoso_teams')
        .map((use) => (use.by === 'flow' ? `flow ${use.flow.name} ${use.entry.key}` : `${use.by} ${use.name}`)),
      ['flow Notify k', 'flow Notify l', 'agent contoso_bot', 'app App', 'variable contoso_v'],
    );
  });
});

describe('settings files', () => {
  const hr = `//- /repo/hr/Other/Solution.xml
${solutionXml('HR', { name: 'base_outlook', solution: 'Base (1.0)' })}
//- /repo/hr/Other/Customizations.xml
${customizationsXml({ name: 'hr_teams', connector: 'shared_teams' })}
//- /repo/hr/environmentvariabledefinitions/v/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="hr_Mailbox" />
`;
  const travel = `//- /repo/travel/Other/Solution.xml
${solutionXml('Travel')}
//- /repo/travel/Workflows/Book.json
${flowText('{ "k": { "connection": { "connectionReferenceLogicalName": "travel_used" } } }')}
`;

  function checkOwners(file: string, text: string, expected: readonly string[], solutions = hr + travel): void {
    const settings = snapshotOf(`${solutions}//- ${file}\n${text}\n`).settingsAt(file);
    assert.deepEqual(
      settings?.solutions.map(({ name }) => name),
      expected,
    );
  }

  const naming = (...names: string[]): string => settingsText(Object.fromEntries(names.map((name) => [name, 'x'])));

  it('beside one solution belong to it, whatever they name', () => {
    checkOwners('/repo/settings/prod.json', naming('unknown'), ['HR'], hr);
    checkOwners('/repo/hr/settings/prod.json', naming('unknown'), ['HR']);
    checkOwners('/repo/hr/prod.json', naming('travel_used'), ['HR']);
  });

  it('beside several solutions belong to those of which they name something', () => {
    checkOwners('/repo/settings/prod.json', naming('hr_teams'), ['HR']);
    checkOwners('/repo/settings/prod.json', naming('HR_Teams', 'travel_used'), ['HR', 'Travel']);
    checkOwners('/repo/settings/prod.json', naming('base_outlook'), ['HR']);
    checkOwners('/repo/settings/prod.json', '{ "EnvironmentVariables": [ { "SchemaName": "HR_mailbox" } ] }', ['HR']);
    checkOwners('/repo/settings/prod.json', naming('unknown'), []);
  });

  it('far from every solution belong to those of the deepest folder around both', () => {
    checkOwners('/elsewhere/prod.json', naming('hr_teams'), ['HR']);
    checkOwners('/elsewhere/prod.json', naming('hr_teams'), ['HR'], hr);
    checkOwners('/elsewhere/prod.json', naming('hr_teams'), [], '');
  });
});
