import { Windows, type Window } from './window';

describe('the walkthrough', () => {
  let windows: Windows;
  let window: Window;

  before(async () => {
    windows = await Windows.start();
    window = await windows.open();
  });
  after(() => windows.end());

  it('opens, and shows its four steps with a picture', async () => {
    await window.runCommand('Welcome: Open Walkthrough');
    const input = window.page.locator('.quick-input-widget:visible');
    await input.locator('input.input').fill('Connref');
    await input.locator('.monaco-list-row.focused', { hasText: 'Get Started with Connref' }).waitFor();
    await window.page.keyboard.press('Enter');
    const page = window.page.locator('.gettingStartedContainer');
    for (const title of ['Find', 'Fix', 'See', 'Gate']) {
      await page.locator('.step-title', { hasText: new RegExp(`^${title}$`) }).waitFor();
    }
    await page.locator('.getting-started-media').locator('img, iframe, .webview').first().waitFor();
  });
});
