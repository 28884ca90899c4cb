/** Findings of the whole workspace, as files and editors change: the same for clients that pull and that are pushed to. */
import assert from 'node:assert/strict';
import { DiagnosticTag, type WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import type { Model } from './client';
import { flow, flowText, solution } from './samples';
import { serversOn } from './servers';

const notify = '/src/Workflows/Notify.json';
const customizations = '/src/Other/Customizations.xml';
const direct = (key: string): string => `warning use-connection-references at ${key}`;
const unused = (name: string): string => `hint unused-connection-reference at ${name}`;
const undeclared = (name: string): string => `error undeclared-connection-reference at ${name}`;

for (const model of ['pull', 'push'] satisfies Model[]) {
  describe(`diagnostics, ${model} model`, () => {
    const start = serversOn('', { model });

    const outlookHr = solution('/src', 'HR', { hr_outlook: 'shared_office365' });

    it('are given for files that nobody has opened', async () => {
      const client = await start(outlookHr + flow(notify, { shared_office365: undefined, shared_teams: undefined }));
      await client.expectFindings(notify, [direct('shared_office365'), direct('shared_teams')]);
      await client.expectFindings(customizations, [unused('hr_outlook')]);
    });

    it('name rule, source, page and steps', async () => {
      const client = await start(outlookHr + flow(notify, { shared_office365: undefined }), {
        initializationOptions: { documentationUri: 'https://example.org/{rule}.html' },
      });
      await client.expectFindings(notify, [direct('shared_office365')]);
      const [finding] = client.diagnostics(notify);
      assert.ok(finding);
      assert.equal(finding.source, 'connref');
      assert.deepEqual(finding.codeDescription, { href: 'https://example.org/use-connection-references.html' });
      const [step] = finding.relatedInformation ?? [];
      assert.equal(step?.message, 'Call shared office365');
      assert.equal(step.location.uri, client.folder.uri(notify));
      await client.expectFindings(customizations, [unused('hr_outlook')]);
      assert.deepEqual(client.diagnostics(customizations)[0]?.tags, [DiagnosticTag.Unnecessary]);
    });

    it('lead to the page that ships with the server', async () => {
      const client = await start(outlookHr + flow(notify, { shared_office365: undefined }));
      await client.expectFindings(notify, [direct('shared_office365')]);
      const href = client.diagnostics(notify)[0]?.codeDescription?.href ?? '';
      assert.match(href, /^file:\/\/.*\/docs\/rules\/use-connection-references\.md$/);
    });

    it('follow the text while somebody types', async () => {
      const client = await start(outlookHr + flow(notify, { shared_office365: undefined }));
      await client.open(notify);
      await client.expectFindings(notify, [direct('shared_office365')]);
      await client.replace(
        notify,
        '"connection": {}',
        '"connection": {"connectionReferenceLogicalName": "hr_outlook"}',
      );
      await client.expectFindings(notify, []);
      await client.expectFindings(customizations, []);
      await client.replace(notify, 'hr_outlook', 'hr_outlok');
      await client.expectFindings(notify, [undeclared('hr_outlok')]);
      await client.expectFindings(customizations, [unused('hr_outlook')]);
    });

    it('move with the text', async () => {
      const client = await start(outlookHr + flow(notify, { shared_office365: undefined }));
      await client.open(notify);
      await client.expectFindings(notify, [direct('shared_office365')]);
      const { line } = client.rangeOf(notify, 'shared_office365').start;
      await client.replace(notify, '{', '\n\n\n{');
      await client.waitFor(() => client.diagnostics(notify)[0]?.range.start.line, line + 3);
      const step = client.diagnostics(notify)[0]?.relatedInformation?.[0];
      assert.deepEqual(step?.location.range.start.line, client.rangeOf(notify, '"connectionName"').start.line);
    });

    it('tell where a text is broken, and come back when it is mended', async () => {
      const client = await start(outlookHr + flow(notify, { shared_office365: undefined }));
      await client.open(notify);
      await client.replace(notify, '"schemaVersion":', '"schemaVersion"');
      await client.waitFor(
        () => client.findings(notify).some((finding) => finding.startsWith('error syntax-error')),
        true,
      );
      await client.replace(notify, '"schemaVersion"', '"schemaVersion":');
      await client.expectFindings(notify, [direct('shared_office365')]);
    });

    it('are those of the editor, not of the disk, until it closes', async () => {
      const client = await start(outlookHr + flow(notify, { shared_office365: undefined }));
      await client.expectFindings(notify, [direct('shared_office365')]);
      await client.open(notify, flowText({ shared_office365: 'hr_outlook' }));
      await client.expectFindings(notify, []);
      client.folder.write(notify, flowText({ shared_teams: undefined }));
      await client.tellDisk({ [notify]: 'Changed' });
      await client.expectFindings(customizations, []);
      await client.close(notify);
      await client.expectFindings(notify, [direct('shared_teams')]);
      await client.expectFindings(customizations, [unused('hr_outlook')]);
    });

    it('are those of the disk again when an editor closes without saving', async () => {
      const client = await start(outlookHr + flow(notify, { shared_office365: undefined }));
      await client.open(notify);
      await client.replace(notify, 'shared_office365', 'shared_outlook');
      await client.waitFor(() => client.findings(notify).includes(direct('shared_outlook')), true);
      await client.close(notify);
      await client.expectFindings(notify, [direct('shared_office365')]);
    });

    it('follow files that come, change and go on disk', async () => {
      const client = await start(outlookHr);
      client.folder.write(notify, flowText({ shared_office365: undefined }));
      await client.tellDisk({ [notify]: 'Created' });
      await client.expectFindings(notify, [direct('shared_office365')]);
      client.folder.write(notify, flowText({ shared_office365: 'hr_outlook' }));
      await client.tellDisk({ [notify]: 'Changed' });
      await client.expectFindings(notify, []);
      client.folder.write(notify, flowText({ shared_office365: 'hr_gone' }));
      await client.tellDisk({ [notify]: 'Changed' });
      await client.expectFindings(notify, [undeclared('hr_gone')]);
      client.folder.remove(notify);
      await client.tellDisk({ [notify]: 'Deleted' });
      await client.waitFor(() => client.filesWithFindings(), []);
    });

    it('follow a file that is renamed', async () => {
      const renamed = '/src/Workflows/Renamed [1].json';
      const client = await start(outlookHr + flow(notify, { shared_office365: undefined }));
      await client.expectFindings(notify, [direct('shared_office365')]);
      client.folder.rename(notify, renamed);
      await client.tellDisk({ [notify]: 'Deleted', [renamed]: 'Created' });
      await client.expectFindings(renamed, [direct('shared_office365')]);
      await client.waitFor(() => client.filesWithFindings(), [customizations, renamed]);
    });

    it('stay for a file that is deleted under an open editor, and go when that closes', async () => {
      const client = await start(outlookHr + flow(notify, { shared_office365: undefined }));
      await client.open(notify);
      client.folder.remove(notify);
      await client.tellDisk({ [notify]: 'Deleted' });
      await client.replace(notify, 'shared_office365', 'shared_mail');
      await client.waitFor(() => client.findings(notify).includes(direct('shared_mail')), true);
      await client.close(notify);
      await client.waitFor(() => client.filesWithFindings(), []);
    });

    it('go when a folder goes in one event, and come with a folder', async () => {
      const client = await start(outlookHr + flow(notify, { shared_office365: undefined }));
      await client.expectFindings(notify, [direct('shared_office365')]);
      client.folder.rename('/src', '/elsewhere');
      await client.tellDisk({ '/src': 'Deleted' });
      await client.waitFor(() => client.filesWithFindings(), []);
      await client.tellDisk({ '/elsewhere': 'Created' });
      await client.expectFindings('/elsewhere/Workflows/Notify.json', [direct('shared_office365')]);
    });

    it('follow folders that are added to the workspace and removed from it', async () => {
      const client = await start(
        solution('/one', 'One') +
          flow('/one/Workflows/A.json', { shared_teams: undefined }) +
          solution('/two', 'Two') +
          flow('/two/Workflows/B.json', { shared_teams: undefined }),
        { workspaceFolders: ['/one'] },
      );
      await client.waitFor(() => client.filesWithFindings(), ['/one/Workflows/A.json']);
      await client.changeFolders({ added: ['/two'] });
      await client.waitFor(() => client.filesWithFindings(), ['/one/Workflows/A.json', '/two/Workflows/B.json']);
      await client.changeFolders({ removed: ['/one'] });
      await client.waitFor(() => client.filesWithFindings(), ['/two/Workflows/B.json']);
    });

    it('treat several folders as one workspace', async () => {
      const client = await start(
        solution('/one', 'One', { shared_ref: 'shared_teams' }) +
          solution('/two', 'Two') +
          flow('/two/Workflows/B.json', { shared_teams: 'shared_ref' }),
        { workspaceFolders: ['/one', '/two'] },
      );
      const expected = ['info reference-in-another-solution at shared_ref'];
      await client.expectFindings('/two/Workflows/B.json', expected);
      await client.expectFindings('/one/Other/Customizations.xml', []);
    });

    it('are right in UTF-16, with and without an editor', async () => {
      const client = await start(outlookHr);
      client.folder.write(notify, flowText({ shared_office365: undefined }), 'utf16lebom');
      await client.tellDisk({ [notify]: 'Created' });
      await client.expectFindings(notify, [direct('shared_office365')]);
      await client.open(notify);
      await client.expectFindings(notify, [direct('shared_office365')]);
    });

    it('count opened documents that lie outside of the folders', async () => {
      const client = await start(
        solution('/in', 'In', { in_ref: 'shared_teams' }) +
          solution('/out', 'Out') +
          flow('/out/Workflows/B.json', { shared_teams: 'in_ref' }),
        { workspaceFolders: ['/in'] },
      );
      await client.expectFindings('/in/Other/Customizations.xml', []);
      await client.open('/out/Workflows/B.json', flowText({ shared_teams: 'in_ref' }));
      await client.waitFor(() => client.summary?.flows, 1);
      await client.close('/out/Workflows/B.json');
      await client.waitFor(() => client.summary?.flows, 0);
    });
  });
}

describe('requests for diagnostics', () => {
  const start = serversOn();

  const a = '/src/Workflows/A.json';
  const b = '/src/Workflows/B.json';
  const hr = solution('/src', 'HR', { hr_teams: 'shared_teams' });

  it('are offered with an identifier, for the workspace, across files', async () => {
    const client = await start('');
    assert.deepEqual(client.initialized?.capabilities.diagnosticProvider, {
      identifier: 'connref',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
  });

  it('are unchanged as long as they are', async () => {
    const client = await start(hr + flow(a, { shared_teams: undefined }));
    const pull = (previousResultId?: string): Promise<{ kind: string; resultId: string }> =>
      client.connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: client.folder.uri(a) },
        previousResultId,
      });
    const first = await pull();
    assert.equal(first.kind, 'full');
    assert.deepEqual(await pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
  });

  it('let a request for the workspace wait until something changes', async () => {
    const client = await start(hr + flow(a, { shared_teams: undefined }));
    await client.expectFindings(a, [direct('shared_teams')]);
    const answers = client.workspaceAnswers;
    // Requests that do not wait go past the one that does.
    for (let i = 0; i < 20; i++) await client.hover(a, 'shared_teams');
    assert.equal(client.workspaceAnswers, answers);
    client.folder.remove(a);
    await client.tellDisk({ [a]: 'Deleted' });
    await client.waitFor(() => client.filesWithFindings(), []);
  });

  it('are asked for again when another file changes them in an open document', async () => {
    const client = await start(hr + flow(a, { shared_teams: 'hr_teams' }) + flow(b, { shared_teams: 'hr_teams' }));
    await client.open(a);
    await client.open(customizations);
    await client.expectFindings(a, []);
    await client.replace(customizations, 'hr_teams', 'hr_chat');
    await client.expectFindings(a, [undeclared('hr_teams')]);
    await client.expectFindings(b, [undeclared('hr_teams')]);
    assert.ok(client.refreshes > 0);
  });

  it('tell of a document that was closed before anybody asked for its own', async () => {
    const client = await start(hr + flow(a, { shared_teams: undefined }), {
      model: 'push',
      capabilities: { textDocument: { diagnostic: {} } },
    });
    const uri = client.folder.uri(a);
    const pull = async (value: string): Promise<{ readonly resultId: string; readonly items: readonly unknown[] }> => {
      const previousResultIds = [{ uri, value }];
      const { items } = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
        previousResultIds,
      });
      const item = items.find((one) => one.uri === uri);
      assert.equal(item?.kind, 'full');
      return { resultId: item.resultId ?? '', items: item.items };
    };
    const atFirst = await pull('');
    assert.equal(atFirst.items.length, 1);
    await client.open(a);
    const text = flowText({ shared_teams: 'hr_teams' });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text }],
    });
    // A client remembers this, and shows what it was told of the open document.
    const whileOpen = await pull(atFirst.resultId);
    assert.deepEqual(whileOpen.items, []);
    client.folder.write(a, text);
    await client.close(a);
    assert.deepEqual(await pull(whileOpen.resultId), whileOpen);
  });

  it('end a waiting request when it is cancelled', async () => {
    const client = await start('');
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const params = { previousResultIds: [] };
    const request = client.connection.sendRequest('workspace/diagnostic', params, source.token);
    source.cancel();
    await assert.rejects(async () => request, /cancelled/);
  });
});
