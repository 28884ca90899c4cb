import assert from 'node:assert/strict';
import type { CreateRequest } from '../../src/refactor/request';
import { flowText } from '../engine';
import { checkChange, checkRefusal, planned, reasonsOf } from './change';

const solution = (name = 'ContosoHR', managed = 0): string =>
  `<ImportExportXml><SolutionManifest><UniqueName>${name}</UniqueName><Version>1.0.0.0</Version><Managed>${managed}</Managed><Publisher><CustomizationPrefix>hr</CustomizationPrefix></Publisher></SolutionManifest></ImportExportXml>`;

const reference = (name: string, title: string, connector: string, more = ''): string => `
    <connectionreference connectionreferencelogicalname="${name}">
      <connectionreferencedisplayname>${title}</connectionreferencedisplayname>
      <connectorid>/providers/Microsoft.PowerApps/apis/${connector}</connectorid>
      <iscustomizable>1</iscustomizable>${more}
      <statecode>0</statecode>
      <statuscode>1</statuscode>
    </connectionreference>`;

const customizations = (references: string): string => `<ImportExportXml>
  <Entities />
  <EntityDataProviders />
  <connectionreferences>${references}
  </connectionreferences>
  <Languages>
    <Language>1033</Language>
  </Languages>
</ImportExportXml>
`;

const request: CreateRequest = {
  kind: 'create',
  file: '/Other/Solution.xml',
  connector: 'shared_teams',
  displayName: 'HR – Teams',
  logicalName: 'hr_teams',
};

const workspace = (references: string, more = ''): string =>
  `//- /Other/Solution.xml\n${solution()}\n//- /Other/Customizations.xml\n${customizations(references)}${more}`;

describe('creating a connection reference', () => {
  const outlook = reference('HR_Outlook', 'HR – Outlook', 'shared_office365');
  const zoom = reference('hr_zoom', 'HR – Zoom', 'shared_zoom');
  const teams = reference('hr_teams', 'HR – Teams', 'shared_teams');

  it('declares it at its alphabetical place', () => {
    checkChange(
      workspace(outlook + zoom),
      request,
      `//- /Other/Customizations.xml\n${customizations(outlook + teams + zoom)}`,
    );
  });

  it('declares it at the end of declarations in another order', () => {
    checkChange(
      workspace(zoom + outlook),
      request,
      `//- /Other/Customizations.xml\n${customizations(zoom + outlook + teams)}`,
    );
  });

  it('tells the prompting behaviour where the others do', () => {
    const prompting = '\n      <promptingbehavior>0</promptingbehavior>';
    const other = reference('hr_zoom', 'HR – Zoom', 'shared_zoom', prompting);
    checkChange(
      workspace(other),
      request,
      `//- /Other/Customizations.xml\n${customizations(reference('hr_teams', 'HR – Teams', 'shared_teams', prompting) + other)}`,
    );
  });

  it('makes the list where packers write it', () => {
    const after = (rest: string): string => customizations(teams).replace('  <Languages>', `${rest}  <Languages>`);
    for (const rest of ['', '  <msdyn_dataflows />\n']) {
      const without = after(rest).replace(/ *<connectionreferences>[^]*<\/connectionreferences>\n/, '');
      const other = `//- /Other/Solution.xml\n${solution()}\n`;
      checkChange(
        `${other}//- /Other/Customizations.xml\n${without}`,
        request,
        `//- /Other/Customizations.xml\n${after(rest)}`,
      );
      const empty = after(rest).replace(
        /<connectionreferences>[^]*<\/connectionreferences>/,
        '<connectionreferences />',
      );
      checkChange(
        `${other}//- /Other/Customizations.xml\n${empty}`,
        request,
        `//- /Other/Customizations.xml\n${after(rest)}`,
      );
    }
  });

  it('keeps a minified file minified, and its characters written as XML wants', () => {
    checkChange(
      `//- /solution.xml\n${solution()}\n//- /customizations.xml\n<ImportExportXml><Languages /></ImportExportXml>`,
      { ...request, file: '/solution.xml', displayName: ' R&D <Teams> ', description: 'For "all"\nof us' },
      `//- /customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="hr_teams"><connectionreferencedisplayname>R&amp;D &lt;Teams&gt;</connectionreferencedisplayname><connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid><description>For "all"
of us</description><iscustomizable>1</iscustomizable><statecode>0</statecode><statuscode>1</statuscode></connectionreference></connectionreferences><Languages /></ImportExportXml>`,
    );
  });

  it('adds it to each settings file of the solution, and binds entries', () => {
    const settings = (entries: string): string => `{\n  "ConnectionReferences": [${entries}]\n}\n`;
    const entry = (id: string): string => `
    {
      "LogicalName": "hr_teams",
      "ConnectionId": "${id}",
      "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams"
    }
  `;
    const flow = (connection: string): string =>
      flowText(`{ "teams_1": { "connection": ${connection}, "api": { "name": "shared_Teams" } } }`);
    checkChange(
      workspace(
        zoom,
        `//- /settings/test.json\n${settings('')}//- /settings/prod.json\n${settings('')}//- /Workflows/A.json\n${flow('{}')}\n`,
      ),
      {
        ...request,
        bindings: [{ file: '/settings/prod.json', connectionId: '0fae' }],
        entries: [{ file: '/Workflows/A.json', key: 'teams_1' }],
      },
      `//- /Other/Customizations.xml
${customizations(teams + zoom)}//- /Workflows/A.json
${flow('{ "connectionReferenceLogicalName": "hr_teams" }')}
//- /settings/prod.json
${settings(entry('0fae'))}//- /settings/test.json
${settings(entry(''))}`,
    );
  });

  it('tells the id of a custom connector that the workspace has', () => {
    const connector = 'shared_contoso-5forders-5f7fc9343cf45734fe';
    const change = planned(
      workspace(
        zoom,
        '//- /Connectors/contoso_orders.xml\n<Connector><connectorid>{3F2A0000-0000-4000-8000-000000000001}</connectorid><name>contoso_5Forders</name></Connector>\n',
      ),
      { ...request, connector },
    );
    const [file] = change.files;
    assert.ok(file?.kind === 'edit');
    assert.match(
      file.edits[0]?.newText ?? '',
      /<connectorid>[^<]*<\/connectorid>\s*<customconnectorid>\s*<connectorid>3f2a0000-0000-4000-8000-000000000001<\/connectorid>\s*<\/customconnectorid>\s*<iscustomizable>/,
    );
    assert.deepEqual(change.notes, []);
    assert.match(planned(workspace(zoom), { ...request, connector }).notes.join(), /is not in this workspace/);
  });

  it('tells when the name has another prefix or does not follow the naming', () => {
    const configuration = '//- /connref.json\n{ "naming": { "template": "{area} – {connector} – {type}" } }\n';
    const { notes } = planned(workspace(zoom, configuration), { ...request, logicalName: 'new_teams' });
    assert.deepEqual(notes, [
      "'new_teams' does not begin with 'hr_', the prefix of ContosoHR's publisher: it will look as if it came from another solution.",
      "'HR – Teams' does not follow the naming of this workspace, {area} – {connector} – {type}.",
    ]);
  });

  it('leaves a settings file that is broken, and tells it', () => {
    const change = planned(
      workspace(zoom, '//- /settings/prod.json\n{ "ConnectionReferences": [ { "LogicalName": "hr_zoom" }, ] }\n'),
      request,
    );
    assert.deepEqual(
      change.files.map(({ file }) => file),
      ['/Other/Customizations.xml'],
    );
    assert.deepEqual(reasonsOf(change), ['This file is not in order: mend it first.']);
  });

  it('is refused where names do not fit', () => {
    const refused = (changes: Partial<CreateRequest>, reason: RegExp): void =>
      checkRefusal(workspace(zoom), { ...request, ...changes }, reason);
    refused({ connector: 'Teams' }, /'Teams' is no connector\. Did you mean 'shared_teams'\?/);
    refused({ connector: 'a/b' }, /Connectors are named as in 'shared_office365'/);
    refused({ logicalName: 'HR_Zoom' }, /There is a connection reference 'hr_zoom' already, in ContosoHR\./);
    refused({ logicalName: 'hr_tëams' }, /can't hold 'ë'/);
    refused({ logicalName: 'hr+teams' }, /can't hold '\+'/);
    refused({ logicalName: '1hr' }, /has to begin with a letter/);
    refused({ logicalName: '' }, /needs a logical name/);
    refused({ logicalName: `hr_${'a'.repeat(198)}` }, /has 201 characters; 200 are possible/);
    refused({ displayName: ' ' }, /needs a display name/);
    refused({ displayName: 'a\nb' }, /line breaks/);
    refused({ displayName: 'hr – zoom' }, /'hr_zoom' of ContosoHR has the display name 'hr – zoom' already/);
  });

  it('is refused for a name that flows use for another connector, or that a base solution has', () => {
    const flow = flowText(
      '{ "sql": { "connection": { "connectionReferenceLogicalName": "HR_teams" }, "api": { "name": "shared_sql" } } }',
    );
    checkRefusal(workspace(zoom, `//- /Workflows/A.json\n${flow}\n`), request, /is used already, for SQL Server/);
    const given = workspace(zoom).replace(
      '<Publisher>',
      '<MissingDependencies><MissingDependency><Required type="connectionreference" solution="Base (1.0)" id.connectionreferencelogicalname="hr_Teams" /></MissingDependency></MissingDependencies><Publisher>',
    );
    checkRefusal(given, request, /already, in the base solution Base/);
  });

  it('is refused where nothing can be declared', () => {
    checkRefusal(
      workspace(zoom).replace('<Managed>0', '<Managed>1'),
      request,
      /The solution 'ContosoHR' is managed: change it where it was made\./,
    );
    checkRefusal(workspace(zoom).replace('</Languages>', ''), request, /is not in order: mend it first/);
    checkRefusal(`//- /Other/Solution.xml\n${solution()}`, request, /has no Customizations\.xml here/);
    checkRefusal(
      '//- /src/Other/Solution.xml\n<a/>\n//- /x.json\n{}',
      { ...request, file: '/x.json' },
      /belongs to no solution/,
    );
  });

  it('is refused for entries of another connector or none, and for bindings outside settings files', () => {
    const flow = flowText('{ "sql": { "connection": {}, "api": { "name": "shared_sql" } } }');
    const source = workspace(zoom, `//- /Workflows/A-1.json\n${flow}\n`);
    const entries = (key: string): CreateRequest => ({ ...request, entries: [{ file: '/Workflows/A-1.json', key }] });
    checkRefusal(source, entries('sql'), /The key 'sql' of 'A-1' is for SQL Server, not for Microsoft Teams/);
    checkRefusal(source, entries('none'), /There is no key 'none'/);
    checkRefusal(source, { ...request, bindings: [{ file: '/x.json', connectionId: '1' }] }, /is no settings file/);
  });
});

describe('creating a connection reference in the YAML layout', () => {
  const yaml = (components: string, references = ''): string => `//- /src/solutions/Hr/solution.yml
SolutionManifest:
  UniqueName: Hr
//- /src/solutions/Hr/solutioncomponents.yml
SolutionComponents:
  Component:
${components}//- /src/solutions/It/solution.yml
SolutionManifest:
  UniqueName: It
${references}`;
  const flow = "  - '@path': /modernflows/A-3D75EF92-B8C6-4C53-ADA6-F091B5EBF312\n";
  const listed = "  - '@path': /connectionreferences/hr_zoom\n";
  const publisher = "  - '@path': /publishers/contoso\n";
  const zoom = `//- /src/connectionreferences/hr_zoom/connectionreference.yml
connectionreference:
  '@connectionreferencelogicalname': hr_zoom
  connectionreferencedisplayname: HR – Zoom
  connectorid: /providers/Microsoft.PowerApps/apis/shared_zoom
`;
  const inYaml = { ...request, file: '/src/solutions/Hr/solution.yml', displayName: 'HR: Teams' };
  const file = `//- /src/connectionreferences/hr_teams/connectionreference.yml
connectionreference:
  '@connectionreferencelogicalname': hr_teams
  connectionreferencedisplayname: 'HR: Teams'
  connectorid: /providers/Microsoft.PowerApps/apis/shared_teams
  iscustomizable: 1
  statecode: 0
  statuscode: 1
`;
  const components = (lines: string): string =>
    `//- /src/solutions/Hr/solutioncomponents.yml\nSolutionComponents:\n  Component:\n${lines}`;

  it('makes a file and lists it beside its neighbours', () => {
    checkChange(
      yaml(flow + listed + publisher, zoom),
      inYaml,
      file + components(`${flow}${listed}  - '@path': /connectionreferences/hr_teams\n${publisher}`),
    );
    checkChange(yaml(flow), inYaml, file + components(`${flow}  - '@path': /connectionreferences/hr_teams\n`));
  });

  it('says what to list where there is nothing to follow', () => {
    const { files, notes } = planned(yaml(''), inYaml);
    assert.deepEqual(
      files.map(({ file: name, kind }) => `${kind} ${name}`),
      ['create /src/connectionreferences/hr_teams/connectionreference.yml'],
    );
    assert.deepEqual(notes, [
      "Add '/connectionreferences/hr_teams' to 'solutioncomponents.yml' of 'Hr': it lists no component to follow.",
    ]);
  });

  it('is taken back by removing it', () => {
    checkChange(
      yaml(flow + listed + publisher, zoom),
      { kind: 'remove-references', references: ['hr_zoom'] },
      `//- /src/connectionreferences/hr_zoom/connectionreference.yml\n${components(flow + publisher)}`,
    );
  });

  it('renames it in place', () => {
    checkChange(
      yaml(flow + listed, zoom),
      { kind: 'rename-display', reference: 'hr_zoom', displayName: '# 1' },
      zoom.replace('HR – Zoom', "'# 1'"),
    );
  });
});
