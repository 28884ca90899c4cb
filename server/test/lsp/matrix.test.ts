/** The matrix, what flows need and the order of imports, as a client asks for them. */
import assert from 'node:assert/strict';
import {
  importOrderMethod,
  matrixLocationMethod,
  matrixMethod,
  needsMethod,
  refactorMethod,
  type ImportOrderResult,
  type MatrixLocationParams,
  type MatrixLocationResult,
  type MatrixResult,
  type NeedsParams,
  type NeedsResult,
  type RefactorParams,
  type RefactorResult,
} from '../../src/lsp/protocol';
import { settingsText } from '../engine';
import type { TestClient } from './client';
import { flow, solution } from './samples';
import { serversOn } from './servers';

const source =
  solution('/src', 'HR', { hr_teams: 'shared_teams', hr_mail: 'shared_office365' }) +
  flow('/src/Workflows/A.json', { shared_teams: 'hr_teams' }) +
  `\n//- /settings/prod.json\n${settingsText({ hr_teams: 'old' })}\n` +
  `\n//- /settings/test.json\n${settingsText({ hr_teams: '#{teams}#' })}\n`;

describe('the matrix of the server', () => {
  const start = serversOn(source);
  let client: TestClient;

  beforeEach(async () => {
    client = await start();
  });

  const bind = (reference: string, environment: string, connectionId: string): Promise<RefactorResult> => {
    const request = { kind: 'bind', reference, environment, connectionId } as const;
    const params: RefactorParams = { request, withPreview: false };
    return client.connection.sendRequest(refactorMethod, params);
  };

  it('has a cell for each reference and environment', async () => {
    const { environments, rows } = await client.connection.sendRequest<MatrixResult>(matrixMethod);
    assert.deepEqual(environments, ['prod', 'test']);
    assert.deepEqual(
      rows.map(({ logicalName, cells }) => [logicalName, cells.map(({ state }) => state)]),
      [
        ['hr_mail', ['missing', 'missing']],
        ['hr_teams', ['bound', 'token']],
      ],
    );
  });

  it('leads to the settings', async () => {
    const params: MatrixLocationParams = { reference: 'hr_teams', environment: 'prod' };
    const found = await client.connection.sendRequest<MatrixLocationResult>(matrixLocationMethod, params);
    assert.ok(found?.uri.endsWith('/settings/prod.json'));
    const nowhere: MatrixLocationParams = { reference: 'nobody' };
    assert.equal(await client.connection.sendRequest<MatrixLocationResult>(matrixLocationMethod, nowhere), null);
  });

  it('gives the edit of a cell: of the connection alone, or of a new entry', async () => {
    const { edit, notes } = await bind('hr_teams', 'PROD', 'new');
    assert.deepEqual(newTexts(edit), ['"new"']);
    assert.equal(edit?.changeAnnotations, undefined, 'It is not shown first.');
    assert.deepEqual(notes, ["In prod, 'hr_teams' was bound to 'old'."]);
    const added = await bind('hr_mail', 'test', 'mail');
    assert.match(newTexts(added.edit).join(''), /"LogicalName": "hr_mail"[^]*"ConnectionId": "mail"/);
  });

  it('gives one edit for all settings files of the environment that name the reference', async () => {
    const other = '/settings/prod/other.json';
    client.folder.write(other, settingsText({ hr_teams: 'another' }));
    await client.tellDisk({ [other]: 'Created' });
    await client.waitFor(() => client.summary?.settingsFiles, 3);
    const { edit } = await bind('hr_teams', 'prod', 'new');
    assert.deepEqual(newTexts(edit), ['"new"', '"new"']);
    assert.match(client.edited(other, edit).text, /"ConnectionId": "new"/);
  });

  it('says why there is no edit', async () => {
    const { edit, refused } = await bind('hr_teams', 'elsewhere', 'x');
    assert.equal(edit, undefined);
    assert.equal(refused, "No deployment settings of 'elsewhere' are about 'hr_teams'.");
  });

  it('tells what a flow and a solution need, and nothing of other files', async () => {
    const needs = (file: string, scope: NeedsParams['scope']): Promise<NeedsResult> => {
      const params: NeedsParams = { uri: client.folder.uri(file), scope, environment: 'prod' };
      return client.connection.sendRequest(needsMethod, params);
    };
    assert.match(
      (await needs('/src/Workflows/A.json', 'flow'))?.markdown ?? '',
      /^# Connections for A in prod\n[^]*`old`/,
    );
    assert.match(
      (await needs('/src/Other/Solution.xml', 'solution'))?.markdown ?? '',
      /^# Connections for HR in prod\n/,
    );
    assert.equal(await needs('/src/Other/Solution.xml', 'flow'), null);
    assert.equal(await needs('/settings/prod.json', 'flow'), null);
  });

  it('tells the order of imports', async () => {
    const { markdown } = await client.connection.sendRequest<ImportOrderResult>(importOrderMethod);
    assert.match(markdown, /^# Order of imports\n\n1\. \*\*HR\*\* 1\\\.4\\\.0\n$/);
  });
});

/** What all edits of an answer enter. */
function newTexts(edit: RefactorResult['edit']): string[] {
  return (edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change ? change.edits.map((one) => ('newText' in one ? one.newText : '')) : [],
  );
}
