import assert from 'node:assert/strict';
import { highlightsAt } from '../../src/features/highlights';
import { referencesAt } from '../../src/features/references';
import { customizationsXml, flowText, settingsText, solutionXml } from '../engine';
import { ask, describeMarks, describePlaces, describeSpan } from './navigation';

/** Checks that what stands at `$0` stands at all `⟦…⟧`, and nowhere else. */
function checkReferences(source: string, includesDeclaration = true): void {
  const asked = ask(source);
  const { workspace, file, offset } = asked;
  const found = referencesAt(workspace.snapshot, workspace.documents, file, offset, includesDeclaration);
  assert.deepEqual(describePlaces(workspace, found), describeMarks(asked));
}

const guid = '0ef8c509-91aa-4bbe-a80e-0988a0b6613d';
const entry = (key: string, name: string, connector = 'shared_teams'): string =>
  `"${key}": { "connection": { "connectionReferenceLogicalName": "${name}" }, "api": { "name": "${connector}" } }`;
const step = (key: string): string => `{ "Post": { "inputs": { "host": { "connectionName": "${key}" } } } }`;

describe('references', () => {
  const workspace = (mark: (name: string) => string, declaration: string): string => `//- /a/Workflows/A.json
${flowText(`{ ${entry('k', mark('contoso_teams'))}, ${entry('k2', mark('CONTOSO_teams'))}, ${entry('k3', 'contoso_teams_2')} }`, step('k'))}
//- /a/Other/Solution.xml
${solutionXml('A', { name: 'x', solution: 'B' }).replaceAll('logicalname="x"', `logicalname="${mark('contoso_teams')}"`)}
//- /b/Other/Solution.xml
${solutionXml('B')}
//- /b/Other/Customizations.xml
${customizationsXml({ name: declaration, connector: 'shared_teams', title: 'Teams' })}
//- /b/Assets/botcomponent_connectionreferenceset.xml
<botcomponent_connectionreferenceset><botcomponent_connectionreference botcomponentid.schemaname="bot.x" connectionreferenceid.connectionreferencelogicalname="${mark('contoso_teams')}" /></botcomponent_connectionreferenceset>
//- /b/CanvasApps/app.meta.xml
<CanvasApp><Name>App</Name><ConnectionReferences>{"1":{"displayName":"contoso_teams","xrmConnectionReferenceLogicalName":"${mark('contoso_teams')}"},"2":{&quot;xrmConnectionReferenceLogicalName&quot;:&quot;${mark('contoso_teams')}&quot;}}</ConnectionReferences></CanvasApp>
//- /b/environmentvariabledefinitions/contoso_Site/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="contoso_Site" parent.connectionreferencelogicalname="${mark('contoso_teams')}" />
//- /agent/connectionreferences.mcs.yml
connectionReferences:
  - connectionReferenceLogicalName: ${mark('contoso_teams')}
    connectorId: /providers/Microsoft.PowerApps/apis/shared_teams
//- /settings/prod.json
${settingsText({ [mark('contoso_teams')]: 'x' })}
//- /connref.json
{ "suppressions": [
  { "rule": "unused-connection-reference", "name": "${mark('contoso_teams')}", "reason": "x" },
  { "rule": "generated-name", "pointer": "/connectionreferences/${mark('contoso_teams')}/connectionreferencedisplayname", "reason": "x" },
  { "rule": "generated-name", "pointer": "/connectionreferences/contoso_teams_2/connectionreferencedisplayname", "reason": "x" }
] }
`;

  it('of a logical name stand in flows, declarations, apps, agents, variables, settings, dependencies and suppressions', () => {
    checkReferences(workspace((name) => `⟦${name}⟧`, '⟦$0contoso_teams⟧'));
  });

  it('without the declaration are those that use it', () => {
    checkReferences(
      workspace((name) => `⟦${name}⟧`, '$0contoso_teams'),
      false,
    );
  });

  it('are the same from the display name', () => {
    checkReferences(workspace((name) => `⟦${name}⟧`, '⟦contoso_teams⟧').replace('>Teams<', '>Te$0ams<'));
  });

  it('of a key are within its flow, also those in expressions', () => {
    const actions = `{ "Post": { "inputs": { "host": { "connectionName": "⟦k⟧" } } },
      "Loop": { "type": "Foreach", "actions": { "In": { "inputs": { "host": { "connection": { "name": "@parameters('$connections')['⟦k⟧']['connectionId']" } } } } } },
      "Compose": { "inputs": "@{parameters('$connections')['⟦k⟧']['name']} @{parameters( '$connections' )[ '⟦k⟧' ]} @parameters('$connections')['k2']" } }`;
    checkReferences(`//- /Workflows/A.json
${flowText(`{ ${entry('⟦$0k⟧', 'contoso_teams')}, ${entry('k2', 'contoso_teams')} }`, actions)}
//- /Workflows/B.json
${flowText(`{ ${entry('k', 'contoso_teams')} }`, step('k'))}
`);
  });

  it('of a key with quotes and escapes are found as written', () => {
    const actions = `{ "Post": { "inputs": { "host": { "connection": { "name": "@parameters('$connections')['⟦it\\u0027\\u0027s⟧']['connectionId']" } } } },
      "Other": { "inputs": "@parameters('$connections')['⟦it''s⟧']" } }`;
    checkReferences(`//- /Workflows/A.json\n${flowText(`{ ${entry("⟦it$0's⟧", 'contoso_teams')} }`, actions)}\n`);
  });

  it('of a connection are in all settings and direct uses, as a name or at the end of an id', () => {
    const id = 'shared-teams-300cc200-0000-4000-8000-000000000000';
    checkReferences(`//- /settings/prod.json
${settingsText({ a: `⟦${id}⟧`, b: 'other', c: '' })}
//- /settings/test.json
${settingsText({ a: `⟦$0${id}⟧`, c: '' })}
//- /Workflows/A.json
${flowText(`{ "k": { "connectionName": "/providers/Microsoft.PowerApps/apis/shared_teams/connections/⟦${id}⟧", "id": "/providers/Microsoft.PowerApps/apis/shared_teams" } }`)}
`);
  });

  it('of a connector are its names in flows, steps, declarations, settings, apps, agents and lists', () => {
    const host =
      '{ "Post": { "inputs": { "host": { "connectionName": "shared_teams", "apiId": "/providers/Microsoft.PowerApps/apis/⟦shared_teams⟧" } } } }';
    checkReferences(`//- /Workflows/A.json
${flowText(`{ ${entry('shared_teams', 'a', '⟦$0shared_teams⟧')}, ${entry('k', 'a', 'shared_teams_2')} }`, host)}
//- /Other/Customizations.xml
${customizationsXml({ name: 'shared_teams', connector: '⟦shared_teams⟧' })}
//- /settings/prod.json
${settingsText({ a: 'shared_teams' }, '⟦shared_Teams⟧')}
//- /CanvasApps/app.meta.xml
<CanvasApp><ConnectionReferences>{"1":{"id":"/providers/microsoft.powerapps/apis/⟦shared_teams⟧"}}</ConnectionReferences></CanvasApp>
//- /connref.json
{ "connectors": { "block": ["⟦teams⟧", "sql"], "groups": { "business": "⟦shared_teams⟧" } } }
`);
  });

  it('of a flow are the steps that call it, its root component and its metadata', () => {
    const call = `{ "Run": { "inputs": { "host": { "workflowReferenceName": "⟦$0${guid}⟧" } } } }`;
    checkReferences(`//- /Workflows/A.json
${flowText('{}', call)}
//- /Workflows/B-${guid.toUpperCase()}.json
${flowText('{}').replace('"definition"', '"⟦definition⟧"')}
//- /Workflows/B-${guid.toUpperCase()}.json.data.xml
<Workflow WorkflowId="⟦{${guid}}⟧" Name="B"><Category>5</Category></Workflow>
//- /Other/Solution.xml
${solutionXml('S').replace('</SolutionManifest>', `<RootComponents><RootComponent type="29" id="⟦{${guid}}⟧" /></RootComponents></SolutionManifest>`)}
`);
  });

  it('are none where nothing stands', () => {
    checkReferences(`//- /Workflows/A.json\n${flowText('{}').replace('schemaVersion', 'schema$0Version')}\n`);
  });

  it('in an editor are those of its text', () => {
    const { workspace, file } = ask(`//- /Workflows/A.json\n${flowText(`{ ${entry('$0k', 'a')} }`)}\n`);
    const text = flowText(`{ ${entry('k', 'a')} }`, step('k'));
    workspace.setOpenText(file, { text, version: 1 });
    const found = referencesAt(workspace.snapshot, workspace.documents, file, text.indexOf('"k"') + 1, true);
    assert.equal(found.length, 2);
  });
});

describe('highlights', () => {
  it('are the places of the same file; the declaration is told from uses', () => {
    const asked = ask(`//- /Workflows/A.json
${flowText(`{ ${entry('⟦k⟧', 'a')} }`, step('⟦$0k⟧'))}
//- /Workflows/B.json
${flowText(`{ ${entry('k', 'a')} }`, step('k'))}
`);
    const { workspace, file, offset } = asked;
    const found = highlightsAt(workspace.snapshot, workspace.documents, file, offset);
    assert.deepEqual(found.map(({ span }) => describeSpan(workspace, file, span)).sort(), describeMarks(asked));
    assert.deepEqual(
      found.map(({ isDeclaration }) => isDeclaration),
      [true, false],
    );
  });

  it('are there in broken text as far as it can be read', () => {
    const text = `//- /Workflows/A.json\n${flowText(`{ ${entry('⟦k⟧', 'a')} }`, step('⟦$0k⟧'))}\n`.replace(
      ', "schemaVersion"',
      ' "schemaVersion',
    );
    const asked = ask(text);
    const found = highlightsAt(asked.workspace.snapshot, asked.workspace.documents, asked.file, asked.offset);
    assert.equal(found.length, 2);
  });
});
