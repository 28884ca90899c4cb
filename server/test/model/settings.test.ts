import assert from 'node:assert/strict';
import { extractFacts } from '../../src/model/extract';
import type { SettingsFacts } from '../../src/model/facts';
import { checkProblems } from './readers';

/** `name=connection connector` for each entry; undefined where the text is no settings file. */
function readSettings(text: string): { facts: SettingsFacts; bindings: string[] } | undefined {
  const facts = extractFacts('settings', text);
  if (facts?.kind !== 'settings') return undefined;
  const bindings = facts.bindings.map(
    ({ logicalName, connectionId, connectorId }) => `${logicalName}=${connectionId ?? '-'} ${connectorId ?? '-'}`,
  );
  return { facts, bindings };
}

describe('deployment settings', () => {
  it('as pac writes them', () => {
    const read = readSettings(`{
      "EnvironmentVariables": [ { "SchemaName": "contoso_Mailbox", "Value": "" }, { "SchemaName": "contoso_Site" } ],
      "ConnectionReferences": [
        { "LogicalName": "a", "ConnectionId": "shared-teams-1b2c", "ConnectorId": "/apis/shared_teams" },
        { "LogicalName": "b", "ConnectionId": "", "ConnectorId": "/apis/shared_sql", "ConnectionOwner": "x@contoso.example" },
        { "LogicalName": "c" }
      ] }`);
    assert.deepEqual(read?.bindings, ['a=shared-teams-1b2c /apis/shared_teams', 'b= /apis/shared_sql', 'c=- -']);
    assert.deepEqual(
      read.facts.variables.map(({ schemaName }) => schemaName),
      ['contoso_Mailbox', 'contoso_Site'],
    );
    assert.deepEqual(read.facts.referencesPath, ['ConnectionReferences']);
    assert.deepEqual(read.facts.bindings[1]?.connectionIdPath, ['ConnectionReferences', 1, 'ConnectionId']);
    assert.deepEqual(read.facts.problems, []);
  });

  it('in the layout of PowerShell', () => {
    const read = readSettings(
      '{\r\n    "EnvironmentVariables":  [\r\n\r\n                             ],\r\n' +
        '    "ConnectionReferences":  [\r\n                                 {\r\n' +
        '                                     "LogicalName":  "a",\r\n' +
        '                                     "ConnectionId":  "#{a}#",\r\n' +
        '                                     "ConnectorId":  "/apis/shared_teams"\r\n' +
        '                                 }\r\n                             ]\r\n}\r\n',
    );
    assert.deepEqual(read?.bindings, ['a=#{a}# /apis/shared_teams']);
  });

  it('as a list', () => {
    const read = readSettings('[ { "connectionReferenceLogicalName": "a", "connectionId": "0fae" } ]');
    assert.deepEqual(read?.bindings, ['a=0fae -']);
    assert.deepEqual(read.facts.bindings[0]?.logicalNamePath, [0, 'connectionReferenceLogicalName']);
    assert.deepEqual(read.facts.referencesPath, []);
  });

  it('with references only, with variables only, with empty lists', () => {
    assert.deepEqual(readSettings('{ "ConnectionReferences": [ { "LogicalName": "a" } ] }')?.bindings, ['a=- -']);
    const variablesOnly = readSettings('{ "EnvironmentVariables": [ { "SchemaName": "v" } ] }');
    assert.deepEqual(
      [variablesOnly?.facts.variables.map(({ schemaName }) => schemaName), variablesOnly?.facts.referencesPath],
      [['v'], undefined],
    );
    assert.deepEqual(readSettings('{ "EnvironmentVariables": [], "ConnectionReferences": [] }')?.bindings, []);
  });

  it('in a folder of workflows too: a pipeline may keep them there', () => {
    const text = '{ "ConnectionReferences": [ { "LogicalName": "a" } ] }';
    assert.equal(extractFacts('flow', text)?.kind, 'settings');
  });

  it('that are half written give what can be read', () => {
    const read = readSettings(
      '{ "ConnectionReferences": [ { "LogicalName": "a", "ConnectionId": "x" }, { "LogicalName": "b", ',
    );
    assert.deepEqual(read?.bindings, ['a=x -', 'b=- -']);
    assert.equal(read.facts.problems.length, 1);
  });

  it('tell an entry that names nothing, at its place, and read the others', () => {
    const text =
      '{ "ConnectionReferences": [ ⟦{⟧ "ConnectionId": "x" }, ⟦{⟧ "LogicalName": "" }, ⟦1⟧, { "LogicalName": "a" } ] }';
    checkProblems('settings', text);
    assert.deepEqual(readSettings(text.replace(/[⟦⟧]/g, ''))?.bindings, ['a=- -']);
  });

  const others: readonly (readonly [what: string, text: string])[] = [
    ['customDeploymentSettings.json', '{ "ActivateFlowConfiguration": [], "ConnectionReferences": { "a": 1 } }'],
    ['an environment variable of something else', '{ "EnvironmentVariables": { "PATH": "x" } }'],
    ['a list of other things', '{ "ConnectionReferences": [ { "name": "a" } ] }'],
    ['a list of names without connections', '[ { "connectionReferenceLogicalName": "a" } ]'],
    ['a schema that mentions the words', '{ "properties": { "ConnectionReferences": { "type": "array" } } }'],
    ['a text that mentions the words', '{ "description": "Set \\"ConnectionReferences\\" here" }'],
    [
      'a flow outside of its folder',
      '{ "properties": { "connectionReferences": { "k": { "connection": { "connectionReferenceLogicalName": "a" } } } } }',
    ],
    ['an empty file', ''],
    ['no JSON at all', '"ConnectionReferences" LogicalName'],
  ];
  for (const [what, text] of others) {
    it(`are not ${what}`, () => {
      assert.equal(readSettings(text), undefined);
    });
  }
});
