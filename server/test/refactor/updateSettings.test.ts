import assert from 'node:assert/strict';
import { customizationsXml, openFixture, solutionXml, textsAfter } from '../engine';
import { Draft } from '../../src/refactor/draft';
import { checkRefusal, planned } from './change';

const file = '/settings/prod.json';

const declared = `//- /Other/Customizations.xml
${customizationsXml(
  { name: 'contoso_alerts', connector: 'shared_teams' },
  { name: 'contoso_mail', connector: 'shared_office365' },
  { name: 'contoso_sql', connector: 'shared_sql' },
)}
//- /environmentvariabledefinitions/contoso_Site/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="contoso_Site"><type>100000000</type></environmentvariabledefinition>
//- /environmentvariabledefinitions/contoso_Theme/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="contoso_Theme"><defaultvalue>dark</defaultvalue></environmentvariabledefinition>
`;

function workspace(text: string): string {
  return `${declared}//- ${file}\n${text}`;
}

describe('an update of settings', () => {
  const stale = `{ "EnvironmentVariables": [
  { "SchemaName": "contoso_Site", "Value": "x" },
  { "SchemaName": "contoso_Gone", "Value": "y" }
], "ConnectionReferences": [
  { "LogicalName": "contoso_gone", "ConnectionId": "0fae", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams" },
  { "LogicalName": "contoso_alerts", "ConnectionId": "", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams" },
  { "LogicalName": "contoso_mail", "ConnectionId": "", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_office365" },
  { "LogicalName": "contoso_sql", "ConnectionId": "", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_sql" }
] }`;

  it('is not needed to remove what is stale: in the workspace, of a solution, or in one file', () => {
    const other = `//- /Other/Solution.xml\n${solutionXml('Contoso')}
//- /Elsewhere/Other/Solution.xml\n${solutionXml('Elsewhere')}\n`;
    const after = stale.replace(/,\n.*contoso_Gone.*/, '').replace(/ {2}.*contoso_gone.*\n/, '');
    const remove = (of?: string): readonly (string | undefined)[] => {
      const request = { kind: 'remove-unused', what: ['settings'], ...(of !== undefined && { file: of }) } as const;
      return [...planned(other + workspace(stale), request).texts.values()];
    };
    assert.deepEqual(remove(), [after]);
    assert.deepEqual(remove('/Other/Customizations.xml'), [after]);
    assert.deepEqual(remove(file), [after]);
    assert.deepEqual(remove('/Elsewhere/Other/Solution.xml'), []);
  });

  it('removes nothing as stale while a file of the solution is broken', () => {
    const broken = `//- /Workflows/Cut.json\n{ "properties": { "connectionReferences": {\n${workspace(stale)}`;
    const { texts } = planned(broken, { kind: 'update-settings', removesStale: true });
    assert.deepEqual([...texts], []);
  });

  it('gives each solution its due where a file is for several', () => {
    const text = `{ "ConnectionReferences": [ { "LogicalName": "a_one", "ConnectionId": "", "ConnectorId": "" }, { "LogicalName": "b_one", "ConnectionId": "", "ConnectorId": "" } ] }`;
    const source = `//- /A/Other/Solution.xml
${solutionXml('A')}
//- /A/Other/Customizations.xml
${customizationsXml({ name: 'a_one', connector: 'shared_sql' }, { name: 'a_two', connector: 'shared_sql' }, { name: 'both', connector: 'shared_sql' })}
//- /B/Other/Solution.xml
${solutionXml('B')}
//- /B/Other/Customizations.xml
${customizationsXml({ name: 'b_one', connector: 'shared_sql' }, { name: 'Both', connector: 'shared_sql' })}
//- /C/Other/Solution.xml
${solutionXml('C')}
//- /C/Other/Customizations.xml
${customizationsXml({ name: 'c_one', connector: 'shared_sql' })}
//- /settings/prod.json
${text}`;
    const { texts } = planned(source, { kind: 'update-settings' });
    const after = JSON.parse(texts.get(file) ?? '') as { ConnectionReferences: { LogicalName: string }[] };
    assert.deepEqual(
      after.ConnectionReferences.map(({ LogicalName }) => LogicalName),
      ['a_one', 'a_two', 'b_one', 'both'],
    );
  });

  it('goes on with a solution that the file counts for by what was added', () => {
    const source = `//- /A/Other/Solution.xml
${solutionXml('A')}
//- /A/Other/Customizations.xml
${customizationsXml({ name: 'a_one', connector: 'shared_sql' }, { name: 'both', connector: 'shared_sql' })}
//- /B/Other/Solution.xml
${solutionXml('B')}
//- /B/Other/Customizations.xml
${customizationsXml({ name: 'b_one', connector: 'shared_sql' }, { name: 'Both', connector: 'shared_sql' })}
`;
    const before = '{"ConnectionReferences":[{"LogicalName":"a_one","ConnectionId":""}]}';
    const { texts } = planned(`${source}//- ${file}\n${before}`, { kind: 'update-settings' });
    const after = texts.get(file) ?? '';
    assert.deepEqual(
      [...after.matchAll(/"LogicalName":"(\w+)"/g)].map(([, name]) => name),
      ['a_one', 'b_one', 'both'],
    );
    assert.deepEqual([...planned(`${source}//- ${file}\n${after}`, { kind: 'update-settings' }).texts], []);
  });

  it('names a broken file and goes on with the others', () => {
    const good = '{"ConnectionReferences":[]}';
    const source = `${workspace('{"ConnectionReferences":[{"LogicalName":"x",}]}')}\n//- /settings/test.json\n${good}`;
    const change = planned(source, { kind: 'update-settings' });
    assert.deepEqual([...change.texts.keys()], ['/settings/test.json']);
    assert.deepEqual(
      change.left.map(({ at, reason }) => `${at.file}: ${reason}`),
      [`${file}: This file is not in order: mend it first.`],
    );
  });

  it('is refused where there is nothing to update', () => {
    checkRefusal(declared, { kind: 'update-settings' }, 'There is no deployment settings file in the workspace.');
    checkRefusal(
      declared,
      { kind: 'update-settings', file: '/Other/Solution.xml' },
      "'/Other/Solution.xml' is no deployment settings file of the workspace.",
    );
  });
});

describe('fixes of settings findings', () => {
  it('compose: all of one file give what an update gives', () => {
    const before = `{ "EnvironmentVariables": [
  { "SchemaName": "contoso_Gone", "Value": "y" }
], "ConnectionReferences": [
  { "LogicalName": "contoso_alerts", "ConnectionId": "1", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_slack" },
  { "LogicalName": "contoso_alerts", "ConnectionId": "2", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams" },
  { "LogicalName": "contoso_gone", "ConnectionId": "3", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_rss" },
  { "LogicalName": "Contoso_Alerts", "ConnectionId": "4", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams" },
  { "LogicalName": "contoso_mial", "ConnectionId": "5", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_office365" }
] }`;
    const after = `{ "EnvironmentVariables": [
  { "SchemaName": "contoso_Site", "Value": "" }
], "ConnectionReferences": [
  { "LogicalName": "contoso_alerts", "ConnectionId": "1", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams" },
  { "LogicalName": "contoso_mail", "ConnectionId": "5", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_office365" },
  { "LogicalName": "contoso_sql", "ConnectionId": "", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_sql" }
] }`;
    const { workspace: opened } = openFixture(workspace(before));
    const draft = new Draft(opened.snapshot, opened.documents);
    for (const finding of opened.findingsOf(file)) finding.fixes?.()[0]?.apply(draft);
    assert.equal(textsAfter(opened, draft.finish('All')).get(file), after);
  });

  it('offer the name that was meant first, where the file does not have it yet', () => {
    const entry = (name: string): string => `{ "LogicalName": "${name}", "ConnectionId": "1" }`;
    const titles = (text: string): string[] => {
      const { workspace: opened } = openFixture(workspace(text));
      const findings = opened.findingsOf(file).filter(({ rule }) => rule.id === 'settings-unknown-reference');
      return findings.flatMap(({ fixes }) => fixes?.().map(({ title }) => title) ?? []);
    };
    assert.deepEqual(titles(`{ "ConnectionReferences": [ ${entry('contoso_mial')} ] }`), [
      "Rename it to 'contoso_mail'",
      'Remove the entry',
    ]);
    assert.deepEqual(titles(`{ "ConnectionReferences": [ ${entry('contoso_mial')}, ${entry('contoso_mail')} ] }`), [
      'Remove the entry',
    ]);
  });
});
