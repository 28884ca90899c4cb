/** Servers for the tests of a `describe`, each with a client on a folder of its own. */
import assert from 'node:assert/strict';
import { TestClient, type ClientOptions } from './client';
import { Folder } from './folder';

/** Starts one on a workspace in one string, or on a folder that is made already. */
export type StartServer = (source?: string | Folder, options?: ClientOptions) => Promise<TestClient>;

/**
 * After each test, its servers are stopped and their folders removed; none may have told of a crash.
 * @param source the workspace of those that are started without one.
 * @param options hold for all, as far as a test does not say otherwise.
 */
export function serversOn(source = '', options: ClientOptions = {}): StartServer {
  const folders: Folder[] = [];
  const clients: TestClient[] = [];

  afterEach(async () => {
    const errors = clients.flatMap((client) => client.errors);
    for (const client of clients.splice(0)) await client.stop();
    for (const folder of folders.splice(0)) folder.dispose();
    assert.deepEqual(errors, []);
  });

  return async (text = source, others = {}) => {
    const folder = typeof text === 'string' ? new Folder(text) : text;
    folders.push(folder);
    const client = await TestClient.start(folder, { ...options, ...others });
    clients.push(client);
    return client;
  };
}
