import assert from 'node:assert/strict';
import { customizationsXml } from '../engine';
import { checkRefusal, planned } from './change';

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

describe('binding a reference', () => {
  it('changes nothing where the connection is the same', () => {
    const request = { kind: 'bind', file: prod, reference: 'contoso_sql', connectionId: '77c1' } as const;
    assert.deepEqual(planned(source, request).files, []);
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
    const change = planned(`${source}//- ${test}\n${other}`, {
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
      }).notes,
      [],
    );
  });

  it('is refused for a reference or a file that nobody knows, and left for a broken file', () => {
    const request = { kind: 'bind', file: prod, reference: 'contoso_mail', connectionId: 'x' } as const;
    checkRefusal(source, request, "There is no connection reference 'contoso_mail' in the workspace.");
    checkRefusal(
      source,
      { ...request, file: '/no.json' },
      "'/no.json' is no deployment settings file of the workspace.",
    );
    const change = planned(`${declared}//- ${prod}\n{"ConnectionReferences":[{"LogicalName":"contoso_sql",}]}`, {
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
  it('takes the shape of a bare list', () => {
    const from = `{ "ConnectionReferences": [
  { "LogicalName": "contoso_alerts", "ConnectionId": "1", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams" }
] }`;
    const request = { kind: 'copy-bindings', fromFile: test, toFile: prod } as const;
    const bare = '[{"connectionReferenceLogicalName":"contoso_sql","connectionId":"9"}]';
    assert.equal(
      planned(`${declared}//- ${prod}\n${bare}\n//- ${test}\n${from}`, request).texts.get(prod),
      `[{"connectionReferenceLogicalName":"contoso_alerts","connectionId":""},{"connectionReferenceLogicalName":"contoso_sql","connectionId":"9"}]\n`,
    );
  });

  it('is refused for other files', () => {
    const request = { kind: 'copy-bindings', fromFile: prod, toFile: prod } as const;
    checkRefusal(source, request, 'A settings file has all of its own entries already. Name another one.');
    checkRefusal(source, { ...request, toFile: test }, `'${test}' is no deployment settings file of the workspace.`);
  });
});
