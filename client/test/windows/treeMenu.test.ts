/** The menu of nodes of the tree, with several of them selected. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sampleFolder } from '../../../scripts/shared/project';
import { temporaryCopy } from '../../../scripts/shared/temporary';
import { Windows, until, type Window } from './window';

describe('the menu of the tree', () => {
  let windows: Windows;
  let window: Window;
  let folder: string;

  before(async () => {
    windows = await Windows.start();
    folder = await temporaryCopy(sampleFolder, windows.lifetime);
    window = await windows.open(folder);
  });
  after(() => windows.end());

  const isBound = async (file: string): Promise<boolean> => {
    const text = await readFile(path.join(folder, 'ContosoHR', 'src', 'Workflows', file), 'utf8');
    return text.includes('"connectionReferenceLogicalName": "contoso_sharedoffice365_1a2b3"');
  };

  it('lets all that are selected use another reference', async () => {
    await window.sideBar.show('Connref');
    await window.openNodes('Office 365 Outlook', 'Used directly');
    await window.select('Old notification', 'WeeklyHeadcountReport');
    await window.chooseInMenu('WeeklyHeadcountReport', 'Use Another Connection Reference for All…');
    await window.dialogs.choose('HR – Outlook – Service');
    await window.applyPreview('WeeklyHeadcountReport');
    await until(
      async () =>
        (await isBound('OldNotification-DAA283E7-66F6-4A33-A23D-55B072AD857D.json')) &&
        (await isBound('WeeklyHeadcountReport-262638CE-56AC-40F7-9840-F61274D878B4.json')),
      'the reference in both flows',
    );
  });
});
