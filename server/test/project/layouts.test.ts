/** What is read of layouts other than an unpacked solution, and what is said of them. */
import assert from 'node:assert/strict';
import type { TreeItem } from '../../src/features/tree';
import { buildTree } from '../../src/features/treeView';
import { hoverAt } from '../../src/features/hover';
import type { Workspace } from '../../src/host/workspace';
import { customizationsXml, flowText, openFixture, solutionXml } from '../engine';

function open(source: string): Workspace {
  return openFixture(source, { addsSolution: false }).workspace;
}

/** `<file> <rule>` of every finding. */
function findingsOf(workspace: Workspace): string[] {
  return [...workspace.snapshot.files.keys()].flatMap((file) =>
    workspace.findingsOf(file).map(({ rule }) => `${file} ${rule.id}`),
  );
}

/** Each line is indented by its depth. */
function treeOf(workspace: Workspace): string[] {
  const lines = (items: readonly TreeItem[], depth: string): string[] =>
    items.flatMap((item) => [
      `${depth}${item.label} (${item.description ?? ''})${item.severity ? ` ${item.severity}` : ''}`,
      ...lines(item.children(), `${depth}  `),
    ]);
  return lines(
    buildTree(workspace.snapshot, (file) => workspace.findingsOf(file)),
    '',
  );
}

describe('a flow package', () => {
  const folder = 'Microsoft.Flow/flows/1c9e77aa-0000-4000-8000-000000000001';
  const definition = (name: string): string => `{
  "name": "0fae0000-0000-4000-8000-00000000000f",
  "properties": {
    ${name}
    "connectionReferences": {
      "shared_teams": { "connectionName": "shared-teams-1b2c", "source": "Embedded", "id": "/providers/Microsoft.PowerApps/apis/shared_teams", "tier": "NotSpecified" },
      "shared_sql": { "connectionName": "0fae", "source": "Invoker", "id": "/providers/Microsoft.PowerApps/apis/shared_sql" }
    },
    "definition": {
      "triggers": { "When": { "type": "Recurrence" } },
      "actions": { "Send": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "shared_te$0ams" } } } }
    }
  }
}`;
  const inPackage = (name = '"displayName": "Notify the team",'): string => `//- /pkg/${folder}/definition.json
${definition(name)}
//- /pkg/${folder}/connectionsMap.json
{ "shared_teams": "4358c77a-0000-4000-8000-000000000000" }
//- /pkg/${folder}/apisMap.json
{ "shared_teams": "5cbc4ea2-0000-4000-8000-000000000000" }
//- /pkg/manifest.json
{ "packageSchemaVersion": "1.0" }
`;

  it('is in the tree with its direct connections, and no warning', () => {
    assert.deepEqual(treeOf(open(inPackage())), [
      'Microsoft Teams (used directly by 1 flow)',
      '  Used directly (1 flow)',
      '    Notify the team (Flow package)',
      '      Send ()',
      'SQL Server (used directly by 1 flow)',
      '  Used directly (1 flow)',
      '    Notify the team (Flow package)',
    ]);
  });

  it('is named by its folder where it has no name', () => {
    assert.deepEqual(
      open(inPackage('')).snapshot.flows.map(({ name }) => name),
      ['1c9e77aa-0000-4000-8000-000000000001'],
    );
  });

  it('has no findings, whatever is wrong with it', () => {
    assert.deepEqual(findingsOf(open(inPackage())), []);
    assert.deepEqual(findingsOf(open(`//- /pkg/${folder}/definition.json\n{ "properties": { "definition": { } }`)), []);
  });

  it('belongs to no solution, also within the folder of one', () => {
    const workspace = open(`${inPackage()}//- /pkg/solution.xml\n${solutionXml('Contoso')}\n`);
    assert.deepEqual(findingsOf(workspace), []);
    assert.deepEqual(
      workspace.snapshot.flows.map(({ solution }) => solution),
      [undefined],
    );
  });

  it('is explained by a hover', () => {
    const { workspace, fixture } = openFixture(inPackage(), { addsSolution: false });
    assert.ok(fixture.cursor);
    const hover = hoverAt(workspace.snapshot, workspace.documents, fixture.cursor.file, fixture.cursor.offset);
    assert.equal(hover?.card.kind, 'direct');
    const { connectionName, steps, isPackaged } = hover.card;
    assert.deepEqual([connectionName, steps, isPackaged], ['shared-teams-1b2c', 1, true]);
  });

  it('does not keep a flow of a solution from being told', () => {
    const workspace = open(`${inPackage()}//- /src/Other/Solution.xml
${solutionXml('Contoso')}
//- /src/Workflows/Old.json
${flowText('{ "shared_teams": { "connection": {}, "api": { "name": "shared_teams" } } }')}
`);
    assert.ok(treeOf(workspace).includes('  Used directly (2 flows) warning'));
  });
});

describe("an agent's workspace", () => {
  const flowFolder = '/Agents/HR Helper/workflows/LogRequest-3F2A9C41-0000-4000-8000-000000000000';
  const source = `//- /Agents/HR Helper/connectionreferences.mcs.yml
connectionReferences:
  - connectionReferenceLogicalName: hrhelper.shared_sql.5075
    connectorId: /providers/Microsoft.PowerApps/apis/shared_sql
  - connectionReferenceLogicalName: "contoso_te$0ams"
    connectorId: /providers/Microsoft.PowerApps/apis/shared_teams
//- ${flowFolder}/workflow.json
${flowText(
  '{ "sql": { "runtimeSource": "embedded", "connection": { "connectionReferenceLogicalName": "hrhelper.shared_sql.5075" }, "api": { "name": "shared_sql" } } }',
  '{ "Log": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "sql" } } } }',
)}
`;

  it('is in the tree with what it uses', () => {
    assert.deepEqual(treeOf(open(source)), [
      'Microsoft Teams (1 reference)',
      '  Not bound (in no settings file)',
      '    contoso_teams (declared nowhere here)',
      '      HR Helper ()',
      'SQL Server (1 reference)',
      '  Not bound (in no settings file)',
      '    hrhelper.shared_sql.5075 (declared nowhere here)',
      '      HR Helper ()',
      '      LogRequest (In no solution)',
      '        Log ()',
    ]);
  });

  it('uses references of solutions, and is no part of one', () => {
    const workspace = open(`${source}//- /Agents/Other/Solution.xml
${solutionXml('Contoso')}
//- /Agents/Other/Customizations.xml
${customizationsXml({ name: 'contoso_teams', connector: 'shared_teams', title: 'HR – Teams' })}
//- /Agents/Workflows/Empty.json
${flowText('{}')}
`);
    assert.deepEqual(
      workspace.snapshot.flows.map(({ name, guid, solution }) => [name, guid, solution?.name]),
      [
        ['LogRequest', '3f2a9c41-0000-4000-8000-000000000000', undefined],
        ['Empty', undefined, 'Contoso'],
      ],
    );
    assert.deepEqual(findingsOf(workspace), []);
  });

  it('is explained by a hover', () => {
    const { workspace, fixture } = openFixture(source, { addsSolution: false });
    assert.ok(fixture.cursor);
    const { file, offset } = fixture.cursor;
    const hover = hoverAt(workspace.snapshot, workspace.documents, file, offset);
    assert.equal(hover?.card.kind, 'reference');
    assert.deepEqual(
      [hover.card.logicalName, hover.card.connector?.title, hover.card.agents],
      ['contoso_teams', 'Microsoft Teams', 1],
    );
    assert.equal(workspace.texts.text(file)?.slice(hover.span.start, hover.span.end), 'contoso_teams');
  });

  it('may hold a bare list, or nothing that can be read', () => {
    const of = (text: string): string[] =>
      treeOf(open(`//- /HR/connectionreferences.mcs.yml\n${text}`)).map((line) => line.trim());
    assert.deepEqual(of('- connectionReferenceLogicalName: a\n  connectorId: shared_sql\n'), [
      'SQL Server (1 reference)',
      'Not bound (in no settings file)',
      'a (declared nowhere here)',
      'HR ()',
    ]);
    assert.deepEqual(of('connectionReferences: []\n'), []);
    assert.deepEqual(of('connectionReferences:\n  - 1\n  - x: *y\n'), []);
  });

  it('is told where it is broken', () => {
    assert.deepEqual(findingsOf(open('//- /HR/connectionreferences.mcs.yml\nconnectionReferences: [\n')), [
      '/HR/connectionreferences.mcs.yml syntax-error',
    ]);
  });
});

describe('the YAML source layout', () => {
  const manifest = (name: string): string => `ImportExportXml:
  SolutionManifest:
    UniqueName: ${name}
    LocalizedNames:
      LocalizedName:
        '@description': ${name} of Contoso
        '@languagecode': 1033
    Version: 1.4.0
    Managed: 0
`;
  const components = (...paths: readonly string[]): string =>
    `SolutionComponents:\n  Component:\n${paths.map((path) => `  - '@path': ${path}\n`).join('')}`;
  const reference = (name: string, title: string): string => `connectionreference:
  '@connectionreferencelogicalname': ${name}
  connectionreferencedisplayname: ${title}
  connectorid: /providers/Microsoft.PowerApps/apis/shared_teams
`;
  const bound = (name: string): string =>
    flowText(
      `{ "teams": { "runtimeSource": "embedded", "connection": { "connectionReferenceLogicalName": "${name}" }, "api": { "name": "shared_teams" } } }`,
      '{ "Send": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "teams" } } } }',
    );
  const guid = '3f2a9c41-0000-4000-8000-000000000000';
  const source = `//- /repo/solutions/HR/solution.yml
${manifest('HR')}
//- /repo/solutions/HR/solutioncomponents.yml
${components(`/modernflows/Notify-${guid}`, '/connectionreferences/contoso_hr')}
//- /repo/solutions/HR/missingdependencies.yml
MissingDependencies:
  MissingDependency:
  - Required:
      '@type': connectionreference
      '@displayName': Shared
      '@solution': Base (1.2)
      '@id.connectionreferencelogicalname': base_teams
//- /repo/solutions/Travel/solution.yml
${manifest('Travel')}
//- /repo/solutions/Travel/solutioncomponents.yml
${components('/modernflows/77aa9c41-0000-4000-8000-000000000000', '/connectionreferences/contoso_travel')}
//- /repo/publishers/contoso/publisher.yml
Publisher:
  CustomizationPrefix: contoso
//- /repo/connectionreferences/contoso_hr/connectionreference.yml
${reference('contoso_$0hr', 'HR – Teams')}
//- /repo/connectionreferences/contoso_travel/connectionreference.yml
${reference('contoso_travel', 'Travel – Teams')}
//- /repo/modernflows/Notify-${guid.toUpperCase()}.json
${bound('contoso_hr')}
//- /repo/modernflows/77aa9c41-0000-4000-8000-000000000000/Book.json
${bound('contoso_travel')}
//- /repo/modernflows/Nobody.json
${bound('contoso_hr')}
`;

  it('gives each solution what its list of components names', () => {
    const { snapshot } = open(source);
    assert.deepEqual(
      snapshot.solutions.map(({ name, displayName, version, isManaged, flows, declarations }) => [
        [name, displayName, version, isManaged],
        flows.map((flow) => [flow.name, flow.guid]),
        declarations.map(({ logicalName, title, connector }) => [logicalName, title, connector]),
      ]),
      [
        [['HR', 'HR of Contoso', '1.4.0', false], [['Notify', guid]], [['contoso_hr', 'HR – Teams', 'shared_teams']]],
        [
          ['Travel', 'Travel of Contoso', '1.4.0', false],
          [['Book', '77aa9c41-0000-4000-8000-000000000000']],
          [['contoso_travel', 'Travel – Teams', 'shared_teams']],
        ],
      ],
    );
    assert.deepEqual(
      snapshot.flows.map(({ name, solution }) => `${name}: ${solution?.name ?? 'none'}`),
      ['Book: Travel', 'Nobody: none', 'Notify: HR'],
    );
  });

  it('has no findings where all is well', () => {
    assert.deepEqual(findingsOf(open(source)), []);
  });

  it('is explained by a hover', () => {
    const { workspace, fixture } = openFixture(source, { addsSolution: false });
    assert.ok(fixture.cursor);
    const { file, offset } = fixture.cursor;
    const hover = hoverAt(workspace.snapshot, workspace.documents, file, offset);
    assert.equal(hover?.card.kind, 'reference');
    assert.deepEqual([hover.card.title, hover.card.flows], ['HR – Teams', 2]);
    assert.equal(workspace.texts.text(file)?.slice(hover.span.start, hover.span.end), 'contoso_hr');
  });

  it('tells what is wrong in its flows', () => {
    const workspace = open(
      source
        .replace(bound('contoso_travel'), bound('contoso_travle'))
        .replace(bound('contoso_hr'), flowText('{ "teams": { "connection": {}, "api": { "name": "shared_teams" } } }')),
    );
    assert.deepEqual(findingsOf(workspace), [
      `/repo/modernflows/Notify-${guid.toUpperCase()}.json unused-connection-key`,
      `/repo/modernflows/Notify-${guid.toUpperCase()}.json use-connection-references`,
    ]);
  });

  it('knows what a base solution gives', () => {
    assert.deepEqual(findingsOf(open(source.replace(bound('contoso_hr'), bound('base_teams')))), [
      `/repo/modernflows/Notify-${guid.toUpperCase()}.json reference-in-another-solution`,
    ]);
    assert.deepEqual(findingsOf(open(source.replace(bound('contoso_hr'), bound('contoso_hx')))), [
      `/repo/modernflows/Notify-${guid.toUpperCase()}.json undeclared-connection-reference`,
    ]);
  });

  it('of one solution holds all that lies around it', () => {
    const { snapshot } = open(`//- /solutions/HR/solution.yml
SolutionManifest: { UniqueName: HR }
//- /modernflows/Notify.json
${flowText('{}')}
//- /connectionreferences/a/connectionreference.json
{ "@connectionreferencelogicalname": "a", "connectorid": "/providers/Microsoft.PowerApps/apis/shared_sql" }
//- /connectionreferences/b/connectionreference.xml
<connectionreference connectionreferencelogicalname="b"><connectorid>/providers/Microsoft.PowerApps/apis/shared_x</connectorid></connectionreference>
//- /environmentvariabledefinitions/contoso_v/environmentvariabledefinition.yml
environmentvariabledefinition:
  displayname: x
`);
    const [solution] = snapshot.solutions;
    assert.deepEqual(
      [
        solution?.name,
        solution?.flows.map(({ name }) => name),
        solution?.declarations.map(({ logicalName, connector }) => [logicalName, connector]),
        solution?.variables.map(({ schemaName, hasValue }) => [schemaName, hasValue]),
      ],
      [
        'HR',
        ['Notify'],
        [
          ['a', 'shared_sql'],
          ['b', 'shared_x'],
        ],
        [['contoso_v', true]],
      ],
    );
  });

  it('is silent where it can not know: unused references, other solutions beside it', () => {
    const silent = `${source}//- /repo/connectionreferences/contoso_unused/connectionreference.yml
${reference('contoso_unused', 'Unused')}
//- /repo/legacy/Other/Solution.xml
${solutionXml('Legacy')}
//- /repo/legacy/Workflows/Old.json
${flowText('{}')}
`;
    const workspace = open(silent);
    assert.deepEqual(findingsOf(workspace), []);
    assert.equal(workspace.snapshot.flowAt('/repo/legacy/Workflows/Old.json')?.solution?.name, 'Legacy');
  });
});

describe('an extracted zip', () => {
  const source = `//- /zip/solution.xml
${solutionXml('Contoso')}
//- /zip/customizations.xml
<ImportExportXml>
  <CanvasApps>
    <CanvasApp><Name>contoso_a</Name><DisplayName>Orders</DisplayName><ConnectionReferences>{"1":{"id":"/providers/microsoft.powerapps/apis/shared_sql","xrmConnectionReferenceLogicalName":"contoso_sql"}}</ConnectionReferences></CanvasApp>
    <CanvasApp><Name>contoso_b</Name><ConnectionReferences>{"2":{"id":"/providers/microsoft.powerapps/apis/shared_teams","xrmConnectionReferenceLogicalName":"contoso_t$0eams"},"3":{"id":"/providers/microsoft.powerapps/apis/shared_office365"}}</ConnectionReferences></CanvasApp>
  </CanvasApps>
  <connectionreferences>
    <connectionreference connectionreferencelogicalname="contoso_sql"><connectorid>/providers/Microsoft.PowerApps/apis/shared_sql</connectorid></connectionreference>
    <connectionreference connectionreferencelogicalname="contoso_teams"><connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid></connectionreference>
    <connectionreference connectionreferencelogicalname="contoso_mail"><connectorid>/providers/Microsoft.PowerApps/apis/shared_office365</connectorid></connectionreference>
  </connectionreferences>
</ImportExportXml>
//- /zip/Assets/botcomponent_connectionreferenceset.xml
<botcomponent_connectionreferenceset><botcomponent_connectionreference botcomponentid.schemaname="contoso_bot.topic" connectionreferenceid.connectionreferencelogicalname="contoso_sql" /></botcomponent_connectionreferenceset>
//- /zip/environmentvariabledefinitions/contoso_v/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="contoso_v"><defaultvalue>1</defaultvalue></environmentvariabledefinition>
`;

  it('has its apps in its customizations, and agents and variables where an unpacked one has them', () => {
    const { snapshot } = open(source);
    assert.deepEqual(
      ['contoso_sql', 'contoso_teams', 'contoso_mail'].map((name) =>
        snapshot.usesOf(name).map((use) => (use.by === 'flow' ? '' : `${use.by} ${use.name}`)),
      ),
      [['agent contoso_bot', 'app Orders'], ['app contoso_b'], []],
    );
    assert.deepEqual(
      snapshot.solutions[0]?.variables.map(({ schemaName, hasValue }) => [schemaName, hasValue]),
      [['contoso_v', true]],
    );
  });

  it('has no unused references where an app may use them', () => {
    assert.deepEqual(findingsOf(open(source)), []);
  });

  it('is explained by a hover in an app', () => {
    const { workspace, fixture } = openFixture(source, { addsSolution: false });
    assert.ok(fixture.cursor);
    const { file, offset } = fixture.cursor;
    const hover = hoverAt(workspace.snapshot, workspace.documents, file, offset);
    assert.equal(workspace.texts.text(file)?.slice(hover?.span.start, hover?.span.end), 'contoso_teams');
  });
});

describe('a managed solution', () => {
  it('has findings, and no fixes for them', () => {
    const source = (managed: 0 | 1 | 2): string => `//- /src/Other/Solution.xml
${solutionXml('Contoso').replace('<Managed>0', `<Managed>${managed}`)}
//- /src/Other/Customizations.xml
${customizationsXml({ name: 'contoso_teams', connector: 'shared_teams' })}
//- /src/Workflows/Old.json
${flowText('{ "t": { "connection": {}, "api": { "name": "shared_teams" } } }', '{ "Send": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "t" } } } }')}
`;
    const fixesOf = (managed: 0 | 1 | 2): (readonly [string, boolean])[] =>
      open(source(managed))
        .findingsOf('/src/Workflows/Old.json')
        .map(({ rule, fixes }) => [rule.id, (fixes?.().length ?? 0) > 0]);
    assert.deepEqual(fixesOf(1), [['use-connection-references', false]]);
    assert.deepEqual(fixesOf(0), [['use-connection-references', true]]);
    // Source that can be packed either way.
    assert.deepEqual(fixesOf(2), [['use-connection-references', true]]);
  });
});

describe('two layouts of one solution', () => {
  const guids = ['3f2a9c41-0000-4000-8000-000000000000', '77aa9c41-0000-4000-8000-000000000000'];
  const direct = flowText(
    '{ "t": { "connection": {}, "api": { "name": "shared_teams" } } }',
    '{ "Send": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "t" } } } }',
  );
  const root = (folder: string, manifest: string, name: string, flows: readonly string[], managed = 0): string =>
    `//- ${folder}/${manifest}
${solutionXml(name).replace('<Managed>0', `<Managed>${managed}`)}
//- ${folder}/${manifest.replace(/solution/i, 'Customizations')}
${customizationsXml({ name: 'contoso_teams', connector: 'shared_teams', title: 'Teams' })}
${flows.map((guid) => `//- ${folder}/Workflows/Flow-${guid}.json\n${direct}\n`).join('')}`;
  const unpacked = (folder: string, name = 'Contoso', flows: readonly string[] = guids): string =>
    root(folder, 'Other/Solution.xml', name, flows);
  const extracted = (folder: string, flows: readonly string[] = guids, managed = 0, name = 'CONTOSO'): string =>
    root(folder, 'solution.xml', name, flows, managed);

  /** The folders of solutions that count, and of those that have findings. */
  function checkRoots(source: string, counted: readonly string[], reported = counted): void {
    const workspace = open(source);
    assert.deepEqual(
      workspace.snapshot.solutions.map((solution) => solution.root),
      counted,
    );
    const folders = findingsOf(workspace).map((line) => line.slice(0, line.indexOf('/', 1)));
    assert.deepEqual([...new Set(folders)], reported);
  }

  it('count once: the source does', () => {
    checkRoots(`${extracted('/export')}${unpacked('/src')}`, ['/src']);
    checkRoots(`${unpacked('/a')}${extracted('/b', guids.slice(0, 1), 1)}`, ['/a']);
  });

  it('count once where both are exports, one of them managed', () => {
    checkRoots(extracted('/a_managed', guids, 1) + extracted('/b', guids), ['/b']);
  });

  it('count once without flows where they have one version', () => {
    checkRoots(`${extracted('/export', [])}${unpacked('/src', 'Contoso', [])}`, ['/src'], []);
    const older = extracted('/export', []).replace('<Version>1.2.0.0', '<Version>1.1.0.0');
    checkRoots(`${older}${unpacked('/src', 'Contoso', [])}`, ['/export', '/src'], []);
  });

  it('both count where the export has a flow that the source lacks', () => {
    checkRoots(`${extracted('/export')}${unpacked('/src', 'Contoso', guids.slice(0, 1))}`, ['/export', '/src']);
  });

  it('both count where they are two states of one layout, or two solutions', () => {
    checkRoots(`${unpacked('/main')}${unpacked('/release')}`, ['/main', '/release']);
    checkRoots(`${extracted('/a', guids, 0, 'Other')}${unpacked('/b')}`, ['/a', '/b']);
  });

  it('share no names: where neither has one, both count', () => {
    const nameless = (text: string): string => text.replace(/<UniqueName>.*?<\/UniqueName>/, '');
    checkRoots(nameless(extracted('/a/src')) + nameless(unpacked('/b/src')), ['/a/src', '/b/src'], ['/a', '/b']);
  });

  it('are counted and shown once, and the copy is explained all the same', () => {
    const workspace = open(`${extracted('/export')}${unpacked('/src')}`);
    const { snapshot } = workspace;
    assert.equal(snapshot.flows.length, 2);
    assert.equal(snapshot.declarationsOf('contoso_teams').length, 1);
    const copy = `/export/Workflows/Flow-${guids[0] ?? ''}.json`;
    assert.equal(snapshot.flowAt(copy)?.solution?.root, '/export');
    const text = workspace.texts.text(copy) ?? '';
    assert.equal(hoverAt(snapshot, workspace.documents, copy, text.indexOf('"t"') + 1)?.card.kind, 'direct');
  });
});
