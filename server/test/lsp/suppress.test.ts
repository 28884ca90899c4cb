/** Explanations and suppressions in the light bulb, the edits that they make, and what changes in `connref.json` change. */
import assert from 'node:assert/strict';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver/node';
import {
  createConfigurationMethod,
  suppressMethod,
  type CreateConfigurationParams,
  type CreateConfigurationResult,
  type SuppressParams,
  type SuppressResult,
} from '../../src/lsp/protocol';
import type { ClientOptions, TestClient } from './client';
import { flow, solution } from './samples';
import { serversOn } from './servers';

const a = '/src/Workflows/A.json';
const configuration = '/connref.json';
const direct = 'use-connection-references';
const source = solution('/src', 'HR', { hr_teams: 'shared_teams' }) + flow(a, { shared_sql: undefined });
const found = `warning ${direct} at shared_sql`;
const options: ClientOptions = { initializationOptions: { hasCommands: true } };

describe('suppressions in an editor', () => {
  const start = serversOn(source, options);

  const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);
  const suppressBy = async (
    client: TestClient,
    title: string,
    file = a,
    at = 'shared_sql',
  ): Promise<SuppressResult> => {
    const actions = await client.codeActions(file, at);
    const action = actions.find((one) => one.title === title);
    assert.ok(action, titles(actions).join(' | '));
    // Clients may ask for the edit of an action that has none.
    assert.deepEqual(await client.resolve(action), action);
    const [params] = action.command?.arguments as [SuppressParams];
    return client.connection.sendRequest(suppressMethod, { ...params, reason: 'On premises' });
  };

  it('come last in the light bulb, explanations before them', async () => {
    const client = await start();
    const actions = await client.codeActions(a, 'shared_sql');
    const last = actions.slice(-4);
    assert.deepEqual(titles(last), [
      `Explain '${direct}'`,
      `Suppress '${direct}' here…`,
      `Suppress '${direct}' for this file…`,
      `Turn '${direct}' off in connref.json`,
    ]);
    assert.ok(last.every(({ isPreferred, diagnostics }) => isPreferred === undefined && diagnostics?.length === 1));
    assert.deepEqual(last[0]?.command?.arguments, [direct]);
    assert.deepEqual(await client.codeActions(a, 'shared_sql', { only: ['source'] }), []);
  });

  it('are not offered to a client without the commands', async () => {
    const client = await start(source, { initializationOptions: { hasCommands: false } });
    const offered = titles(await client.codeActions(a, 'shared_sql'));
    assert.deepEqual(
      offered.filter((title) => /^(Explain|Suppress|Turn)/.test(title)),
      [],
    );
  });

  it('make a configuration where there is none, and the finding goes', async () => {
    const client = await start();
    await client.expectFindings(a, [found]);
    const { edit, createdUri } = await suppressBy(client, `Suppress '${direct}' here…`);
    assert.equal(createdUri, client.folder.uri(configuration));
    client.folder.write(configuration, createdText(edit));
    await client.tellDisk({ [configuration]: 'Created' });
    await client.expectFindings(a, []);
    await client.expectFindings(configuration, []);
  });

  it('edit the version of the configuration that an editor shows', async () => {
    const client = await start(`${source}//- ${configuration}\n{ }\n`);
    await client.open(configuration, '{\n  // Ours\n}\n');
    const { edit } = await suppressBy(client, `Turn '${direct}' off in connref.json`);
    const { text, version } = client.edited(configuration, edit);
    assert.equal(version, 1);
    assert.equal(text, `{\n  // Ours\n  "rules": {\n    "${direct}": "off"\n  }\n}\n`);
  });

  it('say why nothing changes where the configuration is broken', async () => {
    const client = await start(`${source}//- ${configuration}\n{ "rules": \n`);
    const { edit, message } = await suppressBy(client, `Suppress '${direct}' for this file…`);
    assert.equal(edit, undefined);
    assert.match(message ?? '', /^connref\.json was not changed/);
  });

  it('can be comments in Customizations.xml', async () => {
    const client = await start();
    const file = '/src/Other/Customizations.xml';
    await client.open(file);
    const { edit } = await suppressBy(
      client,
      "Suppress 'unused-connection-reference' here by a comment…",
      file,
      'hr_teams',
    );
    const { text } = client.edited(file, edit);
    const comment = '    <!-- connref-disable-next-line unused-connection-reference: On premises -->\n';
    assert.equal(
      text,
      client.textOf(file).replace('    <connectionreference ', (element) => comment + element),
    );
    await client.replace(file, '    <connectionreference ', `${comment}    <connectionreference `);
    await client.expectFindings(file, []);
  });

  it('are counted while somebody types them, and what is wrong in them is told there', async () => {
    const client = await start(`${source}//- ${configuration}\n{}\n`);
    await client.expectFindings(a, [found]);
    await client.open(configuration);
    await client.replace(configuration, '{}', `{ "rules": { "${direct}": "error" } }`);
    await client.expectFindings(a, [`error ${direct} at shared_sql`]);
    await client.replace(configuration, '"error"', '"eror"');
    await client.expectFindings(configuration, ['warning invalid-configuration at eror']);
    await client.expectFindings(a, [found]);
    await client.close(configuration);
    await client.expectFindings(configuration, []);
  });

  it('follow the configuration and the baseline on disk', async () => {
    const client = await start();
    await client.expectFindings(a, [found]);
    client.folder.write(configuration, '{ "baseline": "known.json" }');
    client.folder.write(
      '/known.json',
      JSON.stringify({
        connrefBaseline: 1,
        findings: [
          { rule: direct, file: 'src/Workflows/A.json', pointer: '/properties/connectionReferences/shared_sql' },
        ],
      }),
    );
    await client.tellDisk({ [configuration]: 'Created', '/known.json': 'Created' });
    await client.expectFindings(a, []);
    client.folder.write('/known.json', '{ "connrefBaseline": 1, "findings": [] }');
    await client.tellDisk({ '/known.json': 'Changed' });
    await client.expectFindings(a, [found]);
  });

  it('count from a configuration above the opened folder, also when its editor is closed', async () => {
    const client = await start(`${source}//- ${configuration}\n{ "rules": { "${direct}": "error" } }\n`, {
      workspaceFolders: ['/src'],
    });
    await client.expectFindings(a, [`error ${direct} at shared_sql`]);
    await client.open(configuration);
    await client.replace(configuration, '"error"', '"info"');
    await client.expectFindings(a, [`info ${direct} at shared_sql`]);
    await client.close(configuration);
    await client.expectFindings(a, [`error ${direct} at shared_sql`]);
  });

  describe('create configuration', () => {
    const create = (client: TestClient, folderName: string): Promise<CreateConfigurationResult> => {
      const params: CreateConfigurationParams = { folderUri: client.folder.uri(folderName) };
      return client.connection.sendRequest(createConfigurationMethod, params);
    };

    it('makes one for what the folder holds', async () => {
      const client = await start();
      const { uri, edit } = await create(client, '/');
      assert.equal(uri, client.folder.uri(configuration));
      assert.match(createdText(edit), /"environments": \[\]/);
    });

    it('shows the one that holds', async () => {
      const client = await start(`${source}//- ${configuration}\n{}\n`);
      assert.deepEqual(await create(client, '/src'), { uri: client.folder.uri(configuration) });
    });
  });
});

/** The text of the file that an edit makes. */
function createdText(edit: WorkspaceEdit | undefined): string {
  const [creation, insertion] = edit?.documentChanges ?? [];
  assert.ok(creation && 'kind' in creation && creation.kind === 'create');
  assert.ok(insertion && 'edits' in insertion && insertion.textDocument.uri === creation.uri);
  return insertion.edits.map((one) => ('newText' in one ? one.newText : '')).join('');
}
