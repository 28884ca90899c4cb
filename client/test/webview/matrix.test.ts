/** The page of the matrix in a real browser: what it shows, what keys and clicks do, and whether everybody can use it. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { buildMatrix } from '../../../server/src/features/matrix';
import type { Matrix } from '../../../server/src/features/matrixModel';
import { openContoso } from '../../../server/test/engine';
import type { FromPanel, ToPanel } from '../../src/matrix/messages';
import { pagesOf } from './pages';
import type { PageOptions, PanelPage } from './panelPage';
import { themes, type Theme } from './themes';

type MatrixPage = PanelPage<FromPanel, ToPanel>;

describe('the page of the matrix', () => {
  const matrix = buildMatrix(openContoso().snapshot);
  const openPage = pagesOf<FromPanel, ToPanel>('matrix', 'Environment Matrix');

  const open = async (shown: Matrix = matrix, options: PageOptions = {}): Promise<MatrixPage> => {
    const page = await openPage(options);
    await page.tell({ type: 'matrix', matrix: shown });
    await page.until(() => page.last('shown') !== undefined);
    return page;
  };
  const rowOf = (page: MatrixPage, title: string): Locator =>
    page.page.getByRole('row').filter({ has: page.page.getByText(title, { exact: true }) });
  const cellOf = (page: MatrixPage, title: string, environment: string): Locator =>
    rowOf(page, title)
      .getByRole('gridcell')
      .nth(2 + matrix.environments.indexOf(environment));
  const titles = (page: MatrixPage): Promise<string[]> => page.page.locator('th.name .title').allTextContents();

  it('shows every reference once, and says in words what each environment has', async () => {
    const page = await open();
    assert.deepEqual(
      await titles(page),
      matrix.rows.map(({ title }) => title),
    );
    assert.equal(await cellOf(page, 'HR – SQL Server – Payroll', 'prod').innerText(), '✕missing');
    assert.equal(await cellOf(page, 'HR – Outlook – Service', 'prod').innerText(), '○empty');
    assert.match(
      await cellOf(page, 'HR – Outlook – Service', 'test').innerText(),
      /^#\{.*\}#\s+⟳filled in by a pipeline$/,
    );
    assert.match(
      await cellOf(page, 'contoso_sharedplanner_44d1e', 'prod').innerText(),
      /\s\?stale: no such reference$/,
    );
    assert.match(
      await cellOf(page, 'HR – SharePoint – Policies', 'prod').innerText(),
      /⚠is for another connector, Excel Online \(Business\)$/,
    );
  });

  it('shows names as texts, whatever they look like', async () => {
    const title = '<img src=x onerror="document.title=1">';
    const cell = { state: 'bound', values: ['<script>1</script>'], marks: [] } as const;
    const page = await open({
      environments: ['<b>'],
      solutions: [],
      rows: [{ logicalName: 'x', title, solutions: [], cells: [cell] }],
    });
    assert.deepEqual(await titles(page), [title]);
    assert.equal(await page.page.locator('img, b').count(), 0);
  });

  it('is walked through by keys, with one cell in the order of the Tab key', async () => {
    const page = await open();
    assert.equal(await page.page.locator('[role="grid"] [tabindex="0"]').count(), 1);
    await page.page.locator('[role="grid"] [tabindex="0"]').focus();
    const focused = (): Promise<string> => page.page.locator('[role="grid"] :focus').innerText();
    const walk = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.page.keyboard.press(key);
    };
    await walk('Control+Home');
    assert.equal(await focused(), 'Connection reference');
    await walk('End');
    assert.equal(await focused(), matrix.environments.at(-1));
    await walk('ArrowRight', 'ArrowLeft', 'Home', 'ArrowDown', 'ArrowDown');
    assert.equal((await focused()).split('\n')[0], matrix.rows[1]?.title);
    await walk('PageDown', 'PageDown', 'PageDown');
    assert.equal((await focused()).split('\n')[0], matrix.rows.at(-1)?.title);
    assert.equal(await page.page.locator('[role="grid"] [tabindex="0"]').count(), 1);
  });

  it('opens the declaration by a name, and the entry of the settings by a cell', async () => {
    const page = await open();
    await rowOf(page, 'HR – Teams – Service').getByRole('rowheader').click();
    await page.until(() => page.last('open') !== undefined);
    assert.deepEqual(page.last('open'), { type: 'open', reference: 'contoso_sharedteams_92c4d' });
    await cellOf(page, 'HR – Teams – Service', 'prod').click();
    await page.until(() => page.last('open')?.environment !== undefined);
    await cellOf(page, 'HR – Teams – Service', 'test').focus();
    await page.page.keyboard.press('ArrowUp');
    await page.page.keyboard.press('Home');
    await page.page.keyboard.press('Enter');
    await page.until(() => page.last('open')?.reference !== 'contoso_sharedteams_92c4d');
  });

  it('edits a cell in place, with the connections of the same connector to choose from', async () => {
    const page = await open();
    const cell = cellOf(page, 'HR – Teams – Onboarding Bot', 'prod');
    await cell.dblclick();
    const input = page.page.getByLabel('Connection of HR – Teams – Onboarding Bot in prod');
    const options = await page.page.locator('datalist option').all();
    const proposals = await Promise.all(options.map((option) => option.getAttribute('value')));
    assert.deepEqual(proposals, ['d5dbec2a170d4d378a57e216d529db38', '0328238b5f0048c089d6b5fae4612731']);
    await input.fill('given up');
    await page.page.keyboard.press('Escape');
    assert.equal(await cell.innerText(), '○empty');
    await page.page.keyboard.press('F2');
    await input.fill(' d5dbec2a170d4d378a57e216d529db38 ');
    await page.page.keyboard.press('Enter');
    await page.until(() => page.last('bind') !== undefined);
    assert.deepEqual(
      page.messages.filter(({ type }) => type === 'bind' || type === 'open'),
      [
        {
          type: 'bind',
          reference: 'contoso_sharedteams_b6e03',
          environment: 'prod',
          connectionId: 'd5dbec2a170d4d378a57e216d529db38',
        },
      ],
    );
  });

  it('keeps the cell that has the focus when the workspace changes, and says what came of an edit', async () => {
    const page = await open();
    await cellOf(page, 'Shared – Teams', 'prod').focus();
    await page.page.keyboard.press('ArrowLeft');
    await page.page.keyboard.press('ArrowRight');
    await page.tell({ type: 'matrix', matrix: { ...matrix, rows: matrix.rows.slice(2) } });
    await page.until(() => page.last('shown')?.rows === matrix.rows.length - 2);
    assert.equal(
      await page.page.locator(':focus').innerText(),
      await cellOf(page, 'Shared – Teams', 'prod').innerText(),
    );
    await page.tell({ type: 'said', text: 'It was bound to another one.' });
    await page.page.getByRole('status').getByText('It was bound to another one.').waitFor();
  });

  it('is filtered by text, by solution and to problems, and remembers it', async () => {
    const page = await open();
    await page.page.getByLabel('Only problems').check();
    const problems = await titles(page);
    assert.ok(problems.includes('HR – Outlook – Service') && !problems.includes('HR – Approvals – Service'));
    await page.page.locator('summary', { hasText: 'Solutions' }).click();
    await page.page.getByLabel('ContosoBase').check();
    assert.deepEqual(await titles(page), ['Shared – Teams']);
    await page.page.getByLabel('Filter the references').fill('no such thing');
    await page.page.getByText('Nothing is left by the filters.').waitFor();
    assert.deepEqual(await page.kept(), { search: 'no such thing', solutions: ['ContosoBase'], onlyProblems: true });
  });

  it('is exported as it is shown', async () => {
    const page = await open();
    await page.page.getByLabel('Filter the references').fill('payroll');
    await page.page.getByText('Export', { exact: true }).click();
    await page.page.getByText('Save as CSV…').click();
    await page.until(() => page.last('save') !== undefined);
    assert.equal(page.last('save')?.content.trimEnd().split('\r\n').length, 2);
    await page.page.getByText('Export', { exact: true }).click();
    await page.page.getByText('Copy as Markdown').click();
    await page.until(() => page.last('copy') !== undefined);
    assert.match(
      page.last('copy')?.text ?? '',
      /^\| Connection reference \|.*\n\| --- .*\n\| HR – SQL Server – Payroll/,
    );
  });

  it('shows the references where there are no settings, and tells of it', async () => {
    const rows = matrix.rows.map((row) => ({ ...row, cells: [] }));
    const page = await open({ ...matrix, environments: [], rows });
    await page.page.getByText('There are no deployment settings here', { exact: false }).waitFor();
    assert.equal((await titles(page)).length, rows.length);
  });

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`can be used by everybody, in ${theme}`, async () => {
      const page = await open(matrix, { theme });
      assert.deepEqual(await page.violations(), []);
      await cellOf(page, 'HR – Teams – Service', 'prod').dblclick();
      assert.deepEqual(await page.violations(), []);
      await page.page.locator('summary', { hasText: 'Solutions' }).click();
      assert.deepEqual(await page.violations(), []);
    });
  }
});
