import assert from 'node:assert/strict';
import { customizationsXml, flowText, openFixture, solutionXml, textsAfter } from '../engine';
import { plan } from '../../src/refactor/plan';
import { isRefusal } from '../../src/refactor/change';
import { checkChange, checkRefusal, planned, reasonsOf } from './change';

const teams = { name: 'base_teams', connector: 'shared_teams', title: 'Base – Teams' };
const full = `<ImportExportXml>
  <connectionreferences>
    <connectionreference connectionreferencelogicalname="base_Teams">
      <connectionreferencedisplayname>Base &amp; Teams</connectionreferencedisplayname>
      <connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid>
      <customconnectorid>
        <connectorid>3f2a</connectorid>
      </customconnectorid>
      <!-- Whoever owns it -->
      <description>For all</description>
      <iscustomizable>0</iscustomizable>
      <promptingbehavior>1</promptingbehavior>
      <statecode>0</statecode>
      <statuscode>1</statuscode>
    </connectionreference>
  </connectionreferences>
</ImportExportXml>
`;
const base = `//- /Base/Other/Solution.xml
${solutionXml('Base')}
//- /Base/Other/Customizations.xml
${full}`;
const hr = (customizations: string): string => `//- /Hr/Other/Solution.xml
${solutionXml('Hr')}
//- /Hr/Other/Customizations.xml
${customizations}`;

describe('using a reference of another solution', () => {
  const file = '/Hr/Workflows/A.json';
  const entry = (connection: string): string =>
    flowText(`{ "shared_teams": { "connection": ${connection}, "api": { "name": "shared_teams" } } }`);
  const bound = `//- ${file}\n${entry('{ "connectionReferenceLogicalName": "base_Teams" }')}`;
  const source = `${base}${hr('<ImportExportXml></ImportExportXml>')}\n//- ${file}\n${entry('{}')}`;

  it('declares it here too where that is wished', () => {
    const request = { kind: 'use', file, key: 'shared_teams', reference: 'base_Teams', declares: true } as const;
    const { workspace } = openFixture(source);
    const texts = textsAfter(workspace, planned(source, request));
    assert.deepEqual([...texts.keys()], ['/Hr/Other/Customizations.xml', file]);
    assert.match(texts.get('/Hr/Other/Customizations.xml') ?? '', /connectionreferencelogicalname="base_Teams"/);
    assert.equal(`//- ${file}\n${texts.get(file)?.trimEnd() ?? ''}`, bound);
  });

  it('depends on that solution where it is not', () => {
    checkChange(source, { kind: 'use', file, key: 'shared_teams', reference: 'base_Teams' }, bound);
  });

  it('never declares what a base solution gives', () => {
    const given = source.replace(solutionXml('Hr'), solutionXml('Hr', { name: 'base_Teams', solution: 'Base' }));
    checkChange(given, { kind: 'use', file, key: 'shared_teams', reference: 'base_Teams', declares: true }, bound);
  });

  it('changes nothing where it can not be declared', () => {
    checkRefusal(
      source.replace('<ImportExportXml></ImportExportXml>', '<ImportExportXml>'),
      { kind: 'use', file, key: 'shared_teams', reference: 'base_Teams', declares: true },
      /is not in order: mend it first/,
    );
  });
});

describe('declaring a reference here too', () => {
  it('says what the other solution says, and lets the settings files follow', () => {
    const settings = (entries: string): string => `//- /Hr/prod.json\n{"ConnectionReferences":[${entries}]}\n`;
    checkChange(
      base + hr('<ImportExportXml>\r\n\t<Languages />\r\n</ImportExportXml>\n') + settings(''),
      { kind: 'declare', file: '/Hr/Workflows/A.json', reference: 'BASE_teams' },
      `//- /Hr/Other/Customizations.xml
<ImportExportXml>\r
\t<connectionreferences>\r
\t\t<connectionreference connectionreferencelogicalname="base_Teams">\r
\t\t\t<connectionreferencedisplayname>Base &amp; Teams</connectionreferencedisplayname>\r
\t\t\t<connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid>\r
\t\t\t<customconnectorid>\r
\t\t\t\t<connectorid>3f2a</connectorid>\r
\t\t\t</customconnectorid>\r
\t\t\t<description>For all</description>\r
\t\t\t<iscustomizable>0</iscustomizable>\r
\t\t\t<promptingbehavior>1</promptingbehavior>\r
\t\t\t<statecode>0</statecode>\r
\t\t\t<statuscode>1</statuscode>\r
\t\t</connectionreference>\r
\t</connectionreferences>\r
\t<Languages />\r
</ImportExportXml>
${settings('{"LogicalName":"base_Teams","ConnectionId":"","ConnectorId":"/providers/Microsoft.PowerApps/apis/shared_teams"}')}`,
    );
  });

  it('tells of another reference with the same display name', () => {
    const other = customizationsXml({ name: 'hr_teams', connector: 'shared_teams', title: 'base & teams' });
    const change = planned(base + hr(other.replace('base & teams', 'base &amp; teams')), {
      kind: 'declare',
      file: '/Hr/Other/Solution.xml',
      reference: 'base_teams',
    });
    assert.deepEqual(change.notes, ["'hr_teams' of Hr has the display name 'Base & Teams' too: rename one of them."]);
  });

  it('is refused where it is declared, or nobody declares it', () => {
    const source = base + hr('<ImportExportXml />');
    const request = { kind: 'declare', file: '/Base/Other/Solution.xml', reference: 'base_teams' } as const;
    checkRefusal(source, request, /Base declares 'base_teams' already/);
    checkRefusal(source, { ...request, reference: 'x' }, /No solution of the workspace declares 'x'/);
    const managed = base + hr('<ImportExportXml />').replace('<Managed>0', '<Managed>1');
    checkRefusal(managed, { ...request, file: '/Hr/x' }, /The solution 'Hr' is managed/);
  });
});

describe('converting with new references', () => {
  const entries = (bound: string, ...names: string[]): string => {
    const [teams1, teams2, sql] = names;
    const connection = (name: string | undefined): string =>
      name === undefined ? '{}' : `{ "connectionReferenceLogicalName": "${name}" }`;
    return flowText(
      `{ "teams": { "connection": ${connection(teams1)}, "api": { "name": "shared_teams" } }, ` +
        `"teams_1": { "connection": ${connection(teams2)}, "api": { "name": "shared_Teams" } }, ` +
        `"sql": { "connection": ${connection(sql)}, "api": { "name": "shared_sql" } }${bound} }`,
    );
  };
  const list = (names: string): string => `<ImportExportXml>${names}</ImportExportXml>\n`;

  it('makes one for each connector of a solution', () => {
    const flow = (folder: string, text: string): string => `//- /${folder}/Workflows/A.json\n${text}\n`;
    const source =
      hr(list('')) +
      flow('Hr', entries('')) +
      flow('Hr', entries('')).replace('/A.json', '/B.json') +
      `//- /It/Other/Solution.xml\n${solutionXml('It')}\n//- /It/Other/Customizations.xml\n${list('')}` +
      flow('It', entries(''));
    const change = planned(source, { kind: 'convert', scope: 'workspace', creates: true });
    const labels = change.files.flatMap((file) => (file.kind === 'edit' ? file.edits.map(({ label }) => label) : []));
    const declared = labels.flatMap((label) => [...label.matchAll(/Declare '([^']*)'/g)].map(([, name]) => name ?? ''));
    assert.equal(new Set(declared).size, 4);
    assert.ok(
      declared.every((name) => /^new_shared(teams|sql)_[0-9a-f]{5}$/.test(name)),
      declared.join(),
    );
    // Two keys of one connector would hold one reference, so one of them goes.
    const count = (pattern: RegExp): number => labels.filter((label) => pattern.test(label)).length;
    assert.equal(count(/Bind 'teams' to 'new_sharedteams_/), 3);
    assert.equal(count(/Remove 'teams_1'/), 3);
    assert.equal(change.files.length, 5);
    assert.deepEqual(reasonsOf(change), []);
  });

  it('gives the same names again, and leaves nothing to convert', () => {
    const { workspace } = openFixture(hr(list('')) + `//- /Hr/Workflows/A.json\n${entries('')}\n`);
    const convert = () =>
      plan(workspace.snapshot, workspace.documents, { kind: 'convert', scope: 'workspace', creates: true });
    assert.deepEqual(convert(), convert());
  });

  it('declares here what only another solution has', () => {
    const source = base + hr(list('')) + `//- /Hr/Workflows/A.json\n${entries('')}\n`;
    const change = planned(source, { kind: 'convert', scope: 'workspace', declares: true, creates: true });
    const labels = change.files.flatMap((file) => (file.kind === 'edit' ? file.edits.map(({ label }) => label) : []));
    assert.match(labels.join('\n'), /Declare 'base_Teams'/);
    assert.match(labels.join('\n'), /Bind 'teams' to 'base_Teams'/);
    assert.match(labels.join('\n'), /Declare 'new_sharedsql_/);
  });

  it('leaves what has no connector, and what nothing can be declared for', () => {
    const source = `//- /Hr/Other/Solution.xml\n${solutionXml('Hr')}\n//- /Hr/Workflows/A.json\n${entries(', "x": { "connection": {} }')}\n`;
    const change = planned(source, { kind: 'convert', scope: 'workspace', creates: true });
    assert.deepEqual(change.files, []);
    const missing = "The solution 'Hr' has no Customizations.xml here, which would hold the declaration.";
    assert.deepEqual(reasonsOf(change), [missing, missing, missing, "No connection reference fits 'x'."]);
  });
});

describe('proposed names', () => {
  const names = (
    more: string,
    ...declared: readonly { name: string; connector: string; title: string }[]
  ): string[] => {
    const { workspace } = openFixture(`${hr(customizationsXml(...declared))}\n//- /Hr/Workflows/A.json
${flowText('{ "t": { "connection": {}, "api": { "name": "shared_office365" } } }')}\n${more}`);
    const change = plan(workspace.snapshot, workspace.documents, {
      kind: 'convert',
      scope: 'workspace',
      creates: true,
    });
    assert.ok(!isRefusal(change));
    const text = change.files
      .flatMap((file) => (file.kind === 'edit' ? file.edits.map(({ newText }) => newText) : []))
      .join();
    return [/displayname>([^<]*)/.exec(text)?.[1] ?? '', /logicalname="([^"]*)_[0-9a-f]{5}"/.exec(text)?.[1] ?? ''];
  };

  it('are made of the solution and the connector, and unique', () => {
    assert.deepEqual(names(''), ['Hr – Office 365 Outlook', 'new_sharedoffice365']);
    assert.deepEqual(names('', { ...teams, title: 'hr – Office 365 Outlook' }), [
      'Hr – Office 365 Outlook 2',
      'base_sharedoffice365',
    ]);
  });

  it('follow the template with the words that the others have', () => {
    const configuration = '//- /connref.json\n{ "naming": { "template": "{area} – {connector} – {type}" } }\n';
    const other = { ...teams, title: 'People – Teams – Service' };
    assert.deepEqual(names(configuration, other)[0], 'People – Office 365 Outlook – Service');
    assert.deepEqual(names(configuration)[0], 'Hr – Office 365 Outlook – Connection');
    assert.deepEqual(
      names(configuration, other, { ...teams, name: 'b', title: 'People – Office 365 Outlook – Service' })[0],
      'People – Office 365 Outlook – Service 2',
    );
  });
});
