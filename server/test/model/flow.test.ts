import assert from 'node:assert/strict';
import { english, say } from '../../src/base/l10n';
import { connectionKeyForms, dropUndefined, readFlow, stepsAs } from './readers';
import { flowText } from '../engine';

describe('connection entries of a flow', () => {
  interface EntryCase {
    readonly shape: string;
    readonly entry: unknown;
    readonly connector?: string;
    readonly logicalName?: string;
    readonly connectionName?: string;
    readonly runtimeSource?: string;
    readonly impersonation?: string;
  }

  const outlook = 'shared_office365';
  const outlookId = '/providers/Microsoft.PowerApps/apis/shared_office365';
  const bound = { connectionReferenceLogicalName: 'contoso_outlook' };
  const cases: readonly EntryCase[] = [
    {
      shape: 'bound to a reference',
      entry: { runtimeSource: 'embedded', connection: bound, api: { name: outlook } },
      connector: outlook,
      logicalName: 'contoso_outlook',
      runtimeSource: 'embedded',
    },
    {
      shape: 'bound, run by the caller',
      entry: {
        runtimeSource: 'invoker',
        impersonation: { source: 'invoker' },
        connection: bound,
        api: { name: outlook },
      },
      connector: outlook,
      logicalName: 'contoso_outlook',
      runtimeSource: 'invoker',
      impersonation: 'invoker',
    },
    {
      shape: 'bound, with empty impersonation and a leftover source',
      entry: {
        runtimeSource: 'embedded',
        impersonation: {},
        source: 'Embedded',
        connection: bound,
        api: { name: outlook },
      },
      connector: outlook,
      logicalName: 'contoso_outlook',
      runtimeSource: 'embedded',
    },
    {
      shape: 'bound, custom connector with a logical name',
      entry: { connection: bound, api: { name: 'shared_new-5fapi-5f0123456789abcdef', logicalName: 'new_5Fapi' } },
      connector: 'shared_new-5fapi-5f0123456789abcdef',
      logicalName: 'contoso_outlook',
    },
    {
      shape: 'a direct connection as an export leaves it',
      entry: { runtimeSource: 'embedded', connection: {}, api: { name: outlook } },
      connector: outlook,
      runtimeSource: 'embedded',
    },
    { shape: 'no connection property', entry: { api: { name: outlook } }, connector: outlook },
    {
      shape: 'an empty logical name',
      entry: { connection: { connectionReferenceLogicalName: '' }, api: { name: outlook } },
      connector: outlook,
    },
    {
      shape: 'a direct connection by name',
      entry: { connection: { name: 'shared-office365-1b2c' }, api: { name: outlook } },
      connector: outlook,
      connectionName: 'shared-office365-1b2c',
    },
    {
      shape: 'a direct connection by id, which names the connector too',
      entry: { connection: { id: `${outlookId}/connections/0fae` } },
      connector: outlook,
      connectionName: '0fae',
    },
    {
      shape: 'older flow data',
      entry: { connectionName: 'shared-office365-1b2c', source: 'Invoker', id: outlookId, tier: 'NotSpecified' },
      connector: outlook,
      connectionName: 'shared-office365-1b2c',
    },
    {
      shape: 'older flow data with a full connection id',
      entry: { connectionName: `${outlookId}/connections/0fae`, id: outlookId },
      connector: outlook,
      connectionName: '0fae',
    },
    { shape: 'api.id instead of api.name', entry: { connection: {}, api: { id: outlookId } }, connector: outlook },
    { shape: 'nothing at all', entry: {} },
    {
      shape: 'values of wrong types',
      entry: { runtimeSource: 1, connection: 'contoso_outlook', connectionName: [], id: null, api: { name: { a: 1 } } },
    },
  ];

  for (const { shape, entry, ...expected } of cases) {
    it(shape, () => {
      const [{ key, connector, connectionPath, ...rest } = { key: '' }, ...others] = readFlow(
        flowText(JSON.stringify({ any_key: entry })),
      ).entries;
      assert.equal(key, 'any_key');
      assert.deepEqual({ ...rest, ...(connector && { connector: connector.name }) }, dropUndefined(expected));
      assert.equal(connectionPath !== undefined, expected.connectionName !== undefined);
      assert.deepEqual(others, []);
    });
  }

  it('says where the connector stands, so that it can be marked', () => {
    const facts = readFlow(flowText(`{ "k": { "id": "${outlookId}", "connectionName": "x" } }`));
    assert.deepEqual(facts.entries[0]?.connector?.path, ['properties', 'connectionReferences', 'k', 'id']);
  });

  it('never takes the connector from the key', () => {
    assert.equal(readFlow(flowText('{ "shared_teams": { "connection": {} } }')).entries[0]?.connector, undefined);
  });

  it('takes keys that JavaScript uses for itself', () => {
    const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''];
    const entries = keys.map((key) => `${JSON.stringify(key)}: { "api": { "name": "shared_teams" } }`);
    const actions = keys.map(
      (key) => `${JSON.stringify(key)}: { "inputs": { "host": { "connectionName": "__proto__" } } }`,
    );
    for (const end of ['', ' broken']) {
      const facts = readFlow(flowText(`{ ${entries.join()} }`, `{ ${actions.join()} }`) + end);
      assert.deepEqual(facts.entries.map(({ key }) => key).sort(), [...keys].sort());
      assert.deepEqual(facts.steps.map(({ name }) => name).sort(), [...keys].sort());
      assert.ok(facts.entries.every(({ connector }) => connector?.name === 'shared_teams'));
    }
  });

  it('does not take what only the prototype has', () => {
    assert.deepEqual(readFlow(flowText('{ "k": { "__proto__": { "api": { "name": "shared_teams" } } } }')).entries, [
      { key: 'k' },
    ]);
  });
});

describe('steps of a flow', () => {
  it('are found at any depth, in the order of the text, and never in inputs', () => {
    assert.deepEqual(
      stepsAs(
        flowText(
          '{}',
          `{
            "First": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "k" } } },
            "Scope": { "type": "Scope", "actions": {
              "In_scope": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "k" } } },
              "Each": { "type": "Foreach", "actions": { "In_each": { "inputs": { "host": { "connectionName": "k" } } } } },
              "Small_each": { "type": "foreach", "actions": { "In_small_each": { "inputs": { "host": { "connectionName": "k" } } } } },
              "Until": { "type": "Until", "actions": { "In_until": { "inputs": { "host": { "connectionName": "k" } } } } }
            } },
            "If": { "type": "If",
              "actions": { "In_yes": { "inputs": { "host": { "connectionName": "k" } } } },
              "else": { "actions": { "In_no": { "inputs": { "host": { "connectionName": "k" } } } } } },
            "Switch": { "type": "Switch",
              "cases": {
                "Office": { "case": "o", "actions": { "In_office": { "inputs": { "host": { "connectionName": "k" } } } } },
                "Warehouse": { "case": "w", "actions": { "In_warehouse": { "inputs": { "host": { "connectionName": "k" } } } } } },
              "default": { "actions": { "In_default": { "inputs": { "host": { "connectionName": "k" } } } } } },
            "Card": { "type": "Compose", "inputs": {
              "type": "AdaptiveCard",
              "actions": { "Fake": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "k" } } } },
              "body": [ { "actions": [ { "type": "Action.Submit" } ] } ] } },
            "Last": { "inputs": { "host": { "connectionName": "k" } } }
          }`,
          '{ "When": { "type": "OpenApiConnectionWebhook", "inputs": { "host": { "connectionName": "k" } } } }',
        ),
      ),
      [
        'trigger When: k',
        'First: k',
        'Scope › In_scope: k',
        'Scope › Each › In_each: k',
        'Scope › Small_each › In_small_each: k',
        'Scope › Until › In_until: k',
        'If › If yes › In_yes: k',
        'If › If no › In_no: k',
        'Switch › Office › In_office: k',
        'Switch › Warehouse › In_warehouse: k',
        'Switch › Default › In_default: k',
        'Last: k',
      ],
    );
  });

  for (const { form, host, key } of connectionKeyForms) {
    it(`name their key: ${form}`, () => {
      const [step] = readFlow(flowText('{}', JSON.stringify({ Send: { type: 'X', inputs: { host } } }))).steps;
      assert.equal(step?.key?.name, key);
    });
  }

  it('know operation, connector and child flow', () => {
    const { steps, problems } = readFlow(
      flowText(
        '{}',
        `{ "Send": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "k", "operationId": "SendEmailV2", "apiId": "/apis/shared_x" } } },
           "Call": { "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "0ef8c509-91aa-4bbe-a80e-0988a0b6613d" } } } }`,
      ),
    );
    const [send, call] = steps;
    assert.deepEqual(
      [send?.type, send?.operationId, send?.apiId, call?.key, call?.childFlow, problems],
      ['OpenApiConnection', 'SendEmailV2', '/apis/shared_x', undefined, '0ef8c509-91aa-4bbe-a80e-0988a0b6613d', []],
    );
  });

  it('are only those with a host', () => {
    const actions = '{ "A": { "type": "Compose", "inputs": "text" }, "B": {}, "C": { "inputs": { "host": null } } }';
    assert.deepEqual(stepsAs(flowText('{}', actions)), []);
  });

  it('are read in 100,000 siblings', () => {
    const actions = Array.from({ length: 100_000 }, (_, i) => `"A${i}":{"inputs":{"host":{"connectionName":"k"}}}`);
    assert.equal(readFlow(flowText('{}', `{${actions.join()}}`)).steps.length, 100_000);
  });

  it('nested 100,000 levels deep exhaust nothing; what lies too deep is told', () => {
    const depth = 100_000;
    const nested = `${'{"A":{"actions":'.repeat(depth)}{}${'}}'.repeat(depth)}`;
    const { steps, problems } = readFlow(
      flowText(
        '{}',
        `{ "Deep": { "actions": ${nested} }, "Send": { "inputs": { "host": { "connectionName": "k" } } } }`,
      ),
    );
    assert.deepEqual(
      steps.map(({ name }) => name),
      ['Send'],
    );
    assert.equal(problems.length, 1);
    assert.match(problems[0] ? say(english, problems[0].message) : '', /nested more than 300 levels/);
  });

  it('100,000 arrays in each other, whole and half, exhaust nothing', () => {
    const open = '['.repeat(100_000);
    const send = '"Send": { "inputs": { "host": { "connectionName": "k" } } }';
    assert.deepEqual(stepsAs(flowText('{}', `{ ${send}, "A": { "inputs": ${open}${']'.repeat(100_000)} } }`)), [
      'Send: k',
    ]);
    assert.deepEqual(stepsAs(flowText('{}', `{ ${send}, "A": { "inputs": ${open}`)), ['Send: k']);
    assert.deepEqual(readFlow(open).entries, []);
  });
});

describe('keys that only expressions use', () => {
  function checkOther(actions: string, expected: readonly string[]): void {
    const entries = '{ "used": {}, "other": {}, "it\'s": {} }';
    assert.deepEqual(readFlow(flowText(entries, actions)).otherKeyUses, expected);
  }

  const inHost = '"Send": { "inputs": { "host": { "connectionName": "used" } } }';

  it('are told', () => {
    checkOther(`{ ${inHost}, "Get": { "inputs": "@parameters('$connections')['other']['connectionId']" } }`, ['other']);
  });

  it('also with the quotes that PowerShell escapes, and with a quote in the key', () => {
    checkOther(
      String.raw`{ ${inHost}, "Get": { "inputs": "@parameters(\u0027$connections\u0027)[\u0027it\u0027\u0027s\u0027][\u0027connectionId\u0027]" } }`,
      ["it's"],
    );
  });

  it('are not looked for when every key is used by a step', () => {
    const text = flowText(
      '{ "used": {} }',
      `{ ${inHost}, "Get": { "inputs": "@parameters('$connections')['other']" } }`,
    );
    assert.deepEqual(readFlow(text).otherKeyUses, []);
  });
});
