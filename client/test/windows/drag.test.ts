/** Nodes of the tree, dragged with the mouse. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sampleFolder } from '../../../scripts/shared/project';
import { temporaryCopy } from '../../../scripts/shared/temporary';
import { Windows, until, type Window } from './window';

const reference = 'HR – Outlook – Service';
const name = 'contoso_sharedoffice365_1a2b3';

describe('dragging in the tree', () => {
  let windows: Windows;
  let window: Window;
  let folder: string;

  before(async () => {
    windows = await Windows.start();
  });
  after(() => windows.end());

  beforeEach(async () => {
    folder = await temporaryCopy(sampleFolder, windows.lifetime);
    window = await windows.open(folder);
    await window.sideBar.show('Connref');
    await window.openNodes('Office 365 Outlook', 'Filled in by the pipeline', 'Used directly');
  });
  afterEach(() => window.close());

  const flow = (file: string): Promise<string> =>
    readFile(path.join(folder, 'ContosoHR', 'src', 'Workflows', file), 'utf8');
  const old = (): Promise<string> => flow('OldNotification-DAA283E7-66F6-4A33-A23D-55B072AD857D.json');
  const weekly = (): Promise<string> => flow('WeeklyHeadcountReport-262638CE-56AC-40F7-9840-F61274D878B4.json');
  const isBound = (text: string): boolean => text.includes(`"connectionReferenceLogicalName": "${name}"`);

  it('binds a connection to the reference that it is let go on', async () => {
    await window.drag(window.node('Old notification'), window.node(reference));
    await window.applyPreview('OldNotification');
    await until(async () => isBound(await old()), 'the reference in the flow');
  });

  it('says why a connection can not use a reference, and changes nothing', async () => {
    const before = await old();
    await window.openNodes('Approvals', '2bbcc715909c…');
    await window.drag(window.node('Old notification'), window.node('HR – Approvals – Service'));
    await window.message('is a reference of Approvals').waitFor();
    await until(async () => (await old()) === before, 'the flow as it was');
    await window.drag(window.node('Old notification'), window.node('Approvals'));
    await window.message('Let it go on the connection reference that is to be used.').waitFor();
  });

  it('binds several that are selected', async () => {
    await window.select('Old notification', 'WeeklyHeadcountReport');
    await window.drag(window.node('Old notification'), window.node(reference));
    await window.applyPreview('WeeklyHeadcountReport');
    await until(async () => isBound(await old()) && isBound(await weekly()), 'the reference in both flows');
  });
});
