/** The graph, as a client asks for it. */
import assert from 'node:assert/strict';
import {
  graphAtMethod,
  graphLocationMethod,
  graphMethod,
  type GraphAtResult,
  type GraphLocationResult,
  type GraphParams,
  type GraphResult,
} from '../../src/lsp/protocol';
import type { TestClient } from './client';
import { flow, flowText, solution } from './samples';
import { serversOn } from './servers';

const a = '/src/Workflows/A.json';
const b = '/src/Workflows/B.json';
const source =
  solution('/src', 'HR', { hr_teams: 'shared_teams' }) +
  flow(a, { shared_teams: 'hr_teams', shared_sql: undefined }) +
  flow(b, { shared_teams: undefined });

describe('the graph of the server', () => {
  const start = serversOn(source);
  let client: TestClient;

  beforeEach(async () => {
    client = await start();
  });

  const graph = (params: GraphParams = {}): Promise<GraphResult> => client.connection.sendRequest(graphMethod, params);
  const labels = ({ nodes }: GraphResult): string[] => nodes.map(({ label }) => label);

  it('is of the workspace, with solutions to choose from', async () => {
    const whole = await graph();
    assert.deepEqual(labels(whole), [
      'Microsoft Teams',
      'SQL Server',
      'Used directly',
      'Used directly',
      'HR shared_teams',
      'A',
      'B',
    ]);
    assert.deepEqual(
      whole.solutions.map(({ name }) => name),
      ['HR'],
    );
    assert.ok(whole.nodes.every((node) => !('places' in node)));
  });

  it('is of a solution or around a node, and says of what', async () => {
    const [hr] = (await graph()).solutions;
    assert.ok(hr);
    assert.equal((await graph({ scope: { kind: 'solution', id: hr.id } })).title, 'HR');
    const around = await graph({ scope: { kind: 'around', id: 'reference:hr_teams' } });
    assert.equal(around.title, 'HR shared_teams');
    assert.deepEqual(labels(around), ['Microsoft Teams', 'HR shared_teams', 'A']);
    const gone = await graph({ scope: { kind: 'around', id: 'reference:gone' } });
    assert.deepEqual([gone.title, gone.nodes], [undefined, []]);
  });

  it('can be filtered', async () => {
    const drawn = await graph({ filter: { hiddenKinds: ['flow', 'connection'], onlyProblems: true } });
    assert.deepEqual(labels(drawn), ['Microsoft Teams', 'SQL Server', 'HR shared_teams']);
  });

  it('knows what stands at a position, and where its nodes stand', async () => {
    const { start } = client.rangeOf(a, 'hr_teams');
    const params = { textDocument: { uri: client.folder.uri(a) }, position: start };
    const found: GraphAtResult = await client.connection.sendRequest(graphAtMethod, params);
    assert.equal(found.node, 'reference:hr_teams');
    assert.equal(found.solution, (await graph()).solutions[0]?.id);
    const location: GraphLocationResult = await client.connection.sendRequest(graphLocationMethod, { id: found.node });
    assert.ok(location);
    assert.equal(client.folder.nameOf(location.uri), '/src/Other/Customizations.xml');
    assert.deepEqual(location.range, client.rangeOf('/src/Other/Customizations.xml', 'hr_teams'));
    assert.equal(await client.connection.sendRequest(graphLocationMethod, { id: 'gone' }), null);
  });

  it('is another one after a change that a client is told of', async () => {
    assert.equal((await graph()).nodes.length, 7);
    client.folder.write('/src/Workflows/C.json', flowText({ shared_office365: undefined }));
    await client.tellDisk({ '/src/Workflows/C.json': 'Created' });
    await client.waitFor(() => client.summary?.flows, 3);
    assert.ok(labels(await graph()).includes('Office 365 Outlook'));
  });
});
