/** The server lives through nonsense, and answers what comes after. */
import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver/node';
import type { TestClient } from './client';
import { flow, flowText, solution } from './samples';
import { serversOn } from './servers';

const a = '/src/Workflows/A.json';
const finding = 'warning use-connection-references at shared_teams';

describe('the server survives', () => {
  let client: TestClient;

  // Before the servers are stopped.
  afterEach(() => assert.equal(client.isRunning, true));

  const start = serversOn(solution('/src', 'HR') + flow(a, { shared_teams: undefined }));

  beforeEach(async () => {
    client = await start();
    await client.expectFindings(a, [finding]);
  });

  const everywhere = { line: 100_000, character: 100_000 };

  it('questions about files that nobody knows', async () => {
    assert.equal(await client.hover('/nowhere.json', { line: 0, character: 0 }), null);
    const range = { start: everywhere, end: everywhere };
    assert.deepEqual(await client.codeActions('/nowhere.json', range), []);
    assert.deepEqual(await client.codeActions('/src', range), []);
    for (const uri of ['untitled:Untitled-1', 'git:/src/Workflows/A.json?HEAD', 'nonsense', '']) {
      const params = { textDocument: { uri } };
      const report = await client.connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', params);
      assert.deepEqual(report.items, []);
    }
  });

  it('positions beyond the end', async () => {
    assert.equal(await client.hover(a, everywhere), null);
    assert.deepEqual(await client.codeActions(a, { start: everywhere, end: everywhere }), []);
  });

  it('a text that nests without end', async () => {
    await client.open(a, `{"properties":{"definition":{"actions":${'{"x":{"actions":'.repeat(50_000)}`);
    const position = { line: 0, character: 200_000 };
    await client.hover(a, position);
    const params = { textDocument: { uri: client.folder.uri(a) }, positions: [position] };
    const [selection] = await client.connection.sendRequest<SelectionRange[]>('textDocument/selectionRange', params);
    assert.deepEqual(outermost(selection)?.range.start, { line: 0, character: 0 });
    await client.close(a);
    await client.expectFindings(a, [finding]);
  });

  it('every half of a file', async () => {
    const text = flowText({ shared_teams: undefined });
    await client.open(a, text);
    for (let length = 0; length < text.length; length += 37) {
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: client.folder.uri(a), version: length + 2 },
        contentChanges: [{ text: text.slice(0, length) }],
      });
      await client.hover(a, { line: 5, character: 8 });
    }
    await client.close(a);
    await client.expectFindings(a, [finding]);
  });

  it('changes of documents that were never opened, and closing them', async () => {
    const textDocument = { uri: client.folder.uri('/src/Workflows/B.json'), version: 7 };
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument,
      contentChanges: [{ text: '{' }],
    });
    await client.connection.sendNotification('textDocument/didClose', { textDocument });
    await client.expectFindings(a, [finding]);
  });

  it('events about files that are not there', async () => {
    await client.tellDisk({ '/gone/Workflows/X.json': 'Changed', '/gone': 'Deleted', '/src/Other': 'Changed' });
    await client.expectFindings(a, [finding]);
  });

  it('actions that it never offered', async () => {
    const action = { title: 'x', data: { uri: 'nonsense', rule: 'none', place: { path: [] }, title: 'x' } };
    assert.deepEqual(await client.resolve(action), action);
  });

  it('requests that it does not know', async () => {
    await assert.rejects(client.connection.sendRequest('connref/unknown', {}), /Unhandled method/);
  });
});

function outermost(selection: SelectionRange | undefined): SelectionRange | undefined {
  let at = selection;
  while (at?.parent) at = at.parent;
  return at;
}
