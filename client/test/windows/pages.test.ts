/** Pages about what nobody trusts: names of files stay text in them. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { projectRoot } from '../../../scripts/shared/project';
import { temporaryCopy } from '../../../scripts/shared/temporary';
import { Windows, type Window } from './window';

const markupFolder = path.join(projectRoot, 'test-fixtures', 'broken', 'ContosoMarkup');

describe('a page about a workspace that is not trusted', () => {
  let windows: Windows;
  let window: Window;

  before(async () => {
    const settings = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };
    windows = await Windows.start({ asksForTrust: true, settings });
    window = await windows.open(await temporaryCopy(markupFolder, windows.lifetime));
    await window.status.getByText('1 solution').waitFor();
  });
  after(() => windows.end());

  /** Nothing leads anywhere, loads anything or looks like more than a name. */
  const checkIsText = async (): Promise<void> => {
    const page = window.panels.content.locator('body');
    assert.equal(await page.locator('a, img, video, iframe, input, s, em').count(), 0);
  };

  it('shows what a flow needs, each name as it stands in the files', async () => {
    await window.editor.open('MarkupNames');
    await window.runCommand('Connref: Show What This Flow Needs', 'prod');
    for (const name of ['[z](command:evil)', 'contoso_<img src=x onerror=alert(1)>', 'contoso_`tick`|pipe']) {
      await window.panels.shows(name);
    }
    await checkIsText();
  });

  it('shows the order of imports', async () => {
    await window.runCommand('Connref: Show Order of Imports');
    await window.panels.shows('Order of imports');
    await window.panels.shows('ContosoMarkup');
    await checkIsText();
  });
});
