import assert from 'node:assert/strict';
import type { Card, ReferenceCard } from '../../src/features/card';
import { hoverAt } from '../../src/features/hover';
import type { Workspace } from '../../src/host/workspace';
import { customizationsXml, flowText, openContoso, openFixture, settingsText, solutionXml, textAt } from '../engine';

/** What is told where `$0` stands; the `⟦…⟧` of that file is what it is told of. Undefined where nothing is told. */
function hover(source: string): { card: Card; workspace: Workspace } | undefined {
  const { workspace, fixture } = openFixture(source);
  assert.ok(fixture.cursor);
  const { file, offset } = fixture.cursor;
  const found = hoverAt(workspace.snapshot, workspace.documents, file, offset);
  const [span] = fixture.spans.get(file) ?? [];
  assert.deepEqual(found && { start: found.span.start, end: found.span.end }, span);
  return found && { card: found.card, workspace };
}

/** A card as lines: the heading, where it is declared, its environments, who uses it. */
function describeCard(card: Card): string[] {
  if (card.kind === 'direct') {
    const { key, connectionName, connector, steps } = card;
    return [`direct ${key}: ${connectionName ?? 'no name'}, ${connector?.title ?? 'no connector'}, ${steps} steps`];
  }
  const { title, logicalName, connector, declaredIn, givenBy, environments, sameConnection } = card;
  const { flows, steps, apps, agents } = card;
  return [
    `${title ?? '-'} (${logicalName}), ${[connector?.title ?? 'no connector', connector?.tier ?? ''].join(' ').trim()}`,
    ...declaredIn.map(({ solution, version }) => `declared in ${solution} ${version ?? ''}`.trim()),
    ...(givenBy === undefined ? [] : [`given by ${givenBy}`]),
    ...environments.map(
      ({ environment, state, connectionId }) => `${environment}: ${[state, connectionId ?? ''].join(' ').trim()}`,
    ),
    ...sameConnection.map(({ environment, references }) => `${environment}: shared with ${references}`),
    `${flows} flows, ${steps} steps, ${apps} apps, ${agents} agents`,
  ];
}

/** Checks what is told where `$0` stands, and that it is told of the `⟦…⟧` around it. */
function checkHover(source: string, ...expected: readonly string[]): void {
  const found = hover(source);
  assert.deepEqual(found ? describeCard(found.card) : [], expected);
}

const teamsStep = '{ "Post": { "inputs": { "host": { "connectionName": "k" } } } }';
const bound =
  '{ "k": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } }';
const declaration = `//- /Other/Customizations.xml
${customizationsXml({ name: 'Contoso_Teams', connector: 'shared_teams', title: 'HR – Teams' })}
`;
const card = ['HR – Teams (Contoso_Teams), Microsoft Teams Standard', 'declared in Fixture 1.0.0.0'];

describe('a hover explains a reference', () => {
  const flow = `//- /Workflows/Notify.json\n${flowText(bound, teamsStep)}\n`;
  const inFlow = `//- /Workflows/Notify.json\n${flowText(bound.replace('"contoso_teams"', '"⟦conto$0so_teams⟧"'), teamsStep)}\n`;

  it('in a flow', () => {
    checkHover(inFlow + declaration, ...card, '1 flows, 1 steps, 0 apps, 0 agents');
  });

  it('at its first and behind its last character', () => {
    checkHover(
      inFlow.replace('conto$0so_teams', '$0contoso_teams') + declaration,
      ...card,
      '1 flows, 1 steps, 0 apps, 0 agents',
    );
    checkHover(
      inFlow.replace('conto$0so_teams⟧', 'contoso_teams$0⟧') + declaration,
      ...card,
      '1 flows, 1 steps, 0 apps, 0 agents',
    );
  });

  it('in its declaration: logical name and display name', () => {
    checkHover(
      flow + declaration.replace('Contoso_Teams', '⟦Con$0toso_Teams⟧'),
      ...card,
      '1 flows, 1 steps, 0 apps, 0 agents',
    );
    checkHover(
      flow + declaration.replace('HR – Teams', '⟦HR –$0 Teams⟧'),
      ...card,
      '1 flows, 1 steps, 0 apps, 0 agents',
    );
  });

  it('in settings: logical name and connection', () => {
    const settings = `//- /settings/prod.json\n${settingsText({ contoso_TEAMS: 'x-1' })}\n`;
    const expected = [...card, 'prod: bound x-1', '0 flows, 0 steps, 0 apps, 0 agents'];
    checkHover(declaration + settings.replace('contoso_TEAMS', '⟦contoso_TE$0AMS⟧'), ...expected);
    checkHover(declaration + settings.replace('x-1', '⟦x-$01⟧'), ...expected);
  });

  it('in an empty connection of settings', () => {
    const settings = settingsText({ contoso_teams: '' }).replace('"ConnectionId": ""', '"ConnectionId": ⟦"$0"⟧');
    checkHover(
      `${declaration}//- /settings/prod.json\n${settings}\n`,
      ...card,
      'prod: unbound',
      '0 flows, 0 steps, 0 apps, 0 agents',
    );
  });

  it('in a canvas app, each name by itself', () => {
    const app = `//- /CanvasApps/app.meta.xml
<CanvasApp><Name>App</Name><ConnectionReferences>{"1":{"xrmConnectionReferenceLogicalName":"contoso_teams_2"},"2":{"xrmConnectionReferenceLogicalName":"⟦contoso_te$0ams⟧"}}</ConnectionReferences></CanvasApp>
`;
    checkHover(app + declaration, ...card, '0 flows, 0 steps, 1 apps, 0 agents');
  });

  it('in an agent, which counts once', () => {
    const use = (name: string): string =>
      `<botcomponent_connectionreference botcomponentid.schemaname="contoso_bot.topic.x" connectionreferenceid.connectionreferencelogicalname="${name}" />`;
    checkHover(
      `//- /Assets/botcomponent_connectionreferenceset.xml
<botcomponent_connectionreferenceset>${use('contoso_teams')}${use('⟦$0contoso_teams⟧')}</botcomponent_connectionreferenceset>
${declaration}`,
      ...card,
      '0 flows, 0 steps, 0 apps, 1 agents',
    );
  });

  it('on a key of an entry', () => {
    checkHover(
      `//- /Workflows/Notify.json\n${flowText(bound.replace('"k"', '"⟦$0k⟧"'), teamsStep)}\n${declaration}`,
      ...card,
      '1 flows, 1 steps, 0 apps, 0 agents',
    );
  });

  it('on a key in a step, in every form', () => {
    for (const host of [
      '"connectionName": "⟦$0k⟧"',
      '"connectionReferenceName": "⟦k$0⟧"',
      `"connection": { "name": "@parameters('$connections')['⟦$0k⟧']['connectionId']" }`,
    ]) {
      checkHover(
        `//- /Workflows/Notify.json\n${flowText(bound, `{ "Post": { "inputs": { "host": { ${host} } } } }`)}\n${declaration}`,
        ...card,
        '1 flows, 1 steps, 0 apps, 0 agents',
      );
    }
  });

  it('that nobody declares, by what its uses tell', () => {
    checkHover(inFlow, '- (contoso_teams), Microsoft Teams Standard', '1 flows, 1 steps, 0 apps, 0 agents');
    checkHover(
      `//- /settings/prod.json\n${settingsText({ '⟦co$0ntoso_teams⟧': '$(Teams)' })}\n`,
      '- (contoso_teams), Microsoft Teams Standard',
      'prod: token $(Teams)',
      '0 flows, 0 steps, 0 apps, 0 agents',
    );
  });

  it('that a base solution gives', () => {
    checkHover(
      `${inFlow}//- /Other/Solution.xml\n${solutionXml('HR', { name: 'contoso_teams', solution: 'Base (2.0)' })}\n`,
      '- (contoso_teams), Microsoft Teams Standard',
      'given by Base',
      '1 flows, 1 steps, 0 apps, 0 agents',
    );
  });
});

describe('a hover tells of environments', () => {
  const names = ['a', 'b', 'c'];
  const references = customizationsXml(...names.map((name) => ({ name, connector: 'shared_teams' })));
  const workspace = (...files: readonly string[]): string =>
    `//- /Other/Customizations.xml\n${references.replace('"a"', '"⟦$0a⟧"')}\n${files.map((file) => `//- ${file}\n`).join('')}`;
  const heading = ['- (a), Microsoft Teams Standard', 'declared in Fixture 1.0.0.0'];
  const nobody = '0 flows, 0 steps, 0 apps, 0 agents';

  it('bound, filled in, not bound and missing, in order of their names', () => {
    checkHover(
      workspace(
        `/settings/prod.json\n${settingsText({ a: '' })}`,
        `/settings/dev.json\n${settingsText({ a: 'x' })}`,
        `/settings/test.json\n${settingsText({ a: '#{a}#' })}`,
        `/settings/Uat.json\n${settingsText({ b: 'x' })}`,
      ),
      ...heading,
      'dev: bound x',
      'prod: unbound',
      'test: token #{a}#',
      'Uat: missing',
      nobody,
    );
  });

  it('and of other references with the same connection there', () => {
    checkHover(
      workspace(
        `/settings/prod.json\n${settingsText({ a: 'x', b: 'x', c: 'x', A: 'x' })}`,
        `/settings/dev.json\n${settingsText({ a: 'x', b: 'y' })}`,
        `/settings/test.json\n${settingsText({ a: '#{t}#', b: '#{t}#' })}`,
      ),
      ...heading,
      'dev: bound x',
      'prod: bound x',
      'prod: bound x',
      'test: token #{t}#',
      'prod: shared with 2',
      nobody,
    );
  });

  it('of its own solutions only', () => {
    const { workspace: opened } = openFixture(`//- /hr/Other/Solution.xml
${solutionXml('HR')}
//- /hr/Other/Customizations.xml
${references}
//- /hr/prod.json
${settingsText({ b: 'x' })}
//- /travel/Other/Solution.xml
${solutionXml('Travel')}
//- /travel/prod.json
${settingsText({})}
`);
    const offset = references.indexOf('"a"') + 1;
    const found = hoverAt(opened.snapshot, opened.documents, '/hr/Other/Customizations.xml', offset);
    assert.deepEqual(found && describeCard(found.card).slice(2), ['prod: missing', nobody]);
  });

  it('with places that lead there', () => {
    const found = hover(workspace(`/settings/prod.json\n${settingsText({ b: 'x', a: 'y' })}`));
    assert.ok(found?.card.kind === 'reference');
    const { environments, declaredIn } = found.card;
    assert.deepEqual(
      [...environments, ...declaredIn].map(({ at }) => `${at.file}: ${textAt(found.workspace, at)}`),
      ['/settings/prod.json: y', '/Other/Customizations.xml: a'],
    );
  });
});

describe('a hover explains a direct connection', () => {
  it('with its name, its connector and its steps', () => {
    checkHover(
      `//- /Workflows/Notify.json\n${flowText('{ "⟦$0k⟧": { "connection": { "name": "shared-teams-1b2c" }, "api": { "name": "shared_teams" } } }', teamsStep)}\n`,
      'direct k: shared-teams-1b2c, Microsoft Teams, 1 steps',
    );
  });

  it('without a name, in a step', () => {
    checkHover(
      `//- /Workflows/Notify.json\n${flowText('{ "k": { "connection": {} } }', teamsStep.replace('"k"', '"⟦$0k⟧"'))}\n`,
      'direct k: no name, no connector, 1 steps',
    );
  });
});

describe('a hover is silent', () => {
  const flow = (entries: string, step = teamsStep): string =>
    `//- /Workflows/Notify.json\n${flowText(entries, step)}\n`;
  for (const [where, source] of Object.entries({
    'beside names': flow(bound.replace('"api"', '$0"api"')),
    'on the name of a connector': flow(bound.replace('"shared_teams"', '"shared$0_teams"')),
    'in the rest of an expression': flow(
      bound,
      `{ "Post": { "inputs": { "host": { "connection": { "name": "@para$0meters('$connections')['k']['connectionId']" } } } } }`,
    ),
    'on a key that the flow does not have': flow('{}', teamsStep.replace('"k"', '"$0k"')),
    'on the name of an attribute': declaration.replace(
      'connectionreferencelogicalname',
      'connectionreference$0logicalname',
    ),
    'in other files': '//- /package.json\n{ "na$0me": "x" }\n',
  })) {
    it(where, () => {
      checkHover(source);
    });
  }
});

describe('the card of the sample', () => {
  it("tells of 'HR – Dataverse – Service Principal' what the README tells", () => {
    const { snapshot, documents, texts } = openContoso();
    const { file = '', at } =
      snapshot
        .declarationsOf('contoso_sharedcommondataserviceforapps_7f3e1')
        .map((declared) => ({ file: declared.at.file, at: declared }))[0] ?? {};
    assert.ok(at);
    const offset = (texts.text(file) ?? '').indexOf('contoso_sharedcommondataserviceforapps_7f3e1');
    const found = hoverAt(snapshot, documents, file, offset);
    const { environments, ...card } = found?.card as ReferenceCard;
    assert.deepEqual(
      environments.map(({ environment, state }) => `${environment} ${state}`),
      ['prod bound', 'test bound'],
    );
    assert.deepEqual(describeCard({ ...card, environments: [] }), [
      'HR – Dataverse – Service Principal (contoso_sharedcommondataserviceforapps_7f3e1), Microsoft Dataverse Premium',
      'declared in ContosoHR 1.4.0.12',
      'test: shared with 1',
      '4 flows, 9 steps, 0 apps, 0 agents',
    ]);
  });
});
