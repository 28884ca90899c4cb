/** The card of a hover, and that nothing from a file can be more than text in it. */
import assert from 'node:assert/strict';
import { english } from '../../src/base/l10n';
import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import type { Card, DirectCard, ReferenceCard } from '../../src/features/card';
import { renderCard } from '../../src/lsp/hoverMarkdown';
import { markdown, plainText } from '../../src/lsp/markup';
import { fileUri } from './client';

const at = (file: string) => ({ file, place: { path: [] } });
const range = { start: { line: 11, character: 2 }, end: { line: 11, character: 9 } };
const render = (card: Card, markup = markdown): string =>
  renderCard(card, markup, english, ({ file }) => ({ uri: fileUri(file), range }));

const reference: ReferenceCard = {
  kind: 'reference',
  title: 'HR – Outlook – Service',
  logicalName: 'contoso_sharedoffice365_1a2b3',
  connector: { name: 'shared_office365', title: 'Office 365 Outlook', tier: 'Standard' },
  declaredIn: [{ solution: 'ContosoHR', version: '1.4.0', at: at('/repo/src/Other/Customizations.xml') }],
  environments: [
    {
      environment: 'dev',
      state: 'bound',
      connectionId: 'shared-office365-300cc200',
      at: at('/repo/settings/dev.json'),
    },
    { environment: 'prod', state: 'unbound', at: at('/repo/settings/prod.json') },
    { environment: 'test', state: 'token', connectionId: '#{connection.outlook}#', at: at('/repo/settings/test.json') },
    { environment: 'uat', state: 'missing', at: at('/repo/settings/uat.json') },
  ],
  flows: 4,
  steps: 11,
  apps: 0,
  variables: 0,
  agents: 1,
  sameConnection: [{ environment: 'dev', references: 2 }],
};

const direct: DirectCard = {
  kind: 'direct',
  key: 'shared_teams',
  connectionName: 'shared-teams-1b2c',
  connector: { name: 'shared_teams', title: 'Microsoft Teams', tier: 'Standard' },
  steps: 1,
};

describe('hover card', () => {
  it('of a reference', () => {
    assert.equal(
      shown(render(reference)),
      `HR – Outlook – Service · connection reference
contoso_sharedoffice365_1a2b3 · Office 365 Outlook (Standard) · ContosoHR 1.4.0 → file:///repo/src/Other/Customizations.xml#L12,3
Environment | Connection
dev | shared-office365-300cc200
prod | not bound (settings/prod.json → file:///repo/settings/prod.json#L12,3)
test | filled in by the pipeline: #{connection.outlook}#
uat | not listed in settings/uat.json → file:///repo/settings/uat.json#L12,3
Used by 4 flows (11 steps) and 1 agent · also bound to this connection in dev: 2 other references`,
    );
  });

  it('of a direct connection', () => {
    assert.equal(
      shown(render(direct)),
      `shared_teams · uses a connection directly
Connection shared-teams-1b2c · Microsoft Teams (Standard)
Used by 1 step`,
    );
  });

  it('of a direct connection in a flow package says why there is nothing to mend', () => {
    assert.match(
      shown(render({ ...direct, isPackaged: true })),
      /\nUsed by 1 step\nA flow package can hold no connection reference: .* Add the flow to a solution to use references\.$/,
    );
  });

  it('of a direct connection whose name the export left out', () => {
    const { connectionName, ...nameless } = direct;
    assert.ok(connectionName);
    assert.match(shown(render(nameless)), /Connection not named: an export leaves the name out/);
  });

  it('of a reference that a base solution gives', () => {
    const { title, ...untitled } = reference;
    assert.ok(title);
    const card: ReferenceCard = { ...untitled, declaredIn: [], givenBy: 'FinanceCore (1.9.0.0)', environments: [] };
    assert.match(shown(render(card)), /given by the base solution FinanceCore \(1\.9\.0\.0\)/);
  });

  it('tells once what several settings files of an environment say alike', () => {
    const rows = ['base', 'hr'].map((name) => ({
      environment: 'test',
      state: 'bound' as const,
      connectionId: 'shared-office365-300cc200',
      at: at(`/repo/${name}/test.json`),
    }));
    const other = { environment: 'test', state: 'unbound' as const, at: at('/repo/travel/test.json') };
    const text = shown(render({ ...reference, environments: [...rows, other] }));
    assert.deepEqual(text.split('\n').slice(3, -1), [
      'test | shared-office365-300cc200',
      'test | not bound (travel/test.json → file:///repo/travel/test.json#L12,3)',
    ]);
  });

  it('tells files of one name apart', () => {
    const environments = ['base', 'hr'].map((name) => ({
      environment: 'test',
      state: 'missing' as const,
      at: at(`/repo/${name}/config/deploymentSettings.json`),
    }));
    const text = render({ ...reference, environments }, plainText);
    assert.deepEqual(text.split('\n').slice(3, -2), [
      'test: not listed in base/config/deploymentSettings.json',
      'test: not listed in hr/config/deploymentSettings.json',
    ]);
  });

  it('in plain text for clients that show no Markdown', () => {
    const text = render(reference, plainText);
    assert.match(text, /^HR – Outlook – Service · connection reference/);
    assert.doesNotMatch(text, /[\\`*]|file:/);
  });

  const hostile = [
    '[click](command:workbench.action.terminal.new)',
    '![x](https://example.org/pixel.png)',
    '<img src=x onerror=alert(1)>',
    '<command:connref.refresh>',
    '`` ` `` **bold** _it_ ~~gone~~',
    'https://example.org www.example.org someone@example.org mailto:a@b.cd',
    'a | b | c\n|---|\n# heading\n- list\n\n    code',
    '&lt;b&gt; &#91;x&#93;(y) &amp;',
    '\\',
    '\\|`',
    ' ',
    '',
    '$(alert) $(sync~spin)',
    '[x]: https://example.org',
    'right\u202eto left\u0000',
    'https://example.org/\\[x](y)',
    '---',
  ];
  for (const name of hostile) {
    it(`shows ${JSON.stringify(name)} as text`, () => {
      checkIsText(withNames(name));
      checkIsText({ ...direct, key: name, connectionName: name, connector: { name, title: name } });
    });
  }

  it('shows any names as text', () => {
    const pieces = fc.constantFrom(
      ...hostile,
      '|',
      '`',
      '\\',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '\n',
      '\r\n',
      '*',
      'x',
      ' ',
      '-',
      '_',
      '1',
      '=',
      '#',
      '+',
      "'",
      ';',
      '&',
      ':',
      '/',
      '.',
      '@',
    );
    const names = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(names, (name) => checkIsText(withNames(name))),
      { numRuns: 1500 },
    );
  });
});

function withNames(name: string): ReferenceCard {
  return {
    ...reference,
    title: name,
    logicalName: name,
    connector: { name, title: name },
    declaredIn: [{ solution: name, version: name, at: at(`/repo/${name}/Customizations.xml`) }],
    environments: reference.environments.map((row) => ({
      ...row,
      environment: name,
      ...(row.connectionId !== undefined && { connectionId: name }),
      at: at(`/repo/settings/${name}.json`),
    })),
    sameConnection: [{ environment: name, references: 1 }],
  };
}

/** Links to our own files, and none of the rest; the table keeps its shape. */
function checkIsText(card: Card): void {
  const source = render(card);
  const tokens = parse(source);
  const types = new Set(tokens.map(({ type }) => type));
  for (const type of types) assert.ok(ownTypes.has(type), `${type} in ${JSON.stringify(source)}`);
  const links = tokens.filter(({ type }) => type === 'link_open');
  for (const link of links) assert.match(String(link.attrGet('href')), /^file:\/\/\/repo\/[^\s]*#L12,3$/);
  if (card.kind === 'direct') return;
  assert.equal(links.length, card.declaredIn.length + 2, source);
  assert.equal(tokens.filter(({ type }) => type === 'tr_open').length, 1 + card.environments.length, source);
  assert.equal(tokens.filter(({ type }) => type === 'td_open').length, 2 * card.environments.length, source);
  assert.equal(tokens.filter(({ type }) => type === 'paragraph_open').length, 2, source);
}

const ownTypes = new Set([
  ...['inline', 'text', 'softbreak', 'hardbreak', 'code_inline', 'paragraph_open', 'paragraph_close'],
  ...['strong_open', 'strong_close', 'link_open', 'link_close'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'].flatMap((name) => [`${name}_open`, `${name}_close`]),
]);

/** As lenient as an editor could be: HTML, any target of a link, and addresses in the text become links. */
function parse(source: string): Token[] {
  const parser = new MarkdownIt({ html: true, linkify: true });
  parser.validateLink = () => true;
  const tokens = parser.parse(source, {});
  return tokens.flatMap((token) => [token, ...(token.children ?? [])]);
}

/** What a person reads, with the targets of links. */
function shown(source: string): string {
  let target = '';
  const text = parse(source).map((token) => {
    if (token.type === 'link_open') target = String(token.attrGet('href'));
    if (token.type === 'link_close') return ` → ${target}`;
    if (token.type === 'th_close' || token.type === 'td_close') return ' | ';
    if (token.type === 'tr_close' || token.type === 'paragraph_close' || token.type === 'hardbreak') return '\n';
    return token.type === 'text' || token.type === 'code_inline' ? token.content : '';
  });
  return text.join('').replace(/ \| $/gm, '').trim();
}
