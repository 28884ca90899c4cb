/** The server in another language: one that is made up, in which each text stands between brackets. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CodeLens } from 'vscode-languageserver/node';
import {
  importOrderMethod,
  needsMethod,
  type ImportOrderResult,
  type NeedsParams,
  type NeedsResult,
} from '../../src/lsp/protocol';
import { projectRoot } from '../cli/commandLine';
import { TestClient } from './client';
import { Folder } from './folder';
import { flow, solution } from './samples';

const bundle = JSON.parse(readFileSync(path.join(projectRoot, 'l10n', 'bundle.l10n.json'), 'utf8')) as Readonly<
  Record<string, string>
>;
const texts = Object.fromEntries(Object.keys(bundle).map((text) => [text, `⟦${text}⟧`]));
const file = '/src/Workflows/A.json';
const customizations = '/src/Other/Customizations.xml';
const source =
  solution('/src', 'HR', { hr_teams: 'shared_teams', hr_outlook: 'shared_office365' }) +
  flow(file, { teams: 'hr_teams', outlook: undefined }) +
  `
//- /settings/prod.json
{ "EnvironmentVariables": [], "ConnectionReferences": [
  { "LogicalName": "hr_teams", "ConnectionId": "", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams" }
] }
`;

describe('the server in another language', () => {
  let folder: Folder;
  let client: TestClient;

  before(async () => {
    folder = new Folder(source);
    client = await TestClient.start(folder, { initializationOptions: { texts, hasCommands: true } });
  });

  after(async () => {
    const { errors } = client;
    await client.stop();
    folder.dispose();
    assert.deepEqual(errors, []);
  });

  it('says code lenses in it', async () => {
    const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: folder.uri(customizations) },
    });
    const titles = lenses.map(({ command }) => command?.title ?? '');
    assert.ok(titles.includes('⟦Not bound in prod⟧'), titles.join('\n'));
    for (const title of titles) assert.match(title, /^⟦.*⟧$/);
  });

  it('says hovers in it, but for the names', async () => {
    const { contents } = (await client.hover(file, 'hr_teams')) ?? {};
    const text = (contents as { readonly value: string }).value;
    assert.match(text, /· ⟦connection reference⟧/);
    assert.match(text, /⟦Used by ⟦1 flow⟧ \(⟦1 step⟧\)⟧/);
    assert.match(text, /\| ⟦Environment⟧ \| ⟦Connection⟧ \|/);
    assert.deepEqual(wordsOutside(text), []);
    const connector = (await client.hover(customizations, 'shared_teams'))?.contents as { readonly value: string };
    assert.deepEqual(wordsOutside(connector.value), []);
  });

  it('says what a solution needs, and the order of imports, in it', async () => {
    const params: NeedsParams = { uri: folder.uri(file), scope: 'solution', environment: 'prod' };
    const needs = await client.connection.sendRequest<NeedsResult>(needsMethod, params);
    assert.match(needs?.markdown ?? '', /^# ⟦Connections for HR in prod⟧$/m);
    assert.match(needs?.markdown ?? '', /⟦not bound: the settings name no connection⟧/);
    assert.deepEqual(wordsOutside(needs?.markdown ?? '', 'Outlook.+?com', 'HR shared.+?teams'), []);
    const order = await client.connection.sendRequest<ImportOrderResult>(importOrderMethod);
    assert.match(order.markdown, /^# ⟦Order of imports⟧$/m);
    assert.deepEqual(wordsOutside(order.markdown), []);
  });

  it('says the titles of code actions in it, but for what rules say', async () => {
    const offered = (await client.codeActions(customizations, 'hr_teams')).map(({ title }) => title);
    assert.ok(offered.includes('⟦Bind in an environment…⟧'), offered.join('\n'));
    const rest = (await client.codeActions(file, '"outlook"')).map(({ title }) => title);
    assert.ok(rest.includes("⟦Explain 'use-connection-references'⟧"), rest.join('\n'));
    assert.ok(rest.includes("⟦Suppress 'use-connection-references' for this file…⟧"), rest.join('\n'));
  });
});

/** Words of English that are neither in brackets nor within markup of a name. */
function wordsOutside(markdown: string, ...names: readonly string[]): string[] {
  let text = markdown;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  }
  const markup = /\*\*[^*]*\*\*|`[^`]*`|\[[^\]]*\]\([^)]*\)|<br>/g;
  const known = new RegExp(['Microsoft Teams', 'Standard', 'prod', ...names].join('|'), 'g');
  return (
    text
      .replace(markup, '')
      .replace(known, '')
      .match(/\p{L}{2,}/gu) ?? []
  );
}
