import assert from 'node:assert/strict';
import { Draft } from '../../src/refactor/draft';
import { addSettingsEntry, removeSettingsEntries, type SettingsEntry } from '../../src/refactor/settingsEntries';
import { openFixture, textsAfter } from '../engine';

const file = '/settings/prod.json';
const teams: SettingsEntry = {
  logicalName: 'contoso_teams',
  connectorId: '/providers/Microsoft.PowerApps/apis/shared_teams',
  connectionId: '',
};

/** The file's text after the steps; undefined when they change nothing. */
function after(text: string, steps: (draft: Draft) => void): string | undefined {
  const { workspace } = openFixture(`//- ${file}\n${text}`);
  const draft = new Draft(workspace.snapshot, workspace.documents);
  steps(draft);
  return textsAfter(workspace, draft.finish('Test')).get(file);
}

function added(text: string, entry: SettingsEntry = teams): string | undefined {
  return after(text, (draft) => addSettingsEntry(draft, file, entry));
}

describe('an added settings entry', () => {
  it('stands at its alphabetical place, with the properties in the order of the others', () => {
    const text = `{
  "EnvironmentVariables": [],
  "ConnectionReferences": [
    {
      "ConnectionId": "#{sql}#",
      "LogicalName": "Contoso_SQL",
      "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_sql",
      "ConnectionOwner": "ops"
    }⟦⟧,
    {
      "ConnectionId": "",
      "LogicalName": "contoso_zoom",
      "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_zoom"
    }
  ]
}`;
    const entry = `,
    {
      "ConnectionId": "",
      "LogicalName": "contoso_teams",
      "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams"
    }`;
    assert.equal(added(text), text.replace('⟦⟧', entry));
  });

  it('stands at the end of a list that is not sorted', () => {
    const text =
      '{"ConnectionReferences":[{"LogicalName":"z","ConnectionId":"","ConnectorId":""},{"LogicalName":"a","ConnectionId":"","ConnectorId":""}]}\n';
    const entry =
      '{"LogicalName":"contoso_teams","ConnectionId":"","ConnectorId":"/providers/Microsoft.PowerApps/apis/shared_teams"}';
    assert.equal(added(text), text.replace(']}', `,${entry}]}`));
  });

  it('makes the list where there is none, or none with entries', () => {
    const entry = `[
    {
      "LogicalName": "contoso_teams",
      "ConnectionId": "",
      "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams"
    }
  ]`;
    const variables = '{\n  "EnvironmentVariables": []';
    assert.equal(added(`${variables}\n}`), `${variables},\n  "ConnectionReferences": ${entry}\n}`);
    for (const none of ['[]', 'null', '[ ]']) {
      assert.equal(
        added(`${variables},\n  "ConnectionReferences": ${none}\n}`),
        `${variables},\n  "ConnectionReferences": ${entry}\n}`,
      );
    }
  });

  it('sets only the connection where the file names the reference already', () => {
    const text =
      '{"ConnectionReferences":[{"LogicalName":"CONTOSO_teams","ConnectionId":"⟦old⟧","ConnectorId":"x","Owner":"me"}]}';
    assert.equal(added(text), undefined);
    assert.equal(added(text, { ...teams, connectionId: 'new' }), text.replace('⟦old⟧', 'new'));
  });

  it('is left out of a file that is broken, which is told', () => {
    const { workspace } = openFixture(`//- ${file}\n{"ConnectionReferences":[{"LogicalName":"a"},]}`);
    const draft = new Draft(workspace.snapshot, workspace.documents);
    addSettingsEntry(draft, file, teams);
    const change = draft.finish('Test');
    assert.deepEqual(change.files, []);
    assert.deepEqual(
      change.left.map(({ reason }) => reason),
      ['This file is not in order: mend it first.'],
    );
  });
});

describe('removed settings entries', () => {
  const text = `{
  "EnvironmentVariables": [],
  "ConnectionReferences": [
    {
      "LogicalName": "contoso_sql",
      "ConnectionId": ""
    }⟦,
    {
      "LogicalName": "Contoso_Teams",
      "ConnectionId": "1"
    },
    {
      "LogicalName": "contoso_teams",
      "ConnectionId": "2"
    }⟧
  ]
}`;

  it('take all of their lines with them', () => {
    assert.equal(
      after(text, (draft) => removeSettingsEntries(draft, file, ['CONTOSO_TEAMS', 'nobody'])),
      text.replace(/⟦[^]*⟧/, ''),
    );
  });

  it('leave an empty list', () => {
    const result = after(text, (draft) => removeSettingsEntries(draft, file, ['contoso_sql', 'contoso_teams']));
    assert.equal(result, '{\n  "EnvironmentVariables": [],\n  "ConnectionReferences": []\n}');
  });

  it('are nothing in a file that does not name them', () => {
    assert.equal(
      after(text, (draft) => removeSettingsEntries(draft, file, ['x'])),
      undefined,
    );
  });
});
