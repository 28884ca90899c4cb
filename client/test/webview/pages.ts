/** Pages for the tests of a `describe`, in a browser that they share. */
import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../../scripts/shared/browser';
import { Lifetime } from '../../../scripts/shared/lifetime';
import { PanelPage, type PageOptions, type Said } from './panelPage';

/**
 * After each test its page is closed; nothing may have gone wrong in it.
 * @param name of the script and the styles.
 */
export function pagesOf<From extends Said, To>(
  name: string,
  title: string,
): (options?: PageOptions) => Promise<PanelPage<From, To>> {
  const lifetime = new Lifetime();
  let browser: Browser;
  let opened: PanelPage<From, To> | undefined;

  before(async function () {
    this.timeout(180_000);
    browser = await launchBrowser(lifetime);
  });
  after(() => lifetime.end());

  afterEach(async () => {
    const errors = opened?.errors ?? [];
    await opened?.close();
    opened = undefined;
    assert.deepEqual(errors, []);
  });

  return async (options = {}) => (opened = await PanelPage.open<From, To>(browser, name, title, options));
}
