import assert from 'node:assert/strict';
import { definitionAt } from '../../src/features/definition';
import { customizationsXml, flowText, settingsText, solutionXml } from '../engine';
import { plainSolution } from '../fixture';
import { ask, describeMarks, describePlaces, type Asked } from './navigation';

function define(source: string): { readonly asked: Asked; readonly found: ReturnType<typeof definitionAt> } {
  const asked = ask(source);
  const { workspace, file, offset } = asked;
  return { asked, found: definitionAt(workspace.snapshot, workspace.documents, file, offset) };
}

/** Checks that what stands at `$0` is declared at the `⟦…⟧`, and nowhere else. */
function checkDefinition(source: string): void {
  const { asked, found } = define(source);
  assert.deepEqual(describePlaces(asked.workspace, found?.targets ?? []), describeMarks(asked));
}

/** Checks that it leads to these files as a whole. */
function checkFiles(source: string, ...files: readonly string[]): void {
  const { found } = define(source);
  assert.deepEqual(
    found?.targets.map(({ file }) => file),
    files,
  );
}

const guid = '0ef8c509-91aa-4bbe-a80e-0988a0b6613d';
const entry =
  '"k": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } }';
const step = '{ "Post": { "inputs": { "host": { "connectionName": "k" } } } }';
const declared = (name = '⟦Contoso_Teams⟧'): string =>
  `//- /Other/Customizations.xml\n${customizationsXml({ name, connector: 'shared_teams', title: 'HR – Teams' })}\n`;
const child = `//- /Workflows/Child-${guid.toUpperCase()}.json\n${flowText('{}').replace('"definition"', '"⟦definition⟧"')}\n`;

describe('the definition', () => {
  it('of a key in a step is its entry', () => {
    checkDefinition(
      `//- /Workflows/A.json\n${flowText(`{ ${entry.replace('"k"', '"⟦k⟧"')} }`, step.replace('"k"', '"$0k"'))}\n`,
    );
  });

  it('of a key in an expression outside of the host is its entry, also with escaped quotes', () => {
    for (const key of [
      `@parameters('$connections')['k$0']`,
      String.raw`@parameters(\u0027$connections\u0027)[\u0027k$0\u0027]`,
    ]) {
      const actions = `{ "Compose": { "type": "Compose", "inputs": "${key}['connectionId']" } }`;
      checkDefinition(`//- /Workflows/A.json\n${flowText(`{ ${entry.replace('"k"', '"⟦k⟧"')} }`, actions)}\n`);
    }
  });

  it('of a key that the flow does not have is nowhere', () => {
    checkDefinition(`//- /Workflows/A.json\n${flowText(`{ ${entry} }`, step.replace('"k"', '"$0other"'))}\n`);
  });

  it('of a logical name is its declaration, in any case', () => {
    checkDefinition(
      `//- /Workflows/A.json\n${flowText(`{ ${entry.replace('contoso_teams', 'contoso$0_teams')} }`, step)}\n${declared()}`,
    );
  });

  it('of a logical name is every declaration, that of the own solution first', () => {
    const solution = (root: string, name: string): string =>
      `//- ${root}/Other/Solution.xml\n${solutionXml(name)}\n//- ${root}/Other/Customizations.xml\n${customizationsXml({ name: 'contoso_teams', connector: 'shared_teams' })}\n`;
    checkFiles(
      `//- /b/Workflows/A.json\n${flowText(`{ ${entry.replace('contoso_teams', 'contoso$0_teams')} }`, step)}\n${solution('/a', 'A')}${solution('/b', 'B')}${solution('/c', 'C')}`,
      '/b/Other/Customizations.xml',
      '/a/Other/Customizations.xml',
      '/c/Other/Customizations.xml',
    );
  });

  it('of an entry in settings is the declaration', () => {
    checkDefinition(`//- /settings/prod.json\n${settingsText({ contoso_teams$0: 'x' })}\n${declared()}`);
  });

  it('of the display name is the declaration that has it', () => {
    checkDefinition(declared().replace('HR –', 'HR$0 –'));
  });

  it('of a missing dependency is the declaration, where the workspace has it', () => {
    const required = (name: string): string =>
      `//- /b/Other/Solution.xml\n${solutionXml('B', { name, solution: 'Fixture (1.0)' }).replace(`displayName="${name} title" `, '')}\n`;
    checkDefinition(required('contoso_$0teams') + declared() + `//- /Other/Solution.xml\n${plainSolution}`);
    checkDefinition(
      required('contoso_$0other') + declared('contoso_teams') + `//- /Other/Solution.xml\n${plainSolution}`,
    );
  });

  it('of the base solution that brings it is that solution', () => {
    checkDefinition(
      `//- /b/Other/Solution.xml\n${solutionXml('B', { name: 'x', solution: 'Fix$0ture (1.0)' })}\n//- /Other/Solution.xml\n${plainSolution.replace('Fixture', '⟦Fixture⟧')}`,
    );
  });

  it('of the GUID of a child flow is that flow', () => {
    const call = `{ "Run": { "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "0ef8$0${guid.slice(4)}" } } } }`;
    checkDefinition(`//- /Workflows/A.json\n${flowText('{}', call)}\n${child}`);
  });

  it('of a root component is the flow', () => {
    const listed = plainSolution.replace(
      '</SolutionManifest>',
      `<RootComponents><RootComponent type="1" schemaName="account" /><RootComponent type="29" id="{$0${guid}}" behavior="0" /></RootComponents></SolutionManifest>`,
    );
    checkDefinition(`//- /Other/Solution.xml\n${listed}\n${child}`);
  });

  it('of a root component without a definition is its metadata', () => {
    const listed = plainSolution.replace(
      '</SolutionManifest>',
      `<RootComponents><RootComponent type="29" id="{${guid}$0}" behavior="0" /></RootComponents></SolutionManifest>`,
    );
    checkDefinition(
      `//- /Other/Solution.xml\n${listed}\n//- /Workflows/Classic.xaml.data.xml\n<Workflow WorkflowId="⟦{${guid}}⟧" Name="Classic"><Category>0</Category></Workflow>\n`,
    );
  });

  it('of an environment variable is its definition, from flows, settings and root components', () => {
    const variable =
      '//- /environmentvariabledefinitions/contoso_Site/environmentvariabledefinition.xml\n<environmentvariabledefinition schemaname="⟦contoso_Site⟧" />\n';
    const parameters =
      '"parameters": { "Site": { "type": "String", "metadata": { "schemaName": "contoso_$0Site" } } }, "actions": {} } }';
    checkDefinition(variable + `//- /Workflows/A.json\n${flowText('{}').replace('"actions": {} } }', parameters)}\n`);
    checkDefinition(
      `${variable}//- /settings/prod.json\n{ "EnvironmentVariables": [{ "SchemaName": "$0contoso_site", "Value": "x" }], "ConnectionReferences": [] }\n`,
    );
    const listed = plainSolution.replace(
      '</SolutionManifest>',
      '<RootComponents><RootComponent type="380" schemaName="contoso_site$0" /></RootComponents></SolutionManifest>',
    );
    checkDefinition(`${variable}//- /Other/Solution.xml\n${listed}`);
  });

  it('of a custom connector is its file, by its name and by its GUID', () => {
    const connector = (guid: string): string =>
      `//- /Connectors/contoso_5Forders.xml\n<Connector><connectorid>${guid}</connectorid><displayname>Orders</displayname><name>⟦contoso_5Forders⟧</name></Connector>\n`;
    const using = (name: string): string =>
      `//- /Workflows/A.json\n${flowText(`{ "k": { "connection": {}, "api": { "name": "${name}" } } }`)}\n`;
    checkDefinition(connector(guid) + using('shared_contoso-5forders$0-5f7fc9343cf45734fe'));
    const byGuid = `//- /Other/Customizations.xml\n<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="x"><connectorid>/providers/Microsoft.PowerApps/apis/shared_else-5f7fc9343cf45734fe</connectorid><customconnectorid><connectorid>${guid}</connectorid></customconnectorid></connectionreference></connectionreferences></ImportExportXml>\n`;
    checkDefinition(connector(guid) + using('shared_else$0-5f7fc9343cf45734fe') + byGuid);
    checkDefinition(connector(guid).replace('⟦contoso_5Forders⟧', 'contoso_5Forders') + using('shared_$0teams'));
  });

  it('in a canvas app is the declaration, each name by itself', () => {
    checkDefinition(
      `//- /CanvasApps/app.meta.xml
<CanvasApp><Name>App</Name><ConnectionReferences>{&quot;1&quot;:{&quot;displayName&quot;:&quot;contoso_teams&quot;,"xrmConnectionReferenceLogicalName":"contoso_teams"},"2":{"xrmConnectionReferenceLogicalName":&quot;contoso_tea$0ms&quot;}}</ConnectionReferences></CanvasApp>
${declared()}`,
    );
  });

  it('of what a configuration names are files', () => {
    const configuration = (json: string): string => `//- /connref.json\n${json}\n//- /base.connref.json\n{}\n`;
    const settings = `//- /settings/a.json\n${settingsText({ x: '' })}\n//- /settings/b.json\n${settingsText({ x: '' })}\n`;
    checkFiles(configuration('{ "extends": "./base$0.connref.json" }'), '/base.connref.json');
    checkFiles(configuration('{ "extends": ["base$0.connref.json"] }'), '/base.connref.json');
    checkFiles(
      configuration('{ "environments": [{ "name": "prod", "files": "settings/$0*.json" }] }') + settings,
      '/settings/a.json',
      '/settings/b.json',
    );
    checkFiles(
      configuration('{ "environments": [{ "name": "pr$0od", "files": "settings/b.json" }] }') + settings,
      '/settings/b.json',
    );
    checkFiles(
      '//- /connref.json\n{ "baseline": "$0connref-baseline.json" }\n//- /connref-baseline.json\n{ "connrefBaseline": 1, "findings": [] }\n',
      '/connref-baseline.json',
    );
  });

  it('of a file that is not there is nowhere', () => {
    assert.equal(define('//- /connref.json\n{ "extends": "$0gone.connref.json" }\n').found, undefined);
  });

  it('of anything else is nowhere', () => {
    assert.equal(
      define(`//- /Workflows/A.json\n${flowText('{}').replace('schemaVersion', 'schema$0Version')}\n`).found,
      undefined,
    );
    assert.equal(define('//- /package.json\n{ "na$0me": "x" }\n').found, undefined);
  });

  it('in the YAML layout is the declaration there', () => {
    checkDefinition(`//- /solutions/A/solution.yml
UniqueName: A
//- /modernflows/F-${guid}.json
${flowText(`{ ${entry.replace('contoso_teams', 'contoso_te$0ams')} }`)}
//- /connectionreferences/contoso_teams/connectionreference.yml
connectionreferencelogicalname: "⟦contoso_teams⟧"
connectorid: /providers/Microsoft.PowerApps/apis/shared_teams
`);
  });

  it('from a copy of a solution is in the source', () => {
    const solution = (root: string, name: string): string =>
      `//- ${root}/Other/Solution.xml\n${solutionXml('Twice')}\n//- ${root}/Other/Customizations.xml\n${customizationsXml({ name, connector: 'shared_teams' })}\n`;
    const flow = (root: string, name: string): string =>
      `//- ${root}/Workflows/A-${guid}.json\n${flowText(`{ ${entry.replace('contoso_teams', name)} }`, step)}\n`;
    const exported = '//- /export/solution.xml\n' + solutionXml('Twice') + '\n';
    checkDefinition(
      solution('/src', '⟦contoso_teams⟧') +
        flow('/src', 'contoso_teams') +
        exported +
        flow('/export', 'conto$0so_teams'),
    );
  });
});
