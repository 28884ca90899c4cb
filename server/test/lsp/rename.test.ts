/** Renaming, as a client asks for it. */
import assert from 'node:assert/strict';
import type { Range, ResourceOperationKind, WorkspaceEdit } from 'vscode-languageserver/node';
import type { ClientOptions, TestClient } from './client';
import { flow, flowText, solution } from './samples';
import { serversOn } from './servers';

const a = '/src/Workflows/A.json';
const customizations = '/src/Other/Customizations.xml';
const source = solution('/src', 'HR', { hr_teams: 'shared_teams', hr_sql: 'shared_sql' }) + flow(a, { k: 'hr_teams' });

describe('renaming', () => {
  const start = serversOn(source);

  it('offers the name that stands there', async () => {
    const client = await start();
    const found = await client.askAt<{ range: Range; placeholder: string }>(
      'textDocument/prepareRename',
      a,
      'hr_teams',
    );
    assert.deepEqual(found, { range: client.rangeOf(a, 'hr_teams'), placeholder: 'hr_teams' });
  });

  it('changes all files of the workspace, shown first', async () => {
    const client = await start();
    const edit = await client.askAt<WorkspaceEdit>('textDocument/rename', a, 'hr_teams', { newName: 'hr_chat' });
    assert.equal(client.edited(a, edit).text, client.textOf(a).replace('hr_teams', 'hr_chat'));
    assert.equal(
      client.edited(customizations, edit).text,
      client.textOf(customizations).replace('hr_teams', 'hr_chat'),
    );
    assert.ok(Object.values(edit.changeAnnotations ?? {}).some(({ needsConfirmation }) => needsConfirmation));
  });

  it('counts what an editor shows, with its version', async () => {
    const client = await start();
    await client.open(a, flowText({ k: 'hr_teams', l: 'HR_TEAMS' }));
    const edit = await client.askAt<WorkspaceEdit>('textDocument/rename', customizations, 'hr_teams', {
      newName: 'hr_chat',
    });
    const { text, version } = client.edited(a, edit);
    assert.deepEqual(JSON.parse(text), JSON.parse(flowText({ k: 'hr_chat', l: 'hr_chat' })));
    assert.equal(version, 1);
  });

  it('changes a key and its steps in one file', async () => {
    const client = await start();
    const edit = await client.askAt<WorkspaceEdit>('textDocument/rename', a, 'k"', { newName: 'teams' });
    const renamed = client
      .textOf(a)
      .replace(/"k"(?=\s*:)/, '"teams"')
      .replace(/("connectionName":\s*)"k"/, '$1"teams"');
    assert.equal(client.edited(a, edit).text, renamed);
  });

  it('is refused as a whole where it would have to leave a file out', async () => {
    const client = await start();
    const text = flowText({ k: 'hr_teams' }).replace('"Do"', '"Größe"');
    client.folder.writeBytes(a, Buffer.from(text, 'latin1'));
    await client.tellDisk({ [a]: 'Changed' });
    const rename = client.askAt('textDocument/rename', customizations, 'hr_teams', { newName: 'hr_chat' });
    await assert.rejects(
      rename,
      /Nothing is renamed, since '.*A\.json' would keep the name 'hr_teams'\. This file is not in order/,
    );
  });

  it('says why a name can’t be', async () => {
    const client = await start();
    const rename = (text: string, newName: string): Promise<unknown> =>
      client.askAt('textDocument/rename', a, text, { newName });
    await assert.rejects(rename('hr_teams', 'hr_sql'), /a connection reference 'hr_sql' already/);
    await assert.rejects(rename('hr_teams', 'hr teams'), /can't hold ' '/);
    await assert.rejects(rename('runtimeSource', 'x'), /Only connection references and connection keys/);
  });

  describe('in the YAML layout, where the declaration moves', () => {
    const declaration = (name: string): string => `/src/connectionreferences/${name}/connectionreference.yml`;
    const yamlSource = `
//- /src/solutions/HR/solution.yml
ImportExportXml:
  SolutionManifest:
    UniqueName: HR
//- /src/solutions/HR/solutioncomponents.yml
SolutionComponents:
  Component:
  - '@path': /connectionreferences/hr_teams
//- ${declaration('hr_teams')}
connectionreference:
  '@connectionreferencelogicalname': hr_teams
  connectorid: /providers/Microsoft.PowerApps/apis/shared_teams
`;

    const withOperations = (...resourceOperations: ResourceOperationKind[]): ClientOptions => ({
      capabilities: { workspace: { workspaceEdit: { resourceOperations } } },
    });

    /** Without what only asks to show them first. */
    const changesOf = (client: TestClient, { documentChanges = [] }: WorkspaceEdit): unknown[] =>
      documentChanges.filter(isReal).map((change) => {
        const name = (uri: string): string => client.folder.nameOf(uri);
        if ('textDocument' in change)
          return { edits: name(change.textDocument.uri), version: change.textDocument.version };
        if (change.kind === 'rename') return { rename: name(change.oldUri), to: name(change.newUri) };
        return { [change.kind]: name(change.uri) };
      });

    const isReal = (change: NonNullable<WorkspaceEdit['documentChanges']>[number]): boolean =>
      !('kind' in change && change.kind === 'create' && change.options?.ignoreIfExists === true);

    const renameIn = (client: TestClient): Promise<WorkspaceEdit> =>
      client.askAt<WorkspaceEdit>('textDocument/rename', declaration('hr_teams'), 'hr_teams', { newName: 'hr_chat' });

    it('renames the file and edits it under its new name, so that its bytes stay', async () => {
      const client = await start(yamlSource, withOperations('create', 'rename', 'delete'));
      const edit = await renameIn(client);
      assert.deepEqual(changesOf(client, edit), [
        { rename: declaration('hr_teams'), to: declaration('hr_chat') },
        { edits: declaration('hr_chat'), version: null },
        { edits: '/src/solutions/HR/solutioncomponents.yml', version: null },
      ]);
      const [, edited] = (edit.documentChanges ?? []).filter(isReal);
      assert.ok(edited && 'textDocument' in edited);
      assert.deepEqual(
        edited.edits.map((one) => 'newText' in one && one.newText !== '' && [one.range, one.newText]).filter(Boolean),
        [[client.rangeOf(declaration('hr_teams'), 'hr_teams'), 'hr_chat']],
      );
    });

    it('is for the version that an editor shows', async () => {
      const client = await start(yamlSource, withOperations('create', 'rename', 'delete'));
      await client.open(declaration('hr_teams'));
      await client.replace(declaration('hr_teams'), 'connectorid', '\n  connectorid');
      assert.deepEqual(changesOf(client, await renameIn(client)).slice(0, 3), [
        { edits: declaration('hr_teams'), version: 2 },
        { rename: declaration('hr_teams'), to: declaration('hr_chat') },
        { edits: declaration('hr_chat'), version: null },
      ]);
    });

    it('makes another file where the client can’t rename', async () => {
      const client = await start(yamlSource, withOperations('create', 'delete'));
      assert.deepEqual(changesOf(client, await renameIn(client)), [
        { create: declaration('hr_chat') },
        { edits: declaration('hr_chat'), version: null },
        { delete: declaration('hr_teams') },
        { edits: '/src/solutions/HR/solutioncomponents.yml', version: null },
      ]);
    });
  });
});
