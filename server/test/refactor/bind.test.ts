import assert from 'node:assert/strict';
import { customizationsXml } from '../engine';
import { planned, refusal } from './plans';

const [prod, test] = ['/settings/prod.json', '/settings/test.json'];

const declared = `//- /Other/Customizations.xml
${customizationsXml({ name: 'contoso_alerts', connector: 'shared_teams' }, { name: 'contoso_sql', connector: 'shared_sql' })}
`;

const before = `{
  "ConnectionReferences": [
    {
      "LogicalName": "contoso_sql",
      "ConnectionId": "⟦77c1⟧",
      "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_sql",
      "ConnectionOwner": "ops"
    }
  ]
}
`;
const source = `${declared}//- ${prod}\n${before}`;
const plain = before.replace(/[⟦⟧]/g, '');

describe('binding a reference', () => {
  it('sets the connection and tells which one it was', () => {
    const { change, texts } = planned(source, {
      kind: 'bind',
      file: prod,
      reference: 'CONTOSO_SQL',
      connectionId: '0fae',
    });
    assert.equal(texts.get(prod), before.replace('⟦77c1⟧', '0fae'));
    assert.equal(change.title, "Bind 'CONTOSO_SQL' in prod");
    assert.deepEqual(change.notes, ["In prod, 'CONTOSO_SQL' was bound to '77c1'."]);
  });

  it('adds the entry where there is none, as the reference is declared', () => {
    const { texts } = planned(source, { kind: 'bind', file: prod, reference: 'Contoso_Alerts', connectionId: 'x' });
    const entry = `    {
      "LogicalName": "contoso_alerts",
      "ConnectionId": "x",
      "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams"
    },
`;
    assert.equal(texts.get(prod), plain.replace('[\n', `[\n${entry}`));
  });

  it('takes the connection out where the id is empty, and changes nothing where it is the same', () => {
    const request = { kind: 'bind', file: prod, reference: 'contoso_sql' } as const;
    assert.equal(planned(source, { ...request, connectionId: '' }).texts.get(prod), before.replace('⟦77c1⟧', ''));
    assert.deepEqual(planned(source, { ...request, connectionId: '77c1' }).change.files, []);
  });

  it('sets a missing property before the connector, and the connection in each of several entries', () => {
    const text = `{"ConnectionReferences":[{"LogicalName":"contoso_sql","ConnectorId":"x/apis/shared_sql"},{"LogicalName":"contoso_sql","ConnectionId":null}]}`;
    const { texts } = planned(`${declared}//- ${prod}\n${text}`, {
      kind: 'bind',
      file: prod,
      reference: 'contoso_sql',
      connectionId: 'y',
    });
    assert.equal(
      texts.get(prod),
      `{"ConnectionReferences":[{"LogicalName":"contoso_sql","ConnectionId":"y","ConnectorId":"x/apis/shared_sql"},{"LogicalName":"contoso_sql","ConnectionId":"y"}]}`,
    );
  });

  it('tells of a connection that looks like one of another connector, or is one of another environment', () => {
    const connectionId = 'shared-teams-3f2a9c41-0000-4000-8000-000000000000';
    const other = before.replace('⟦77c1⟧', connectionId);
    const { change } = planned(`${source}//- ${test}\n${other}`, {
      kind: 'bind',
      file: prod,
      reference: 'contoso_sql',
      connectionId,
    });
    assert.deepEqual(change.notes, [
      "In prod, 'contoso_sql' was bound to '77c1'.",
      `'${connectionId}' looks like a connection of 'teams', but 'contoso_sql' is for SQL Server.`,
      `The settings for test name '${connectionId}' too, and a connection lives in one environment.`,
    ]);
    assert.deepEqual(
      planned(`${source}//- ${test}\n${before.replace('⟦77c1⟧', '#{sql}#')}`, {
        kind: 'bind',
        file: test,
        reference: 'contoso_alerts',
        connectionId: '#{sql}#',
      }).change.notes,
      [],
    );
  });

  it('is refused for a reference or a file that nobody knows, and left for a broken file', () => {
    const request = { kind: 'bind', file: prod, reference: 'contoso_mail', connectionId: 'x' } as const;
    assert.equal(refusal(source, request), "There is no connection reference 'contoso_mail' in the workspace.");
    assert.equal(
      refusal(source, { ...request, file: '/no.json' }),
      "'/no.json' is no deployment settings file of the workspace.",
    );
    const { change } = planned(`${declared}//- ${prod}\n{"ConnectionReferences":[{"LogicalName":"contoso_sql",}]}`, {
      ...request,
      reference: 'contoso_sql',
    });
    assert.deepEqual(change.files, []);
    assert.deepEqual(
      change.left.map(({ reason }) => reason),
      ['This file is not in order: mend it first.'],
    );
  });
});

describe('copying bindings', () => {
  it('adds the entries of the source without their connections, in the shape of the target', () => {
    const from = `{ "ConnectionReferences": [
  { "LogicalName": "contoso_alerts", "ConnectionId": "1", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams" },
  { "LogicalName": "contoso_sql", "ConnectionId": "2", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_sql" },
  { "LogicalName": "contoso_gone", "ConnectionId": "3" }
] }`;
    const request = { kind: 'copy-bindings', fromFile: test, toFile: prod } as const;
    const { change, texts } = planned(`${source}//- ${test}\n${from}`, request);
    const entry = `    {
      "LogicalName": "contoso_alerts",
      "ConnectionId": "",
      "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams"
    },
`;
    assert.deepEqual([...texts], [[prod, plain.replace('[\n', `[\n${entry}`)]]);
    assert.deepEqual(
      change.left.map(({ at, reason }) => `${at.file}: ${reason}`),
      [`${test}: 'contoso_gone' belongs to no solution of this file, so it is not copied.`],
    );

    const bare = '[{"connectionReferenceLogicalName":"contoso_sql","connectionId":"9"}]';
    assert.equal(
      planned(`${declared}//- ${prod}\n${bare}\n//- ${test}\n${from}`, request).texts.get(prod),
      `[{"connectionReferenceLogicalName":"contoso_alerts","connectionId":""},{"connectionReferenceLogicalName":"contoso_sql","connectionId":"9"}]\n`,
    );
  });

  it('is refused for other files', () => {
    const request = { kind: 'copy-bindings', fromFile: prod, toFile: prod } as const;
    assert.equal(refusal(source, request), 'A settings file has all of its own entries already. Name another one.');
    assert.equal(
      refusal(source, { ...request, toFile: test }),
      `'${test}' is no deployment settings file of the workspace.`,
    );
  });
});
