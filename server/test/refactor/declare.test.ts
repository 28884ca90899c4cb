import assert from 'node:assert/strict';
import { customizationsXml, flowText, openFixture, solutionXml } from '../engine';
import { plan } from '../../src/refactor/plan';
import { isRefusal } from '../../src/refactor/change';
import { checkRefusal, planned, reasonsOf } from './change';

const teams = { name: 'base_teams', connector: 'shared_teams', title: 'Base – Teams' };
const base = `//- /Base/Other/Solution.xml
${solutionXml('Base')}
//- /Base/Other/Customizations.xml
${customizationsXml({ ...teams, name: 'base_Teams', title: 'Base &amp; Teams' })}
`;
const hr = (customizations: string): string => `//- /Hr/Other/Solution.xml
${solutionXml('Hr')}
//- /Hr/Other/Customizations.xml
${customizations}`;

describe('declaring a reference here too', () => {
  it('tells of another reference with the same display name', () => {
    const other = customizationsXml({ name: 'hr_teams', connector: 'shared_teams', title: 'base &amp; teams' });
    const change = planned(base + hr(other), {
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

  it('gives the same names again, and leaves nothing to convert', () => {
    const { workspace } = openFixture(hr(list('')) + `//- /Hr/Workflows/A.json\n${entries('')}\n`);
    const convert = () =>
      plan(workspace.snapshot, workspace.documents, { kind: 'convert', scope: 'workspace', creates: true });
    assert.deepEqual(convert(), convert());
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
