/** Completion, code lenses and inlay hints, as a client asks for them. */
import assert from 'node:assert/strict';
import {
  ConfigurationRequest,
  InsertReplaceEdit,
  type CodeLens,
  type CompletionItem,
  type InlayHint,
  type InlayHintLabelPart,
  type MarkupContent,
} from 'vscode-languageserver/node';
import { shownPlacesMethod, type ShownPlacesParams, type ShownPlacesResult } from '../../src/lsp/protocol';
import type { ClientOptions, TestClient } from './client';
import { flow, solution } from './samples';
import { serversOn } from './servers';

const a = '/src/Workflows/A.json';
const customizations = '/src/Other/Customizations.xml';
const settingsFile = '/settings/prod.json';
const source =
  solution('/src', 'HR', { hr_teams: 'shared_teams', hr_sql: 'shared_sql' }) +
  flow(a, { shared_teams: 'hr_teams', shared_sql: undefined }) +
  `\n//- ${settingsFile}\n{ "ConnectionReferences": [\n] }\n`;

describe('typing and seeing', () => {
  const startOn = serversOn(source);
  let preferences: object | null = null;

  const start = async (options: ClientOptions = {}): Promise<TestClient> => {
    const client = await startOn(source, options);
    client.connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => preferences));
    return client;
  };

  afterEach(() => (preferences = null));

  const document = (client: TestClient, file: string): object => ({ textDocument: { uri: client.folder.uri(file) } });
  /** At the end of a text's first occurrence. */
  const complete = (client: TestClient, file: string, behind: string): Promise<CompletionItem[]> =>
    client.connection.sendRequest('textDocument/completion', {
      ...document(client, file),
      position: client.rangeOf(file, behind).end,
    });
  const lenses = (client: TestClient, file: string): Promise<CodeLens[]> =>
    client.connection.sendRequest('textDocument/codeLens', document(client, file));
  const hints = (client: TestClient, file: string): Promise<InlayHint[]> =>
    client.connection.sendRequest('textDocument/inlayHint', {
      ...document(client, file),
      range: { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } },
    });
  const titles = (found: readonly CodeLens[]): (string | undefined)[] => found.map(({ command }) => command?.title);

  describe('completion', () => {
    const rich = {
      capabilities: {
        textDocument: {
          completion: {
            completionItem: {
              insertReplaceSupport: true,
              labelDetailsSupport: true,
              snippetSupport: true,
              documentationFormat: ['markdown' as const],
            },
          },
        },
      },
    };

    it('replaces the value that is being typed, and documents it when asked', async () => {
      const client = await start(rich);
      await client.open(a);
      await client.replace(a, '"connectionName": "shared_teams"', '"connectionName": "shXYZ"');
      const [first, ...others] = await complete(client, a, '"connectionName": "sh');
      assert.ok(first);
      assert.deepEqual([first.label, ...others.map(({ label }) => label)], ['shared_teams', 'shared_sql']);
      assert.equal(first.labelDetails?.description, 'HR shared_teams · Microsoft Teams');
      assert.equal(first.documentation, undefined);
      const { newText, insert, replace } = first.textEdit as InsertReplaceEdit;
      assert.equal(newText, 'shared_teams');
      assert.deepEqual(replace, client.rangeOf(a, 'shXYZ'));
      assert.deepEqual(insert, { start: replace.start, end: client.rangeOf(a, '"connectionName": "sh').end });
      const { documentation } = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', first);
      assert.match((documentation as MarkupContent).value, /^\*\*HR shared\\_teams\*\* · connection reference/);
    });

    it('is plain for a client that can do no more', async () => {
      const client = await start();
      await client.open(a);
      await client.replace(a, '"hr_teams"', '""');
      const [item] = await complete(client, a, '"connectionReferenceLogicalName": "');
      assert.ok(item?.textEdit && 'range' in item.textEdit);
      assert.equal(item.detail, 'HR shared_teams');
      const { documentation } = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', item);
      assert.match((documentation as MarkupContent).value, /^HR shared_teams · connection reference/);
      await client.open(settingsFile);
      assert.deepEqual(await complete(client, settingsFile, '[\n'), []);
    });

    it('writes whole entries as snippets', async () => {
      const client = await start(rich);
      await client.open(settingsFile);
      const items = await complete(client, settingsFile, '[\n');
      assert.deepEqual(
        items.map(({ label, insertTextFormat }) => [label, insertTextFormat]),
        [
          ['hr_teams', 2],
          ['hr_sql', 2],
        ],
      );
      const { newText } = items[0]?.textEdit as InsertReplaceEdit;
      assert.match(newText, /"LogicalName": "hr_teams",\s+"ConnectionId": "\$1",/);
    });

    it('is nothing where nothing of Connref is typed', async () => {
      const client = await start();
      assert.deepEqual(await complete(client, a, '"schemaVersion": "'), []);
    });
  });

  describe('code lenses', () => {
    const withCommands = { initializationOptions: { hasCommands: true } };

    it('show places when one is clicked', async () => {
      const client = await start(withCommands);
      const found = await lenses(client, customizations);
      assert.deepEqual(titles(found), [
        'Used by 1 flow (1 step)',
        'Not bound in prod',
        'Used by nothing in this workspace',
        'Not bound in prod',
      ]);
      const [first, , unused] = found;
      assert.ok(first?.command);
      assert.deepEqual(first.range, client.rangeOf(customizations, 'hr_teams'));
      const { command, arguments: [params] = [] } = first.command;
      assert.equal(command, 'connref.showPlaces');
      const places = await client.connection.sendRequest<ShownPlacesResult>(
        shownPlacesMethod,
        params as ShownPlacesParams,
      );
      const [entry, step, ...others] = places;
      assert.deepEqual(others, []);
      assert.deepEqual(entry, { uri: client.folder.uri(a), range: client.rangeOf(a, 'hr_teams') });
      assert.equal(step?.uri, client.folder.uri(a));
      assert.equal(unused?.command?.command, '');
    });

    it('are something to read for a client without the command', async () => {
      const client = await start();
      assert.deepEqual(
        [...new Set((await lenses(client, customizations)).map(({ command }) => command?.command))],
        [''],
      );
    });

    it('can be turned off each, at once', async () => {
      preferences = { codeLens: { uses: true, unbound: false } };
      const client = await start({
        capabilities: {
          workspace: {
            configuration: true,
            didChangeConfiguration: { dynamicRegistration: true },
            codeLens: { refreshSupport: true },
            inlayHint: { refreshSupport: true },
          },
        },
      });
      const asked: string[] = [];
      for (const method of ['workspace/codeLens/refresh', 'workspace/inlayHint/refresh']) {
        client.connection.onRequest(method, () => {
          asked.push(method);
          return null;
        });
      }
      assert.deepEqual(titles(await lenses(client, customizations)), [
        'Used by 1 flow (1 step)',
        'Used by nothing in this workspace',
      ]);
      await client.waitFor(() => client.registrations.includes('workspace/didChangeConfiguration'), true);
      asked.length = 0;
      preferences = { codeLens: { uses: false, unbound: true }, inlayHints: { enabled: false } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.waitFor(() => new Set(asked).size, 2);
      assert.deepEqual(titles(await lenses(client, customizations)), ['Not bound in prod', 'Not bound in prod']);
      assert.deepEqual(await hints(client, a), []);
    });

    it('are asked for again when another file has changed them', async () => {
      const client = await start({ capabilities: { workspace: { codeLens: { refreshSupport: true } } } });
      let asked = 0;
      client.connection.onRequest('workspace/codeLens/refresh', () => {
        asked++;
        return null;
      });
      assert.equal(titles(await lenses(client, customizations))[0], 'Used by 1 flow (1 step)');
      await client.open(a);
      const before = asked;
      await client.replace(a, '"hr_teams"', '"hr_sql"');
      await client.waitFor(() => asked > before, true);
      assert.equal(titles(await lenses(client, customizations))[0], 'Used by nothing in this workspace');
    });
  });

  describe('inlay hints', () => {
    it('are display names that lead to the declaration, with the card when asked', async () => {
      const client = await start();
      const found = await hints(client, a);
      const [entry, step] = found;
      assert.ok(entry && step);
      assert.equal(found.length, 2);
      assert.deepEqual(entry.position.line, client.rangeOf(a, '"hr_teams"').end.line);
      assert.deepEqual(entry.position, client.rangeOf(a, '"hr_teams"').end);
      const [label] = entry.label as InlayHintLabelPart[];
      assert.equal(label?.value, 'HR shared_teams');
      assert.deepEqual(label.location, {
        uri: client.folder.uri(customizations),
        range: client.rangeOf(customizations, 'hr_teams'),
      });
      const { tooltip } = await client.connection.sendRequest<InlayHint>('inlayHint/resolve', step);
      assert.match((tooltip as MarkupContent).value, /connection reference/);
    });
  });
});
