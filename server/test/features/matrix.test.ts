/** The environment matrix, and what it is written as. */
import assert from 'node:assert/strict';
import { buildMatrix, matrixPlace } from '../../src/features/matrix';
import { renderMatrixCsv } from '../../src/features/matrixCsv';
import { renderMatrixMarkdown } from '../../src/features/matrixMarkdown';
import { isProblem, type Matrix, type MatrixCell } from '../../src/features/matrixModel';
import { cellText, markText } from '../../src/features/matrixWords';
import { customizationsXml, openContoso, openFixture, settingsText, textAt } from '../engine';

const declared = customizationsXml(
  { name: 'hr_teams', connector: 'shared_teams', title: 'HR – Teams' },
  { name: 'hr_mail', connector: 'shared_teams' },
);

function open(settings: Readonly<Record<string, string>>) {
  const files = Object.entries(settings).map(([file, text]) => `//- ${file}\n${text}\n`);
  return openFixture(`//- /Other/Customizations.xml\n${declared}\n${files.join('')}`).workspace;
}

function texts({ rows, environments }: Matrix): Record<string, Record<string, string>> {
  const cellsOf = (cells: readonly MatrixCell[]): [string, string][] =>
    cells.map((cell, i) => [environments[i] ?? '', [cellText(cell), ...cell.marks.map(markText)].join(' | ')]);
  return Object.fromEntries(rows.map(({ logicalName, cells }) => [logicalName, Object.fromEntries(cellsOf(cells))]));
}

describe('the environment matrix', () => {
  it('tells of each reference what each environment has', () => {
    const workspace = open({
      '/settings/prod.json': settingsText({ HR_Teams: 'abc', hr_mail: '', gone: 'xyz' }),
      '/settings/test.json': settingsText({ hr_teams: '#{teams}#' }),
    });
    assert.deepEqual(texts(buildMatrix(workspace.snapshot)), {
      gone: { prod: 'xyz (stale)', test: '' },
      hr_mail: { prod: '(empty)', test: '(missing)' },
      hr_teams: { prod: 'abc', test: '#{teams}#' },
    });
  });

  it('marks what can not be right', () => {
    const workspace = open({
      '/settings/dev.json': settingsText({
        hr_teams: 'one',
        hr_mail: 'shared-office365-3f2a9c41-0000-4000-8000-000000000000',
      }),
      '/settings/test.json': settingsText({ hr_teams: 'one', hr_mail: 'two' }),
      '/settings/prod.json': settingsText({ hr_teams: 'three', hr_mail: 'four' }, 'shared_sql'),
    });
    assert.deepEqual(texts(buildMatrix(workspace.snapshot)), {
      hr_mail: {
        dev: 'shared-office365-3f2a9c41-0000-4000-8000-000000000000 | is for another connector, office365',
        prod: 'four | is for another connector, SQL Server',
        test: 'two',
      },
      hr_teams: {
        dev: 'one | same connection as in test',
        prod: 'three | is for another connector, SQL Server',
        test: 'one | same connection as in dev',
      },
    });
  });

  it('joins the settings files of one environment, and says where they disagree', () => {
    const workspace = open({
      '/settings/prod/a.json': settingsText({ hr_teams: 'one', hr_mail: 'two' }),
      '/settings/prod/b.json': settingsText({ hr_teams: 'other' }),
    });
    assert.deepEqual(texts(buildMatrix(workspace.snapshot)), {
      hr_mail: { prod: 'two' },
      hr_teams: { prod: 'one other | settings files disagree' },
    });
  });

  it('shows the references of a workspace that has no settings', () => {
    const { environments, rows } = buildMatrix(open({}).snapshot);
    assert.deepEqual(environments, []);
    assert.deepEqual(
      rows.map(({ title, connector }) => [title, connector?.title]),
      [
        ['HR – Teams', 'Microsoft Teams'],
        ['hr_mail', 'Microsoft Teams'],
      ],
    );
  });

  it('leads to the declaration and to the entry', () => {
    const workspace = open({ '/settings/prod.json': settingsText({ hr_teams: 'abc' }) });
    const at = matrixPlace(workspace.snapshot, 'hr_teams');
    const cell = matrixPlace(workspace.snapshot, 'hr_teams', 'Prod');
    assert.ok(at && cell);
    assert.equal(at.file, '/Other/Customizations.xml');
    assert.equal(textAt(workspace, at), 'hr_teams');
    assert.equal(textAt(workspace, cell).replaceAll('"', ''), 'abc');
    assert.equal(matrixPlace(workspace.snapshot, 'nobody', 'prod'), undefined);
  });

  it('agrees with what the README of the sample tells', () => {
    const matrix = buildMatrix(openContoso().snapshot);
    const prod = matrix.environments.indexOf('prod');
    const inState = (state: MatrixCell['state']): string[] =>
      matrix.rows.filter(({ cells }) => cells[prod]?.state === state).map(({ logicalName }) => logicalName);
    assert.deepEqual(inState('missing').sort(), [
      'contoso_sharedflowpush_88b0d',
      'contoso_sharedsql_c95a4',
      'contoso_sharedteams_0d9a2',
    ]);
    assert.deepEqual(inState('unbound').sort(), ['contoso_sharedoffice365_1a2b3', 'contoso_sharedteams_b6e03']);
    assert.deepEqual(inState('stale'), ['contoso_sharedplanner_44d1e']);
    const test = matrix.environments.indexOf('test');
    assert.deepEqual(
      matrix.rows.filter(({ cells }) => cells[test] && isProblem(cells[test])),
      [],
    );
  });
});

const wild: Matrix = {
  environments: ['prod'],
  solutions: ['HR'],
  rows: [
    {
      logicalName: 'a|b`c',
      title: '=HYPERLINK("http://x.test")',
      solutions: ['HR', '-1'],
      cells: [{ state: 'token', values: ['@@token@@'], marks: [] }],
    },
    {
      logicalName: ' +1',
      title: 'two\nlines, "quoted" [x](y) <b>',
      solutions: ['-1'],
      cells: [{ state: 'missing', values: [], marks: [{ kind: 'disagreement' }] }],
    },
  ],
};

describe('the matrix as text', () => {
  it('is CSV in which no name is a formula', () => {
    assert.equal(
      renderMatrixCsv(wild),
      [
        'Connection reference,Logical name,Connector,Solutions,prod,Notes',
        `"'=HYPERLINK(""http://x.test"")",a|b\`c,,"HR, -1",'@@token@@,`,
        `"two\nlines, ""quoted"" [x](y) <b>",' +1,,'-1,(missing),prod: settings files disagree`,
        '',
      ].join('\r\n'),
    );
  });

  it('is a Markdown table in which no name is markup', () => {
    assert.equal(
      renderMatrixMarkdown(wild),
      `| Connection reference | Logical name | Connector | Solutions | prod | Notes |
| --- | --- | --- | --- | --- | --- |
| \\=HYPERLINK\\(\\"http\\:\\/\\/x\\.test\\"\\) | a\\|b\\\`c |  | HR\\, \\-1 | \`@@token@@\` |  |
| two lines\\, \\"quoted\\" \\[x\\]\\(y\\) \\<b\\> | \\+1 |  | \\-1 | *missing* | prod\\: settings files disagree |
`,
    );
  });
});
