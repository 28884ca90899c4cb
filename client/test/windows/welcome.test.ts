/** What the view says where it has no tree to show. VS Code is not bothered before somebody asks for Connref. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import assert from 'node:assert/strict';
import { temporaryFolder } from '../../../scripts/shared/temporary';
import { customizationsXml, solutionXml } from '../../../server/test/engine';
import { Windows, type Window } from './window';

describe('a window with nothing to show', () => {
  let windows: Windows;
  let window: Window;

  before(async () => {
    windows = await Windows.start();
  });
  after(() => windows.end());
  afterEach(() => window.close());

  const askForConnref = async (): Promise<void> => {
    assert.equal(await window.activity.count(), 0);
    await window.runExtensionCommand('Connref: Refresh');
    await window.sideBar.show('Connref');
  };

  it('asks for a folder where none is open', async () => {
    window = await windows.open();
    await askForConnref();
    await window.welcome.getByText('Open a folder that holds exported Power Platform solutions.').waitFor();
    await window.welcome.getByRole('button', { name: 'Open Folder' }).waitFor();
    assert.equal(await window.status.count(), 0);
  });

  it('tells by what a solution is known, until there is one', async () => {
    const folder = await temporaryFolder(windows.lifetime);
    const other = path.join(folder, 'HR', 'Other');
    await mkdir(other, { recursive: true });
    await writeFile(path.join(folder, 'notes.json'), '{}');
    window = await windows.open(folder);
    await askForConnref();
    await window.welcome.getByText('No exported Power Platform solution was found in this workspace.').waitFor();
    await window.welcome.getByRole('button', { name: 'Refresh' }).waitFor();
    assert.equal(await window.status.count(), 0);

    await writeFile(path.join(other, 'Solution.xml'), solutionXml('HR'));
    await window.welcome.getByText('The solutions of this workspace use no connections').waitFor();
    await writeFile(
      path.join(other, 'Customizations.xml'),
      customizationsXml({ name: 'hr_a', connector: 'shared_teams' }),
    );
    await window.sideBar.row('Microsoft Teams').waitFor();
    await window.status.getByText('1 solution').waitFor();
  });
});
