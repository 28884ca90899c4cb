/** Which settings files somebody means who enters a connection for an environment. */
import assert from 'node:assert/strict';
import { settingsToBind } from '../../src/project/settingsToBind';
import { customizationsXml, openFixture, settingsText } from '../engine';

const declared = customizationsXml(
  { name: 'hr_teams', connector: 'shared_teams' },
  { name: 'hr_mail', connector: 'shared_teams' },
  { name: 'hr_sql', connector: 'shared_sql' },
);
const source = `//- /Other/Customizations.xml
${declared}
//- /settings/prod/a.json
${settingsText({ hr_teams: 'one', hr_mail: 'two' })}
//- /settings/prod/b.json
${settingsText({ hr_teams: 'other' })}
//- /settings/test.json
${settingsText({})}
`;

describe('the settings files that a connection is entered in', () => {
  const { snapshot } = openFixture(source).workspace;
  const filesFor = (logicalName: string, environment: string): string[] =>
    settingsToBind(snapshot, logicalName, environment).map(({ file }) => file);

  it('are all of the environment that name the reference, however both are written', () => {
    assert.deepEqual(filesFor('HR_Teams', 'PROD'), ['/settings/prod/a.json', '/settings/prod/b.json']);
    assert.deepEqual(filesFor('hr_mail', 'prod'), ['/settings/prod/a.json']);
  });

  it('are else those whose solutions declare it', () => {
    assert.deepEqual(filesFor('hr_sql', 'prod'), ['/settings/prod/a.json', '/settings/prod/b.json']);
  });

  it('are the only one there is for a reference that nobody declares, and none where there are several', () => {
    assert.deepEqual(filesFor('unknown', 'test'), ['/settings/test.json']);
    assert.deepEqual(filesFor('unknown', 'prod'), []);
    assert.deepEqual(filesFor('hr_teams', 'elsewhere'), []);
  });
});
