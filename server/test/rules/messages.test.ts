/** What the rules say, where the words depend on more than the examples show. */
import assert from 'node:assert/strict';
import { customizationsXml, flowText, openFixture } from '../engine';

describe('the message of', () => {
  it('references-to-consolidate names what tells two references apart', () => {
    const said = (...titles: readonly (string | undefined)[]): readonly (string | undefined)[] => {
      const file = '/Other/Customizations.xml';
      const references = titles.map((title, i) => ({
        name: `hr_${i}`,
        connector: 'shared_teams',
        ...(title !== undefined && { title }),
      }));
      const { workspace } = openFixture(`//- ${file}\n${customizationsXml(...references)}\n`);
      const found = workspace.findingsOf(file).find(({ rule }) => rule.id === 'references-to-consolidate');
      return [found?.message.split(' are for ')[0], found?.fixes?.()[0]?.title];
    };
    assert.deepEqual(said('A', 'B'), ["'B' and 'A'", "Merge 'B' into 'A'…"]);
    assert.deepEqual(said('Teams', 'TEAMS'), ["'hr_1' and 'hr_0'", "Merge 'hr_1' into 'hr_0'…"]);
    assert.deepEqual(said(undefined, 'Teams'), ["'Teams' and 'hr_0'", "Merge 'Teams' into 'hr_0'…"]);
  });

  it('connector-in-same-solution names the first that must wait for the connector, and leads to all', () => {
    const connector = 'shared_hr-5forders-5f7fc9343cf45734fe';
    const { workspace } = openFixture(`
//- /Connectors/hr_5Forders.xml
<Connector><displayname>Orders</displayname><name>hr_5Forders</name></Connector>
//- /Other/Customizations.xml
${customizationsXml({ name: 'hr_orders', connector }, { name: 'hr_sql', connector: 'shared_sql' })}
//- /Workflows/Order.json
${flowText(`{ "o": { "api": { "name": "${connector}" } }, "b": { "connection": { "connectionReferenceLogicalName": "hr_orders" }, "api": { "name": "${connector}" } } }`)}
`);
    const [found, ...others] = workspace.findingsOf('/Connectors/hr_5Forders.xml');
    assert.deepEqual(
      [found?.message, found?.related?.map(({ message }) => message), others.length],
      [
        "The custom connector 'Orders' must be imported before 'hr_orders', which is in this solution too. Keep it in a solution of its own.",
        ["'hr_orders' is declared here", "'Order' uses it directly"],
        0,
      ],
    );
  });

  it('a settings file begins with the name that nothing knows, which a narrow panel still shows', () => {
    const file = '/settings/prod.json';
    const settings = JSON.stringify({
      EnvironmentVariables: [{ SchemaName: 'hr_Site', Value: '' }],
      ConnectionReferences: [{ LogicalName: 'hr_planner', ConnectionId: '0fae' }],
    });
    const { workspace } = openFixture(
      `//- /Other/Customizations.xml\n${customizationsXml()}\n//- ${file}\n${settings}\n`,
    );
    assert.deepEqual(
      workspace.findingsOf(file).map(({ rule, message }) => `${rule.id}: ${message.split('. ')[0]}.`),
      [
        "settings-unknown-reference: 'hr_planner' is not known in Fixture.",
        "settings-unknown-variable: 'hr_Site' is not known in Fixture.",
      ],
    );
  });
});
