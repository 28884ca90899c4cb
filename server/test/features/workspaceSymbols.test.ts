import assert from 'node:assert/strict';
import { workspaceSymbols } from '../../src/features/workspaceSymbols';
import { customizationsXml, flowText, openFixture, settingsText } from '../engine';

const { workspace } = openFixture(`//- /Workflows/NotifyNewHire.json
${flowText('{ "k": { "connection": { "connectionReferenceLogicalName": "contoso_gone" }, "api": { "name": "shared_sql" } } }')}
//- /Other/Customizations.xml
${customizationsXml({ name: 'contoso_teams_1a2b', connector: 'shared_teams', title: 'HR – Service' })}
//- /environmentvariabledefinitions/contoso_Site/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="contoso_Site" />
//- /Connectors/contoso_5Forders.xml
<Connector><displayname>Orders</displayname><name>contoso_5Forders</name></Connector>
//- /settings/prod.json
${settingsText({ contoso_teams_1a2b: 'x' })}
`);

function find(query: string): string[] {
  return workspaceSymbols(workspace.snapshot, query).map(
    ({ kind, name, container, at }) => `${kind} ${name} (${container ?? ''}) ${at.file}`,
  );
}

describe('workspace symbols', () => {
  it('are references by display name and by logical name', () => {
    assert.deepEqual(find('hr – serv'), [
      'reference HR – Service (contoso_teams_1a2b · Fixture) /Other/Customizations.xml',
    ]);
    assert.deepEqual(find('1A2B'), ['reference contoso_teams_1a2b (HR – Service · Fixture) /Other/Customizations.xml']);
  });

  it('are references that nobody declares', () => {
    assert.deepEqual(find('contoso_gone'), [
      'reference contoso_gone (declared nowhere here) /Workflows/NotifyNewHire.json',
    ]);
  });

  it('are flows, connectors, environments, variables and solutions', () => {
    assert.deepEqual(find('notifynew'), ['flow NotifyNewHire (Fixture) /Workflows/NotifyNewHire.json']);
    assert.deepEqual(find('microsoft teams'), ['connector Microsoft Teams (shared_teams) /Other/Customizations.xml']);
    assert.deepEqual(find('shared_sql'), ['connector shared_sql (SQL Server) /Workflows/NotifyNewHire.json']);
    assert.deepEqual(
      find('orders')[0],
      'connector Orders (contoso_5Forders · Fixture) /Connectors/contoso_5Forders.xml',
    );
    assert.deepEqual(find('prod'), ['environment prod (settings · Fixture) /settings/prod.json']);
    assert.deepEqual(
      find('_site')[0],
      'variable contoso_Site (Fixture) /environmentvariabledefinitions/contoso_Site/environmentvariabledefinition.xml',
    );
    assert.deepEqual(find('fixture'), ['solution Fixture (1.0.0.0) /Other/Solution.xml']);
  });

  it('hold the characters in their order; the best come first', () => {
    assert.deepEqual(find('nnh'), ['flow NotifyNewHire (Fixture) /Workflows/NotifyNewHire.json']);
    assert.deepEqual(find('hnn'), []);
    assert.deepEqual(find('or').map((line) => line.split(' ', 2).join(' '))[0], 'connector Orders');
  });

  it('are all for an empty query', () => {
    assert.equal(find('').length, 9);
  });
});
