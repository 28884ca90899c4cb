/** What the server tells of its own work: in the log, to a status item, and to who reports an issue. */
import assert from 'node:assert/strict';
import { LogMessageNotification } from 'vscode-languageserver/node';
import { indexingMethod, statisticsMethod, type IndexingParams, type Statistics } from '../../src/lsp/protocol';
import type { TestClient } from './client';
import { flow, solution } from './samples';
import { serversOn } from './servers';

describe('what the server tells of its work', () => {
  const source =
    solution('/src', 'Payroll', { pay_teams: 'shared_teams' }) +
    flow('/src/Workflows/Raise.json', { shared_teams: undefined });
  const start = serversOn(source, { workspaceFolders: [] });
  /** Asks the workspace folder to be opened again, and gives what the server logs from then on. */
  const readAgain = async (): Promise<{ readonly client: TestClient; readonly lines: readonly string[] }> => {
    const lines: string[] = [];
    const client = await start();
    client.connection.onNotification(LogMessageNotification.type, ({ message }) => {
      lines.push(message);
    });
    await client.changeFolders({ added: ['/'] });
    await client.waitFor(() => client.summary?.flows, 1);
    return { client, lines };
  };

  it('a line in the log for reading and one for checking, without names', async () => {
    const { lines } = await readAgain();
    const numbers = lines.map((line) => line.replace(/\d+ ms/, 'N ms')).filter((line) => !line.startsWith('Read 0'));
    assert.deepEqual(numbers.slice(0, 1), ['Read 3 files in 1 folder in N ms.']);
    const checked = 'Checked 3 files in N ms; solutions: 1, flows: 1, errors: 0, warnings: 1.';
    assert.deepEqual(numbers.slice(1), [checked]);
  });

  it('numbers for a report, and no name or path', async () => {
    const { client } = await readAgain();
    const statistics = await client.connection.sendRequest<Statistics>(statisticsMethod);
    const { read, check, memoryMegabytes, node, ...counts } = statistics;
    assert.deepEqual(counts, {
      folders: 1,
      files: { solution: 1, customizations: 1, flow: 1 },
      unreadable: 0,
      solutions: 1,
      flows: 1,
      crashes: 0,
    });
    assert.equal(read?.files, 3);
    assert.equal(check?.files, 3);
    assert.ok(read.milliseconds > 0 && check.milliseconds > 0 && memoryMegabytes > 0);
    assert.equal(node, process.version);
    const text = JSON.stringify(statistics);
    for (const name of ['Payroll', 'pay_', 'Raise', client.folder.root]) assert.ok(!text.includes(name), name);
  });

  it('how far reading has come, to a client that shows it', async () => {
    const told: IndexingParams[] = [];
    const client = await start(source, { initializationOptions: { showsIndexing: true } });
    client.connection.onNotification(indexingMethod, (params: IndexingParams) => {
      told.push(params);
    });
    await client.changeFolders({ added: ['/'] });
    await client.waitFor(() => told.at(-1), { isIndexing: false, filesRead: 3 });
  });
});
