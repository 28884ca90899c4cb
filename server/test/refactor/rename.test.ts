import assert from 'node:assert/strict';
import { customizationsXml, flowText, settingsText } from '../engine';
import { checkChange, checkRefusal, planned, reasonsOf } from './change';

const flow = `//- /Workflows/A.json
${flowText('{ "k": { "connection": { "connectionReferenceLogicalName": "HR_Teams" }, "api": { "name": "shared_teams" } } }')}
`;
const declared = `//- /Other/Customizations.xml
${customizationsXml({ name: 'hr_teams', connector: 'shared_teams' }, { name: 'hr_sql', connector: 'shared_sql' })}
`;
const settings = `//- /settings/prod.json
${settingsText({ hr_teams: '#{hr_teams}#', hr_sql: 'x' })}
`;
const app = `//- /CanvasApps/app.meta.xml
<CanvasApp><Name>app</Name><ConnectionReferences>{"1":{"id":"/providers/microsoft.powerapps/apis/shared_teams","xrmConnectionReferenceLogicalName":"hr_teams"}}</ConnectionReferences></CanvasApp>
`;
const agent = `//- /Assets/botcomponent_connectionreferenceset.xml
<botcomponent_connectionreferenceset><botcomponent_connectionreference botcomponentid.schemaname="bot" connectionreferenceid.connectionreferencelogicalname="hr_teams" /></botcomponent_connectionreferenceset>
`;

describe('renaming a reference', () => {
  it('reaches flows, the declaration, settings, apps and agents, and no token or other name', () => {
    const change = checkChange(
      flow + declared + settings + app + agent,
      { kind: 'rename', from: 'hr_teams', to: 'hr_chat' },
      flow.replace('HR_Teams', 'hr_chat') +
        declared.replace('hr_teams', 'hr_chat') +
        settings.replace('"hr_teams"', '"hr_chat"') +
        app.replace('"hr_teams"', '"hr_chat"') +
        agent.replace('"hr_teams"', '"hr_chat"'),
    );
    assert.deepEqual(change.left, []);
  });

  it('moves the folder of the YAML layout, and what solutions list of it', () => {
    const manifest = (name: string): string => `//- /solutions/${name}/solution.yml
ImportExportXml:
  SolutionManifest:
    UniqueName: ${name}
`;
    const components = (name: string, ...paths: readonly string[]): string =>
      [
        `//- /solutions/${name}/solutioncomponents.yml\nSolutionComponents:\n  Component:`,
        ...paths.map((path) => `  - '@path': ${path}`),
        '',
      ].join('\n');
    const reference = (name: string): string => `//- /connectionreferences/${name}/connectionreference.yml
'@connectionreferencelogicalname': ${name}
connectorid: /providers/Microsoft.PowerApps/apis/shared_teams
`;
    const files = (name: string): string =>
      reference(name) +
      components('HR', '/publishers/hr', `/connectionreferences/${name}`) +
      components('Pay', `'connectionreferences/${name}/connectionreference.yml'`, '/connectionreferences/hr_teams2');
    checkChange(
      manifest('HR') + manifest('Pay') + files('hr_teams'),
      { kind: 'rename', from: 'hr_teams', to: 'hr_chat' },
      `${files('hr_chat')}//- /connectionreferences/hr_teams/connectionreference.yml\n`,
    );
  });

  it('may change the case alone', () => {
    const change = planned(flow + declared, { kind: 'rename', from: 'hr_teams', to: 'HR_Teams' });
    assert.deepEqual(
      change.files.map(({ file }) => file),
      ['/Other/Customizations.xml'],
    );
  });

  it('is refused for names that are taken, used, or can’t be', () => {
    const rename = (to: string, reason: RegExp): void =>
      checkRefusal(flow + declared, { kind: 'rename', from: 'hr_teams', to }, reason);
    rename('HR_SQL', /a connection reference 'hr_sql' already/);
    rename('hr teams', /can't hold ' '/);
    rename('', /needs a logical name/);
    rename('1x', /begin with a letter/);
    checkRefusal(flow + declared, { kind: 'rename', from: 'none', to: 'a_b' }, /Nothing here is named 'none'/);
    const loose = declared.replaceAll('hr_teams', 'other');
    checkRefusal(flow + loose, { kind: 'rename', from: 'other', to: 'hr_teams' }, /is used already/);
  });

  it('tells of another prefix than the publisher’s', () => {
    const solution = `//- /Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>HR</UniqueName><Managed>0</Managed><Publisher><CustomizationPrefix>hr</CustomizationPrefix></Publisher></SolutionManifest></ImportExportXml>
`;
    const change = planned(solution + declared, { kind: 'rename', from: 'hr_teams', to: 'x_teams' });
    assert.deepEqual(change.notes, ["'x_teams' does not begin with 'hr_', the prefix of the publisher of HR."]);
  });

  it('leaves what is broken and says so', () => {
    const broken = flow.replace('"schemaVersion"', 'schemaVersion"');
    const change = planned(broken + declared, { kind: 'rename', from: 'hr_teams', to: 'hr_chat' });
    assert.deepEqual(reasonsOf(change), ['This file is not in order: mend it first.']);
  });
});

describe('renaming a key', () => {
  const file = '/Workflows/A.json';
  const text = (key: string, inExpression = key): string => `//- ${file}
${flowText(
  `{ ${JSON.stringify(key)}: { "connection": {}, "api": { "name": "shared_teams" } } }`,
  `{ "A": { "inputs": { "host": { "connectionName": ${JSON.stringify(key)} } } }, "B": { "type": "ApiConnection", "inputs": { "host": { "connection": { "name": "@parameters('$connections')['${inExpression}']['connectionId']" } } } } }`,
)}
`;

  it('lets steps and expressions follow, with the escapes that each needs', () => {
    checkChange(text('k'), { kind: 'rename-key', file, from: 'k', to: "it's" }, text("it's", "it''s"));
  });

  it('is refused for a key that is there', () => {
    checkRefusal(text('k'), { kind: 'rename-key', file, from: 'k', to: 'k' }, /has a key 'k' already/);
    checkRefusal(text('k'), { kind: 'rename-key', file, from: 'l', to: 'm' }, /has no key 'l'/);
  });
});
