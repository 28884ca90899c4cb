/** What the fixes of rules make of a file, and that the finding is gone with them. */
import assert from 'node:assert/strict';
import type { FileId } from '../../src/model/place';
import { Draft } from '../../src/refactor/draft';
import type { Fix } from '../../src/rules/rule';
import { customizationsXml, flowText, openFixture, solutionXml, textsAfter } from '../engine';

const flow = '/Workflows/A.json';
const declared = `//- /Other/Customizations.xml
${customizationsXml({ name: 'hr_a', connector: 'shared_teams' }, { name: 'hr_sql', connector: 'shared_sql' })}
`;

/** Checks the titles of all fixes of the first finding, and what the first one makes of the file. */
function checkFixes(rule: string, before: string, after: string, ...titles: readonly string[]): void {
  const { workspace } = openFixture(`${declared}//- ${flow}\n${before}\n`);
  const find = (file: FileId): readonly Fix[] | undefined =>
    workspace
      .findingsOf(file)
      .find((one) => one.rule.id === rule)
      ?.fixes?.();
  const fixes = find(flow) ?? [];
  assert.deepEqual(
    fixes.map(({ title }) => title),
    titles,
  );
  const draft = new Draft(workspace.snapshot, workspace.documents);
  fixes[0]?.apply(draft);
  const text = textsAfter(workspace, draft.finish('')).get(flow);
  assert.equal(text?.trimEnd(), after);
  workspace.setOpenText(flow, { text, version: 1 });
  assert.equal(find(flow), undefined, 'The finding is still there');
}

const teams =
  '"shared_teams": { "connection": { "connectionReferenceLogicalName": "hr_a" }, "api": { "name": "shared_teams" } }';
const sql =
  '"shared_sql": { "connection": { "connectionReferenceLogicalName": "hr_sql" }, "api": { "name": "shared_sql" } }';
const step = (host: string): string => `{ "type": "OpenApiConnection", "inputs": { "host": { ${host} } } }`;
const apiId = (connector: string): string => `"apiId": "/providers/Microsoft.PowerApps/apis/${connector}"`;

describe('fixes', () => {
  it('let a step use a key that the flow has, or add the key', () => {
    const action = (key: string): string =>
      `{ "Post": ${step(`"connectionName": "${key}", ${apiId('shared_teams')}`)} }`;
    checkFixes(
      'unknown-connection-key',
      flowText(`{ ${teams} }`, action('shared_teems')),
      flowText(`{ ${teams} }`, action('shared_teams')),
      "Use the key 'shared_teams'",
      "Add the key 'shared_teems', bound to 'hr_a'",
    );
  });

  it('add a key where the flow has none of the connector', () => {
    const action = `{ "Post": ${step(`"connectionName": "teams", ${apiId('shared_teams')}`)} }`;
    const added =
      '"teams": { "runtimeSource": "embedded", "connection": { "connectionReferenceLogicalName": "hr_a" }, "api": { "name": "shared_teams" } }';
    checkFixes(
      'unknown-connection-key',
      flowText(`{ ${sql} }`, action),
      flowText(`{ ${sql}, ${added} }`, action),
      "Add the key 'teams', bound to 'hr_a'",
    );
  });

  it('name a key in a step that has none', () => {
    const host = (key: string): string =>
      `{ "Post": ${step(`${apiId('shared_teams')}, ${key}"operationId": "Post"`)} }`;
    checkFixes(
      'missing-operation-connection',
      flowText(`{ ${sql}, ${teams} }`, host('')),
      flowText(`{ ${sql}, ${teams} }`, host('"connectionName": "shared_teams", ')),
      "Use the key 'shared_teams'",
    );
  });

  it('let a step use a key of its operation’s connector', () => {
    const action = (key: string): string => `{ "Post": ${step(`"connectionName": "${key}", ${apiId('shared_sql')}`)} }`;
    checkFixes(
      'operation-connector-mismatch',
      flowText(`{ ${sql}, ${teams} }`, action('shared_teams')),
      flowText(`{ ${sql}, ${teams} }`, action('shared_sql')),
      "Use the key 'shared_sql'",
    );
  });

  it('remove a key that nothing uses', () => {
    const action = `{ "Post": ${step('"connectionName": "shared_teams"')} }`;
    checkFixes(
      'unused-connection-key',
      flowText(`{ ${sql}, ${teams} }`, action),
      flowText(`{ ${teams} }`, action),
      "Remove the entry 'shared_sql'",
    );
  });

  it('merge keys that hold one reference', () => {
    const actions = (key: string): string =>
      `{ "Post": ${step('"connectionName": "shared_teams"')}, "Scope": { "type": "Scope", "actions": { "Again": ${step(`"connectionName": "${key}"`)} } } }`;
    checkFixes(
      'duplicate-connection-entry',
      flowText(`{ ${teams}, ${teams.replace('shared_teams', 'shared_teams_1')} }`, actions('shared_teams_1')),
      flowText(`{ ${teams} }`, actions('shared_teams')),
      "Use 'shared_teams' in all steps and remove 'shared_teams_1'",
    );
  });

  it('choose a reference of the entry’s connector', () => {
    const action = `{ "Post": ${step('"connectionName": "shared_teams"')} }`;
    checkFixes(
      'connector-mismatch',
      flowText(`{ ${teams.replace('hr_a', 'hr_sql')} }`, action),
      flowText(`{ ${teams} }`, action),
      "Use connection reference 'hr_a'",
    );
  });

  it('convert the rest of a flow', () => {
    const action = `{ "Post": ${step('"connectionName": "shared_teams"')}, "Run": ${step('"connectionName": "shared_sql"')} }`;
    const direct = '"shared_sql": { "connection": {}, "api": { "name": "shared_sql" } }';
    checkFixes(
      'half-converted-flow',
      flowText(`{ ${teams}, ${direct} }`, action),
      flowText(`{ ${teams}, ${sql} }`, action),
      'Use the best connection reference for the rest',
    );
  });

  it('of a reference of another solution declare it in the own one too, unless an editor asks', () => {
    const direct = '"shared_teams": { "connection": {}, "api": { "name": "shared_teams" } }';
    const settings = '//- /hr/settings/dev.json\n{ "EnvironmentVariables": [], "ConnectionReferences": [] }\n';
    const { workspace } = openFixture(
      `//- /base/Other/Solution.xml
${solutionXml('Base')}
//- /base/Other/Customizations.xml
${customizationsXml({ name: 'base_teams', connector: 'shared_teams' })}
//- /hr/Other/Solution.xml
${solutionXml('HR')}
//- /hr/Other/Customizations.xml
${customizationsXml()}
//- /hr${flow}
${flowText(`{ ${direct} }`)}
${settings}`,
    );
    const own = `/hr${flow}`;
    const [fix] =
      workspace
        .findingsOf(own)
        .find(({ rule }) => rule.id === 'use-connection-references')
        ?.fixes?.() ?? [];
    assert.equal(fix?.title, "Use connection reference 'base_teams' of Base…");
    assert.deepEqual(fix.request, { kind: 'use', file: own, key: 'shared_teams', reference: 'base_teams' });
    const draft = new Draft(workspace.snapshot, workspace.documents);
    fix.apply(draft);
    const texts = textsAfter(workspace, draft.finish(''));
    assert.equal(texts.get(own)?.trimEnd(), flowText(`{ ${teams.replace('hr_a', 'base_teams')} }`));
    assert.match(texts.get('/hr/Other/Customizations.xml') ?? '', /connectionreferencelogicalname="base_teams"/);
    assert.match(texts.get('/hr/settings/dev.json') ?? '', /"LogicalName": "base_teams"/);
    assert.equal(texts.size, 3);
  });
});
