/** Hover, light bulb, fixes in larger scopes, tree and counts, as a client asks for them. */
import assert from 'node:assert/strict';
import type { CodeAction, MarkupContent } from 'vscode-languageserver/node';
import {
  fixAllMethod,
  summaryMethod,
  treeChildrenMethod,
  treePathAtMethod,
  type FixAllParams,
  type FixAllResult,
  type Summary,
  type TreeChildrenParams,
  type TreeNode,
  type TreePathAtParams,
  type TreePathAtResult,
} from '../../src/lsp/protocol';
import type { TreeOptions } from '../../src/features/treeView';
import type { TestClient } from './client';
import { flow, flowText, solution } from './samples';
import { serversOn } from './servers';

const a = '/src/Workflows/A.json';
const b = '/src/Workflows/B.json';
const source =
  solution('/src', 'HR', { hr_teams: 'shared_teams' }) +
  flow(a, { shared_teams: undefined, shared_sql: undefined }) +
  flow(b, { shared_teams: undefined });
const boundTeams = flowText({ shared_teams: 'hr_teams', shared_sql: undefined });

describe('features of the server', () => {
  const start = serversOn(source);

  const isUse = ({ title }: CodeAction): boolean => title.startsWith("Use connection reference 'HR shared_teams'");
  const find = (actions: readonly CodeAction[], fits: (action: CodeAction) => boolean): CodeAction => {
    const action = actions.find(fits);
    assert.ok(action, `Offered: ${actions.map(({ title }) => title).join(' | ')}`);
    return action;
  };

  describe('hover', () => {
    const bound = solution('/src', 'HR', { hr_teams: 'shared_teams' }) + flow(a, { shared_teams: 'hr_teams' });

    it('tells of a reference, with a link to its declaration', async () => {
      const client = await start(bound);
      const hover = await client.hover(a, 'hr_teams');
      const { kind, value } = hover?.contents as MarkupContent;
      assert.equal(kind, 'markdown');
      assert.match(value, /`hr_teams` · Microsoft Teams/);
      const declaration = client.rangeOf('/src/Other/Customizations.xml', 'hr_teams').start;
      const target = `${client.folder.uri('/src/Other/Customizations.xml')}#L${declaration.line + 1},${declaration.character + 1}`;
      assert.ok(value.includes(`(${target})`), value);
      assert.deepEqual(hover?.range, client.rangeOf(a, 'hr_teams'));
    });

    it('is plain text for a client that shows nothing else', async () => {
      const client = await start(bound, {
        capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } },
      });
      const { kind, value } = (await client.hover(a, 'hr_teams'))?.contents as MarkupContent;
      assert.equal(kind, 'plaintext');
      assert.match(value, /^HR shared_teams · connection reference/);
    });

    it('is nothing where nothing stands', async () => {
      const client = await start(bound);
      assert.equal(await client.hover(a, 'schemaVersion'), null);
    });
  });

  describe('light bulb', () => {
    it('offers fixes whose edits are found when one is chosen', async () => {
      const client = await start();
      const actions = await client.codeActions(a, 'shared_teams');
      const action = find(actions, isUse);
      assert.equal(action.kind, 'quickfix');
      assert.equal(action.isPreferred, true);
      assert.equal(action.edit, undefined);
      assert.deepEqual(
        action.diagnostics?.map(({ code }) => code),
        ['use-connection-references'],
      );
      const { edit } = await client.resolve(action);
      const { text, version } = client.edited(a, edit);
      assert.deepEqual(JSON.parse(text), JSON.parse(boundTeams));
      assert.equal(version, null);
    });

    it('edits the version that the editor shows', async () => {
      const client = await start();
      await client.open(a);
      await client.replace(a, '{', '\n{');
      const { edit } = await client.resolve(find(await client.codeActions(a, 'shared_teams'), isUse));
      const { text, version } = client.edited(a, edit);
      assert.equal(version, 2);
      assert.deepEqual(JSON.parse(text), JSON.parse(boundTeams));
    });

    it('still fits when somebody types before choosing', async () => {
      const client = await start();
      await client.open(a);
      const action = find(await client.codeActions(a, 'shared_teams'), isUse);
      await client.replace(a, '{', '\n\n{');
      const { text, version } = client.edited(a, (await client.resolve(action)).edit);
      assert.equal(version, 2);
      assert.deepEqual(JSON.parse(text), JSON.parse(boundTeams));
    });

    it('changes nothing when the finding has gone meanwhile', async () => {
      const client = await start();
      await client.open(a);
      const action = find(await client.codeActions(a, 'shared_teams'), isUse);
      await client.replace(a, '"connection": {}', '"connection": {"connectionReferenceLogicalName": "hr_teams"}');
      assert.equal((await client.resolve(action)).edit, undefined);
    });

    it('has the edits at once for a client that does not ask again', async () => {
      const client = await start(source, {
        capabilities: { textDocument: { codeAction: { resolveSupport: { properties: [] } } } },
      });
      const action = find(await client.codeActions(a, 'shared_teams'), isUse);
      assert.deepEqual(JSON.parse(client.edited(a, action.edit).text), JSON.parse(boundTeams));
    });

    it('uses the simple form of edits for a client that knows no other', async () => {
      const client = await start(source, {
        capabilities: { workspace: { workspaceEdit: { documentChanges: false } } },
      });
      const { edit } = await client.resolve(find(await client.codeActions(a, 'shared_teams'), isUse));
      assert.deepEqual(Object.keys(edit?.changes ?? {}), [client.folder.uri(a)]);
    });

    it('asks to look at edits that reach beyond the flow', async () => {
      const client = await start();
      const action = find(await client.codeActions(a, 'shared_teams'), ({ title }) =>
        title.includes(' in this solution'),
      );
      const { edit } = await client.resolve(action);
      const annotations = Object.values(edit?.changeAnnotations ?? {});
      // The changes come ticked; what asks is an entry that changes nothing.
      assert.deepEqual(
        annotations.map(({ label, needsConfirmation = false }) => [label, needsConfirmation]),
        [
          ["Bind 'shared_teams' to 'hr_teams'", false],
          ['Shows the changes first, and changes nothing itself', true],
        ],
      );
      assert.deepEqual(JSON.parse(client.edited(b, edit).text), JSON.parse(flowText({ shared_teams: 'hr_teams' })));
    });

    it('offers nothing away from findings, nor what was not asked for', async () => {
      const client = await start();
      assert.deepEqual(await client.codeActions(a, 'schemaVersion'), []);
      assert.deepEqual(await client.codeActions(a, 'shared_teams', { only: ['refactor'] }), []);
    });
  });

  it('fix on save makes what leaves nothing to decide', async () => {
    const client = await start();
    await client.open(a);
    const [action, ...others] = await client.codeActions(a, 'schemaVersion', { only: ['source.fixAll'] });
    assert.deepEqual(others, []);
    assert.equal(action?.kind, 'source.fixAll.connref');
    assert.deepEqual(JSON.parse(client.edited(a, action.edit).text), JSON.parse(boundTeams));
    assert.deepEqual(await client.codeActions(b, 'schemaVersion', { only: ['source.organizeImports'] }), []);
  });

  it('fixes a flow, a solution, the workspace', async () => {
    const client = await start();
    const fixAll = (params: FixAllParams): Promise<FixAllResult> => client.connection.sendRequest(fixAllMethod, params);
    const files = (edit: FixAllResult): (string | undefined)[] =>
      (edit?.documentChanges ?? []).map((change) => ('edits' in change ? change.textDocument.uri : undefined));
    const uri = client.folder.uri(a);
    assert.deepEqual(files(await fixAll({ group: 'use-reference', scope: 'flow', uri })), [uri]);
    assert.deepEqual(files(await fixAll({ group: 'use-reference', scope: 'solution', uri })), [
      uri,
      client.folder.uri(b),
    ]);
    assert.deepEqual(files(await fixAll({ group: 'use-reference', scope: 'workspace' })), [uri, client.folder.uri(b)]);
    assert.equal(await fixAll({ group: 'remove-connections', scope: 'workspace' }), null);
  });

  describe('tree', () => {
    const children = (client: TestClient, id?: string): Promise<TreeNode[]> =>
      client.connection.sendRequest(treeChildrenMethod, id === undefined ? {} : { id });
    const labels = (nodes: readonly TreeNode[]): string[] => nodes.map(({ label }) => label);

    it('has connectors at the top and steps at the bottom, with their places', async () => {
      const client = await start();
      const top = await children(client);
      assert.deepEqual(labels(top), ['Microsoft Teams', 'SQL Server']);
      let nodes = top;
      let last: TreeNode | undefined;
      while (nodes.length > 0) {
        last = nodes.at(-1);
        nodes = await children(client, last?.id);
      }
      assert.equal(last?.kind, 'step');
      assert.equal(last.location?.uri, client.folder.uri(a));
    });

    it('follows changes, and keeps the ids of what stays', async () => {
      const client = await start();
      const before = await children(client);
      await client.waitFor(() => client.summary?.flows, 2);
      client.folder.write('/src/Workflows/C.json', flowText({ shared_office365: undefined }));
      await client.tellDisk({ '/src/Workflows/C.json': 'Created' });
      await client.waitFor(() => client.summary?.flows, 3);
      const after = await children(client);
      assert.deepEqual(labels(after), ['Microsoft Teams', 'Office 365 Outlook', 'SQL Server']);
      const ids = after.map(({ id }) => id);
      assert.ok(before.every(({ id }) => ids.includes(id)));
    });

    it('is grouped, filtered and sorted as the client asks', async () => {
      const client = await start();
      const top = async (params: TreeChildrenParams): Promise<string[]> =>
        labels(await client.connection.sendRequest<TreeNode[]>(treeChildrenMethod, params));
      assert.deepEqual(await top({ grouping: 'solution' }), ['HR']);
      assert.deepEqual(await top({ grouping: 'flow', sort: 'use' }), ['A', 'B', 'Used by nothing']);
      assert.deepEqual(await top({ grouping: 'flow', filter: 'sql' }), ['A']);
      assert.deepEqual(await top({ grouping: 'flow', onlyProblems: true }), ['A', 'B']);
      assert.deepEqual(await top({ filter: 'sql', onlyProblems: true }), ['SQL Server']);
    });

    it('leads from a position to the nodes that show it', async () => {
      const client = await start();
      const text = flowText({ shared_teams: undefined });
      const line = text.split('\n').findIndex((one) => one.includes('"Call_shared_teams"'));
      const options: TreeOptions = { grouping: 'flow' };
      const params: TreePathAtParams = { ...options, uri: client.folder.uri(b), position: { line, character: 20 } };
      const ids = await client.connection.sendRequest<TreePathAtResult>(treePathAtMethod, params);
      const shown: string[] = [];
      let id: string | undefined;
      for (const next of ids) {
        const nodes: TreeNode[] = await client.connection.sendRequest(treeChildrenMethod, { ...options, id });
        shown.push(nodes.find((node) => node.id === next)?.label ?? 'gone');
        id = next;
      }
      assert.deepEqual(shown, ['B', 'Microsoft Teams', 'Call shared teams']);
      const nowhere = { ...params, uri: client.folder.uri('/gone.json') };
      assert.deepEqual(await client.connection.sendRequest(treePathAtMethod, nowhere), []);
    });

    it('opens a node that a client kept from before a change', async () => {
      const client = await start();
      const [teams] = await children(client);
      const [group] = await children(client, teams?.id);
      assert.ok(group);
      const below = labels(await children(client, group.id));
      client.folder.write('/src/Workflows/C.json', flowText({ shared_office365: undefined }));
      await client.tellDisk({ '/src/Workflows/C.json': 'Created' });
      await client.waitFor(() => client.summary?.flows, 3);
      assert.deepEqual(labels(await children(client, group.id)), below);
      assert.deepEqual(await children(client, 'gone'), []);
    });
  });

  it('counts', async () => {
    const client = await start();
    const summary: Summary = await client.connection.sendRequest(summaryMethod);
    assert.deepEqual(summary, {
      solutions: 1,
      flows: 2,
      connectionReferences: 1,
      settingsFiles: 0,
      errors: 0,
      warnings: 3,
      infos: 0,
      hints: 1,
    });
  });

  it('answers right away, also while it reads the workspace', async () => {
    const flows = Array.from({ length: 400 }, (_, i) => flow(`/src/Workflows/F${i}.json`, { shared_teams: undefined }));
    const client = await start(source + flows.join(''));
    const summary: Summary = await client.connection.sendRequest(summaryMethod);
    assert.equal(summary.flows, 402);
    assert.equal(summary.warnings, 403);
  });
});
