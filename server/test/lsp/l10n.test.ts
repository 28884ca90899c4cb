/** The server in another language: one that is made up, in which each text stands between brackets. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CodeLens, DocumentSymbol } from 'vscode-languageserver/node';
import {
  importOrderMethod,
  needsMethod,
  refactorMethod,
  treeChildrenMethod,
  type ImportOrderResult,
  type NeedsParams,
  type NeedsResult,
  type RefactorResult,
  type TreeChildrenParams,
  type TreeNode,
} from '../../src/lsp/protocol';
import type { RefactorRequest } from '../../src/refactor/request';
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

  for (const grouping of ['connector', 'solution', 'flow', 'environment'] as const) {
    it(`says the tree by ${grouping} in it, but for the names`, async () => {
      const nodes = await wholeTree(client, { grouping, sort: 'use' });
      const said = nodes.flatMap(({ label, description, tooltip }) => [label, description ?? '', tooltip ?? '']);
      assert.deepEqual(wordsOutside(said.join('\n'), ...namesInTree), []);
      assert.ok(said.some((text) => /⟦\d+ problems?⟧/.test(text)));
    });
  }

  it('says in it why a refactoring is refused, what it is called and what each edit is for', async () => {
    const ask = (request: RefactorRequest): Promise<RefactorResult> =>
      client.connection.sendRequest(refactorMethod, { request });
    const refused = await ask({ kind: 'merge', into: 'hr_teams', from: ['hr_outlook'] });
    assert.equal(refused.refused, "⟦'hr_outlook' and 'hr_teams' are references of different connectors.⟧");
    const gone = await ask({ kind: 'rename', from: 'nobody', to: 'hr_x' });
    assert.equal(gone.refused, "⟦Nothing here is named 'nobody'.⟧");
    const done = await ask({ kind: 'rename', from: 'hr_teams', to: 'x_teams' });
    assert.equal(done.title, "⟦Rename 'hr_teams' to 'x_teams'⟧");
    assert.ok(done.edit);
  });

  it('says outlines in it, but for the names', async () => {
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: folder.uri(file) },
    });
    const names = symbols.map(({ name }) => name);
    assert.deepEqual(names, ['⟦Connections⟧', 'teams', 'outlook', '⟦Actions⟧', 'Call teams', 'Call outlook']);
  });

  it('says the titles of code actions in it', async () => {
    const offered = (await client.codeActions(customizations, 'hr_teams')).map(({ title }) => title);
    assert.ok(offered.includes('⟦Bind in an environment…⟧'), offered.join('\n'));
    const rest = (await client.codeActions(file, '"outlook"')).map(({ title }) => title);
    assert.ok(rest.includes('⟦Create connection reference…⟧'), rest.join('\n'));
    assert.ok(rest.includes("⟦Explain 'use-connection-references'⟧"), rest.join('\n'));
    assert.ok(rest.includes("⟦Suppress 'use-connection-references' for this file…⟧"), rest.join('\n'));
  });

  it('says findings in it', async () => {
    await client.open(file);
    const told = client.diagnostics(file).find(({ code }) => code === 'use-connection-references');
    const message = told?.message;
    assert.ok(typeof message === 'string');
    assert.match(message, /^⟦Use connection references\. .* ⟦1 step uses it\.⟧⟧$/);
  });
});

const namesInTree = [
  '^\\S*settings/.*',
  'HR shared.+?(teams|office365)',
  'hr.(teams|outlook)',
  'shared.(teams|office365)',
  'Office 365 Outlook',
  'Outlook.+?com',
  '(teams|outlook)',
  'Call \\w+',
  'HR',
  'A$',
];

/** All nodes from the top down. */
async function wholeTree(client: TestClient, params: TreeChildrenParams): Promise<TreeNode[]> {
  const nodes = await client.connection.sendRequest<TreeNode[]>(treeChildrenMethod, params);
  const below = await Promise.all(
    nodes.filter(({ hasChildren }) => hasChildren).map(({ id }) => wholeTree(client, { ...params, id })),
  );
  return [...nodes, ...below.flat()];
}

/** Words of English that are neither in brackets nor within markup of a name. */
function wordsOutside(markdown: string, ...names: readonly string[]): string[] {
  let text = markdown;
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  }
  const markup = /\*\*[^*]*\*\*|`[^`]*`|\[[^\]]*\]\([^)]*\)|<br>/g;
  const known = new RegExp(['Microsoft Teams', 'Standard', 'prod', ...names].join('|'), 'gm');
  return (
    text
      .replace(markup, '')
      .replace(known, '')
      .match(/\p{L}{2,}/gu) ?? []
  );
}
