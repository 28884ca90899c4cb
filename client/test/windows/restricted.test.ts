/** Nothing of a workspace is ever run, so that one that nobody trusts is read in full. */
import { sampleFolder } from '../../../scripts/shared/project';
import { temporaryCopy } from '../../../scripts/shared/temporary';
import { Windows, type Window } from './window';

describe('a workspace that is not trusted', () => {
  let windows: Windows;
  let window: Window;

  before(async () => {
    const settings = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };
    windows = await Windows.start({ asksForTrust: true, settings });
    window = await windows.open(await temporaryCopy(sampleFolder, windows.lifetime));
    await window.page.locator('.statusbar').getByText('Restricted Mode').waitFor();
  });
  after(() => windows.end());

  it('is checked, and its tree and hovers are there', async () => {
    await window.status.getByText('3 solutions, 11 flows, 16 problems').waitFor();
    // There are errors among them.
    await window.page.locator('.statusbar-item.warning-kind', { hasText: '16 problems' }).waitFor();
    await window.sideBar.show('Connref');
    await window.openNodes('Office 365 Outlook', 'Used directly');
    await window.node('Old notification').waitFor();
    await window.editor.open('NotifyNewHire');
    await window.editor.hover(window.editor.text('contoso_sharedoffice365_1a2b3'), 'connection reference');
    await window.editor.open('OldNotification');
    await window.editor.clickSquiggle('warning');
  });
});
