/** Refactorings as an editor asks for them: the change with its preview, what dialogs choose from, what the light bulb offers. */
import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import {
  inventoryMethod,
  namesMethod,
  refactorMethod,
  targetMethod,
  type Inventory,
  type NamesResult,
  type RefactorRequest,
  type RefactorResult,
  type TargetResult,
} from '../../src/lsp/protocol';
import type { ClientOptions, TestClient } from './client';
import { flow, flowText, solution } from './samples';
import { serversOn } from './servers';

const a = '/src/Workflows/A.json';
const b = '/src/Workflows/B.json';
const customizations = '/src/Other/Customizations.xml';
const prod = '/settings/prod.json';
const source =
  solution('/src', 'HR', { hr_teams: 'shared_teams', hr_chat: 'shared_teams' }) +
  flow(a, { shared_teams: 'hr_teams', shared_sql: undefined }) +
  flow(b, { shared_teams: undefined }) +
  `\n//- ${prod}\n{
  "ConnectionReferences": [
    { "LogicalName": "hr_teams", "ConnectionId": "shared-teams-1", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams" }
  ]
}
`;
const options: ClientOptions = { initializationOptions: { hasCommands: true } };

describe('refactorings in an editor', () => {
  const start = serversOn(source, options);

  const refactor = (client: TestClient, request: RefactorRequest): Promise<RefactorResult> =>
    client.connection.sendRequest(refactorMethod, { request });

  /** Those that are changed: the one that only makes VS Code show the changes is not. */
  const filesOf = (client: TestClient, edit: WorkspaceEdit | undefined): string[] =>
    (edit?.documentChanges ?? []).flatMap((change) =>
      'textDocument' in change ? [client.folder.nameOf(change.textDocument.uri)] : [],
    );

  describe('a change', () => {
    it('reaches all files, each edit with what it is for, and asks to be looked at first', async () => {
      const client = await start();
      const { title, edit, notes, left } = await refactor(client, {
        kind: 'merge',
        into: 'hr_chat',
        from: ['hr_teams'],
      });
      assert.equal(title, "Merge 'hr_teams' into 'hr_chat'");
      assert.deepEqual(filesOf(client, edit).sort(), [prod, customizations, a]);
      assert.equal(client.edited(a, edit).text, client.textOf(a).replace('hr_teams', 'hr_chat'));
      assert.ok(
        notes.some((note) => note.includes("'shared-teams-1'")),
        notes.join('\n'),
      );
      assert.deepEqual(left, []);
      const annotations = Object.values(edit?.changeAnnotations ?? {});
      assert.ok(annotations.some(({ label }) => label === "Use 'hr_chat' instead of 'hr_teams'"));
      assert.equal(annotations.filter(({ needsConfirmation }) => needsConfirmation).length, 1);
    });

    it('asks by nothing that VS Code would list, so that all that is listed comes ticked', async () => {
      const client = await start();
      const checkAsks = async (request: RefactorRequest): Promise<void> => {
        const { documentChanges = [], changeAnnotations = {} } = (await refactor(client, request)).edit ?? {};
        const asks = (change: object): boolean =>
          'annotationId' in change && changeAnnotations[String(change.annotationId)]?.needsConfirmation === true;
        assert.ok(!documentChanges.some((change) => 'edits' in change && change.edits.some(asks)));
        const [only, ...others] = documentChanges.flatMap((change) =>
          'kind' in change && asks(change) ? [change] : [],
        );
        assert.deepEqual(others, []);
        assert.ok(only?.kind === 'create');
        // To make a file unless it is there is nothing where it is there.
        assert.deepEqual(only.options, { ignoreIfExists: true });
        assert.notEqual(client.textOf(client.folder.nameOf(only.uri)), '');
      };
      await checkAsks({ kind: 'rename', from: 'hr_teams', to: 'hr_talk' });
      await checkAsks({ kind: 'create-settings', file: client.folder.uri('/settings/test.json') });
    });

    it('in the one file that an editor shows is made at once, and in another file shown first', async () => {
      const client = await start();
      const request: RefactorRequest = {
        kind: 'use',
        file: client.folder.uri(a),
        key: 'shared_teams',
        reference: 'hr_chat',
      };
      assert.ok((await refactor(client, request)).edit?.changeAnnotations);
      await client.open(a);
      const { edit } = await refactor(client, request);
      assert.equal(edit?.changeAnnotations, undefined);
      assert.deepEqual(client.edited(a, edit), {
        text: client.textOf(a).replace('hr_teams', 'hr_chat'),
        version: 1,
      });
    });

    it('is for the version that the editor shows', async () => {
      const client = await start();
      await client.open(a);
      await client.replace(a, '{', '\n{');
      const { edit } = await refactor(client, { kind: 'rename', from: 'hr_teams', to: 'hr_talk' });
      const { text, version } = client.edited(a, edit);
      assert.equal(version, 2);
      assert.equal(text, client.textOf(a).replace('hr_teams', 'hr_talk'));
      assert.equal(client.edited(customizations, edit).version, null);
    });

    it('tells what it leaves, and where', async () => {
      const client = await start();
      const { edit, left } = await refactor(client, { kind: 'convert', scope: 'workspace' });
      assert.deepEqual(filesOf(client, edit), [b]);
      const [only, ...others] = left;
      assert.deepEqual(others, []);
      assert.equal(only?.reason, "No connection reference fits 'shared_sql'.");
      assert.deepEqual(only.location, { uri: client.folder.uri(a), range: client.rangeOf(a, 'shared_sql') });
    });

    it('is refused with a reason', async () => {
      const client = await start();
      const { edit, refused } = await refactor(client, { kind: 'merge', into: 'hr_none', from: ['hr_teams'] });
      assert.equal(edit, undefined);
      assert.equal(refused, "No solution here declares 'hr_none'.");
    });

    it('is refused as a whole where a rename would have to leave a file out', async () => {
      const client = await start();
      const text = flowText({ shared_teams: 'hr_teams' }).replace('"Do"', '"Größe"');
      client.folder.writeBytes(b, Buffer.from(text, 'latin1'));
      await client.tellDisk({ [b]: 'Changed' });
      const { edit, refused } = await refactor(client, { kind: 'rename', from: 'hr_teams', to: 'hr_talk' });
      assert.equal(edit, undefined);
      assert.match(
        refused ?? '',
        /^Nothing is renamed, since '.*B\.json' would keep the name 'hr_teams'\. This file is not in order/,
      );
    });
  });

  describe('dialogs', () => {
    it('choose from what there is', async () => {
      const client = await start();
      const inventory: Inventory = await client.connection.sendRequest(inventoryMethod, { uri: client.folder.uri(a) });
      const { solutions, connectors, references, settings, flow: keys, solution: around } = inventory;
      assert.deepEqual(
        solutions.map(({ name, isManaged }) => [name, isManaged]),
        [['HR', false]],
      );
      assert.equal(around, 'HR');
      assert.deepEqual(
        connectors.slice(0, 3).map(({ name, references: count, directFlows }) => [name, count, directFlows]),
        [
          ['shared_teams', 2, 1],
          ['shared_sql', 0, 1],
          [connectors[2]?.name, 0, 0],
        ],
      );
      assert.ok(connectors.length > 500);
      assert.deepEqual(
        references.map(({ logicalName, uses, boundInWords }) => [logicalName, uses, boundInWords]),
        [
          ['hr_chat', 0, 'not bound'],
          ['hr_teams', 1, 'prod: shared-teams-1'],
        ],
      );
      assert.deepEqual(settings, [
        {
          file: client.folder.uri(prod),
          environment: 'prod',
          solutions: ['HR'],
          connections: [{ connectionId: 'shared-teams-1', connector: 'shared_teams', references: ['HR shared_teams'] }],
        },
      ]);
      assert.deepEqual(
        keys?.keys.map(({ key, reference, fitting }) => [
          key,
          reference,
          fitting.map(({ logicalName }) => logicalName),
        ]),
        [
          ['shared_teams', 'hr_teams', ['hr_teams', 'hr_chat']],
          ['shared_sql', undefined, []],
        ],
      );
    });

    it('start from what stands at the cursor', async () => {
      const client = await start();
      const at = async (file: string, text: string): Promise<TargetResult> =>
        client.connection.sendRequest(targetMethod, {
          uri: client.folder.uri(file),
          position: client.rangeOf(file, text).start,
        });
      const key = { file: client.folder.uri(a), key: 'shared_teams', connector: 'shared_teams', reference: 'hr_teams' };
      assert.deepEqual(await at(a, 'hr_teams'), key);
      assert.deepEqual(await at(a, '"embedded"'), key);
      const step = ['properties', 'definition', 'actions', 'Call_shared_teams'];
      assert.deepEqual(await at(a, 'OpenApiConnection'), { ...key, step });
      const reference = { reference: 'hr_teams', connector: 'shared_teams' };
      assert.deepEqual(await at(prod, 'shared-teams-1'), { file: client.folder.uri(prod), ...reference });
      assert.deepEqual(await at(customizations, 'hr_teams'), { file: client.folder.uri(customizations), ...reference });
      assert.deepEqual(await at(a, 'schemaVersion'), { file: client.folder.uri(a) });
    });

    it('are told what is wrong with a name while it is typed', async () => {
      const client = await start();
      const judge = (typed: object): Promise<NamesResult> =>
        client.connection.sendRequest(namesMethod, { file: client.folder.uri(a), connector: 'shared_sql', ...typed });
      const { proposed } = await judge({});
      assert.match(proposed?.logicalName ?? '', /^hr_sharedsql_[0-9a-f]{5}$/);
      assert.match((await judge({ logicalName: 'hr_te ams' })).wrongLogicalName ?? '', /can't hold ' '/);
      assert.match((await judge({ logicalName: 'HR_teams' })).wrongLogicalName ?? '', /already/);
      assert.match((await judge({ logicalName: 'it_sql' })).oddLogicalName ?? '', /begin with 'hr_'/);
      assert.match((await judge({ displayName: 'hr SHARED_teams' })).wrongDisplayName ?? '', /already/);
      const ofItself = { reference: 'hr_teams', displayName: 'HR Teams', logicalName: 'HR_teams' };
      assert.deepEqual(Object.keys(await judge(ofItself)), ['proposed']);
    });
  });

  describe('the light bulb', () => {
    const titlesAt = async (client: TestClient, file: string, text: string, only?: string): Promise<string[]> =>
      (await client.codeActions(file, text, only === undefined ? {} : { only: [only] })).map(({ title }) => title);

    it('offers a new reference behind those that fit, by a command that asks for its names', async () => {
      const client = await start();
      const actions = await client.codeActions(b, 'shared_teams', { only: ['quickfix'] });
      const titles = actions.map(({ title }) => title);
      const create = actions.find(({ title }) => title === 'Create connection reference…');
      assert.ok(titles.indexOf('Create connection reference…') > titles.findIndex((title) => title.startsWith('Use ')));
      assert.ok(
        titles.indexOf('Create connection reference…') < titles.findIndex((title) => title.startsWith('Explain')),
      );
      assert.equal(create?.command?.command, 'connref.refactor');
      const [request] = create.command.arguments as [RefactorRequest];
      assert.ok(request.kind === 'create');
      assert.deepEqual(request.entries, [{ file: client.folder.uri(b), key: 'shared_teams' }]);
    });

    it('merges into the reference that is used', async () => {
      const client = await start(source.replace(/\n\/\/- \/settings[^]*$/, ''));
      const actions = await client.codeActions(customizations, 'hr_chat', { only: ['quickfix'] });
      const merge = actions.find(({ title }) => title.startsWith("Merge '"));
      assert.deepEqual(merge?.command?.arguments, [{ kind: 'merge', into: 'hr_teams', from: ['hr_chat'] }]);
    });

    it('offers only refactorings that fit', async () => {
      const client = await start();
      const rewrite = 'refactor.rewrite';
      assert.deepEqual(await titlesAt(client, a, 'hr_teams', rewrite), [
        'Use another connection reference…',
        "Run with the caller's connection (invoker)",
      ]);
      assert.deepEqual(await titlesAt(client, a, 'shared_sql', rewrite), []);
      assert.deepEqual(await titlesAt(client, a, 'schemaVersion', rewrite), []);
      assert.deepEqual(await titlesAt(client, customizations, 'hr_teams', rewrite), [
        'Bind in an environment…',
        'Rename the display name…',
        'Merge connection references…',
      ]);
      assert.deepEqual(await titlesAt(client, prod, 'shared-teams-1', rewrite), [
        'Bind in an environment…',
        'Merge connection references…',
      ]);
    });
  });
});
