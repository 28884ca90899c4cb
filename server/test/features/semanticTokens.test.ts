import assert from 'node:assert/strict';
import { semanticTokensOf } from '../../src/features/semanticTokens';
import { customizationsXml, flowText, openContoso, openFixture, settingsText, textAt } from '../engine';

/** Checks that exactly what is marked in the files has a meaning of its own, and which. */
function checkTokens(source: string, expected: readonly string[]): void {
  const { workspace, fixture } = openFixture(source);
  const found = [...fixture.files.keys()].flatMap((file) => {
    const tokens = semanticTokensOf(workspace.snapshot, workspace.documents, file);
    assert.deepEqual(
      tokens.map(({ span }) => ({ start: span.start, end: span.end })),
      fixture.spans.get(file) ?? [],
      `The marks of ${file}`,
    );
    return tokens.map(({ kind, isDeclaration, span }) => {
      const text = textAt(workspace, { file, place: { span } });
      return `${isDeclaration ? 'declared' : 'used'} ${kind} ${text}`;
    });
  });
  assert.deepEqual(found, expected);
}

describe('semantic tokens', () => {
  it('are the keys and logical names of a flow', () =>
    checkTokens(
      `//- /Workflows/Notify.json
${flowText(
  '{ "⟦k⟧": { "connection": { "connectionReferenceLogicalName": "⟦contoso_teams⟧" }, "api": { "name": "shared_teams" } }, "⟦d⟧": { "connection": {} } }',
  `{
    "Post": { "inputs": { "host": { "connectionName": "⟦k⟧", "operationId": "k" } } },
    "Old": { "inputs": { "host": { "connection": { "name": "@parameters('$connections')['⟦d⟧']['connectionId']" } } } },
    "In": { "actions": { "Gone": { "inputs": { "host": { "connectionReferenceName": "⟦none⟧" } } } } },
    "Elsewhere": { "inputs": "@{parameters(\\u0027$connections\\u0027)[\\u0027⟦k⟧\\u0027]}" }
  }`,
)}
`,
      [
        'declared key k',
        'used reference contoso_teams',
        'declared key d',
        'used key k',
        'used key d',
        'used key none',
        'used key k',
      ],
    ));

  it('are the logical names of declarations and settings, and no display names', () =>
    checkTokens(
      `//- /Other/Customizations.xml
${customizationsXml({ name: '⟦contoso_teams⟧', connector: 'shared_teams', title: 'HR – Teams' })}
//- /settings/prod.json
${settingsText({ '⟦contoso_teams⟧': 'shared-teams-1', '⟦contoso_gone⟧': '' })}
`,
      ['declared reference contoso_teams', 'used reference contoso_teams', 'used reference contoso_gone'],
    ));

  it('are the logical names in lists of YAML', () =>
    checkTokens(
      `//- /connectionreferences.mcs.yml
connectionReferences:
  - connectionReferenceLogicalName: ⟦contoso_teams⟧
    connectorId: /providers/Microsoft.PowerApps/apis/shared_teams
`,
      ['used reference contoso_teams'],
    ));

  it('are none in files that hold no facts, or are broken', () => {
    const { workspace } = openFixture('//- /Workflows/Broken.json\n{ "properties": { "connectionReferences": { "k\n');
    for (const file of ['/Workflows/Broken.json', '/package.json']) {
      assert.deepEqual(semanticTokensOf(workspace.snapshot, workspace.documents, file), []);
    }
  });

  it('hold exactly a name in every file of the sample', () => {
    const workspace = openContoso();
    const names = [...workspace.snapshot.files.keys()].flatMap((file) =>
      semanticTokensOf(workspace.snapshot, workspace.documents, file).map(({ span }) =>
        textAt(workspace, { file, place: { span } }),
      ),
    );
    assert.ok(names.length > 50, `There are ${names.length}.`);
    assert.deepEqual(
      names.filter((name) => !/^[\w.-]+$/.test(name)),
      [],
    );
  });
});
