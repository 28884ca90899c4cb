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

  it('declares it at the end of declarations in another order', () => {
    checkChange(
      workspace(zoom + outlook),
      request,
      `//- /Other/Customizations.xml\n${customizations(zoom + outlook + teams)}`,
    );
  });

  it('makes the list where packers write it', () => {
    const after = customizations(teams).replace('  <Languages>', '  <msdyn_dataflows />\n  <Languages>');
    const before = after.replace(/ *<connectionreferences>[^]*<\/connectionreferences>\n/, '');
    checkChange(
      `//- /Other/Solution.xml\n${solution()}\n//- /Other/Customizations.xml\n${before}`,
      request,
      `//- /Other/Customizations.xml\n${after}`,
    );
  });

  it('tells when the name has another prefix or does not follow the naming', () => {
    const configuration = '//- /connref.json\n{ "naming": { "template": "{area} – {connector} – {type}" } }\n';
    const { notes } = planned(workspace(zoom, configuration), { ...request, logicalName: 'new_teams' });
    assert.deepEqual(notes, [
      "'new_teams' does not begin with 'hr_', the prefix of ContosoHR's publisher: it will look as if it came from another solution.",
      "'HR – Teams' does not follow the naming of this workspace, {area} – {connector} – {type}.",
    ]);
  });

  it('tells when the id of a custom connector is not known', () => {
    const connector = 'shared_contoso-5forders-5f7fc9343cf45734fe';
    assert.match(planned(workspace(zoom), { ...request, connector }).notes.join(), /is not in this workspace/);
  });

  it('tells when nothing knows the connector: it may be mistyped', () => {
    const notes = (source: string, connector: string): string =>
      planned(source, { ...request, connector }).notes.join();
    assert.equal(
      notes(workspace(zoom), 'shared_tems'),
      "'shared_tems' is no connector that is known here. Check its name: an import fails where there is none.",
    );
    assert.equal(notes(workspace(zoom), 'shared_teams'), '');
    assert.equal(notes(workspace(zoom + reference('hr_new', 'HR – New', 'shared_brandnew')), 'shared_brandnew'), '');
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
  it('says what to list where there is nothing to follow', () => {
    const source = `//- /src/solutions/Hr/solution.yml
SolutionManifest:
  UniqueName: Hr
//- /src/solutions/Hr/solutioncomponents.yml
SolutionComponents:
  Component:
`;
    const { files, notes } = planned(source, { ...request, file: '/src/solutions/Hr/solution.yml' });
    assert.deepEqual(
      files.map(({ file, kind }) => `${kind} ${file}`),
      ['create /src/connectionreferences/hr_teams/connectionreference.yml'],
    );
    assert.deepEqual(notes, [
      "Add '/connectionreferences/hr_teams' to 'solutioncomponents.yml' of 'Hr': it lists no component to follow.",
    ]);
  });
});
