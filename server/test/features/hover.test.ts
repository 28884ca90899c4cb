import assert from 'node:assert/strict';
import type { AnyCard } from '../../src/features/about';
import type { ReferenceCard } from '../../src/features/card';
import { hoverAt } from '../../src/features/hover';
import type { ThingCard } from '../../src/features/thingCard';
import type { Workspace } from '../../src/host/workspace';
import { customizationsXml, flowText, openContoso, openFixture, settingsText, solutionXml, textAt } from '../engine';

/** What is told where `$0` stands; the `⟦…⟧` of that file is what it is told of. Undefined where nothing is told. */
function hover(source: string): { card: AnyCard; workspace: Workspace } | undefined {
  const { workspace, fixture } = openFixture(source);
  assert.ok(fixture.cursor);
  const { file, offset } = fixture.cursor;
  const found = hoverAt(workspace.snapshot, workspace.documents, file, offset);
  const [span] = fixture.spans.get(file) ?? [];
  assert.deepEqual(found && { start: found.span.start, end: found.span.end }, span);
  return found && { card: found.card, workspace };
}

/** A card as lines: the heading, where it is declared, its environments, who uses it. */
function describeCard(card: AnyCard): string[] {
  if (card.kind !== 'reference' && card.kind !== 'direct') return describeThing(card);
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

/** The same for other things: what it is, then what is known. */
function describeThing(card: ThingCard): string[] {
  const solutions = (items: readonly { solution: string }[]): string[] => items.map(({ solution }) => `in ${solution}`);
  switch (card.kind) {
    case 'connector': {
      const { connector, customIn, references, directFlows, takesServicePrincipals } = card;
      return [
        `connector ${connector.name}: ${[connector.title, connector.tier ?? ''].join(' ').trim()}`,
        ...(takesServicePrincipals ? ['service principals'] : []),
        ...solutions(customIn),
        `${references} references, ${directFlows} direct`,
      ];
    }
    case 'connection':
      return [
        `connection ${card.id}: ${card.connectors.map(({ title }) => title).join()}`,
        ...card.bound.map(({ environment, title }) => `${environment}: ${title}`),
      ];
    case 'flow':
      return [
        `flow ${card.name} in ${card.solution ?? 'no solution'}`,
        ...card.connections.map(({ key, reference }) => `${key}: ${reference ?? 'direct'}`),
      ];
    case 'environment': {
      const { bound, token, unbound, missing } = card.states;
      return [
        `environment ${card.name} of ${card.solutions.join()}`,
        ...card.files.map(({ file }) => file),
        `${bound} bound, ${token} tokens, ${unbound} unbound, ${missing} missing`,
      ];
    }
    case 'variable':
      return [
        `variable ${card.schemaName}${card.lacksValue ? ' without a value' : ''}`,
        ...solutions(card.declaredIn),
        ...card.environments.map(({ environment, isListed }) => `${environment}: ${isListed ? 'listed' : 'missing'}`),
        `${card.flows} flows`,
      ];
  }
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

  it('in settings: logical name, and a connection that a pipeline fills in', () => {
    const settings = `//- /settings/prod.json\n${settingsText({ contoso_TEAMS: 'x-1' })}\n`;
    const expected = [...card, 'prod: bound x-1', '0 flows, 0 steps, 0 apps, 0 agents'];
    checkHover(declaration + settings.replace('contoso_TEAMS', '⟦contoso_TE$0AMS⟧'), ...expected);
    checkHover(
      declaration + settings.replace('x-1', '⟦$(Te$0ams)⟧').replace('contoso_TEAMS', 'contoso_teams'),
      ...card,
      'prod: token $(Teams)',
      '0 flows, 0 steps, 0 apps, 0 agents',
    );
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

describe('a hover explains a connector', () => {
  const known = ['connector shared_teams: Microsoft Teams Standard'];
  const flow = `//- /Workflows/Notify.json\n${flowText('{ "k": { "connection": {}, "api": { "name": "shared_teams" } } }', teamsStep)}\n`;

  it('in an entry, with the references and the direct uses', () => {
    checkHover(flow.replace('shared_teams', '⟦shared$0_teams⟧') + declaration, ...known, '1 references, 1 direct');
  });

  it('in the id of a step', () => {
    const step = teamsStep.replace(
      '"connectionName"',
      '"apiId": "/providers/Microsoft.PowerApps/apis/⟦shared$0_teams⟧", "connectionName"',
    );
    checkHover(`//- /Workflows/Notify.json\n${flowText(bound, step)}\n`, ...known, '0 references, 0 direct');
  });

  it('in its declaration and in settings', () => {
    const id = 'apis/shared_teams';
    checkHover(declaration.replace(id, 'apis/⟦$0shared_teams⟧'), ...known, '1 references, 0 direct');
    checkHover(
      `${declaration}//- /settings/prod.json\n${settingsText({ contoso_teams: '' }).replace(id, 'apis/⟦shared_teams$0⟧')}\n`,
      ...known,
      '1 references, 0 direct',
    );
  });

  it('in the lists of a configuration, with and without its beginning', () => {
    for (const name of ['shared_sql', 'sql']) {
      checkHover(
        `//- /connref.json\n{ "connectors": { "block": ["⟦s$0${name.slice(1)}⟧"] } }\n`,
        'connector shared_sql: SQL Server Premium',
        'service principals',
        '0 references, 0 direct',
      );
    }
  });

  it('of a solution, by its display name', () => {
    const custom = `//- /Connectors/contoso_orders.xml
<Connector><name>contoso_5Forders</name><displayname>Orders</displayname></Connector>
`;
    const name = 'shared_contoso-5forders-5f7fc9343cf45734fe';
    checkHover(
      custom + flow.replace('"shared_teams"', `"⟦$0${name}⟧"`),
      `connector ${name}: Orders`,
      'in Fixture',
      '0 references, 1 direct',
    );
  });
});

describe('a hover explains other things', () => {
  it('a connection, with what is bound to it in each environment', () => {
    const settings = (name: string, text: string): string => `//- /settings/${name}.json\n${text}\n`;
    checkHover(
      declaration +
        settings('prod', settingsText({ contoso_teams: '⟦x-$01⟧', other: 'x-1' })) +
        settings('test', settingsText({ other: 'x-1', third: 'x-2' })),
      'connection x-1: Microsoft Teams',
      'prod: HR – Teams',
      'prod: other',
      'test: other',
    );
  });

  it('a child flow, with its connections', () => {
    const guid = '54d0e178-3dea-491c-bc26-17299ad999b0';
    const call = `{ "Call": { "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "⟦54d$0${guid.slice(3)}⟧" } } } }`;
    checkHover(
      `//- /Workflows/Parent.json
${flowText('{}', call)}
//- /Workflows/Child-${guid.toUpperCase()}.json
${flowText(bound.replace(/}\s*}$/, '}, "d": { "connection": {} } }').replace('"api"', '"api"'))}
${declaration}`,
      'flow Child in Fixture',
      'k: HR – Teams',
      'd: direct',
    );
  });

  it('an environment in the configuration', () => {
    checkHover(
      `${declaration}//- /connref.json
{ "environments": [{ "name": "⟦pr$0od⟧", "files": "settings/*.json" }] }
//- /settings/a.json
${settingsText({ contoso_teams: 'x', other: '', third: '$(T)' })}
//- /settings/b.json
${settingsText({ other: 'y' })}
`,
      'environment prod of Fixture',
      '/settings/a.json',
      '/settings/b.json',
      '2 bound, 1 tokens, 1 unbound, 1 missing',
    );
  });

  it('an environment variable, where it is given a value, declared and read', () => {
    const variable = `//- /environmentvariabledefinitions/contoso_Mailbox/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="contoso_Mailbox" />
`;
    const settings = '{ "EnvironmentVariables": [{ "SchemaName": "contoso_MAILBOX", "Value": "" }] }';
    const flow = `//- /Workflows/Read.json
{ "properties": { "definition": { "parameters": { "Mailbox": { "metadata": { "schemaName": "contoso_Mailbox" } } }, "actions": {} } } }
`;
    const files = `//- /settings/prod.json\n${settings}\n//- /settings/test.json\n{ "EnvironmentVariables": [] }\n`;
    const expected = [
      'variable contoso_Mailbox without a value',
      'in Fixture',
      'prod: listed',
      'test: missing',
      '1 flows',
    ];
    checkHover(variable + flow + files.replace('contoso_MAILBOX', '⟦conto$0so_MAILBOX⟧'), ...expected);
    checkHover(variable + flow.replace('"contoso_Mailbox"', '"⟦$0contoso_Mailbox⟧"') + files, ...expected);
    checkHover(variable.replace('="contoso_Mailbox"', '="⟦contoso_Mail$0box⟧"') + flow + files, ...expected);
  });
});

describe('a hover is silent', () => {
  const flow = (entries: string, step = teamsStep): string =>
    `//- /Workflows/Notify.json\n${flowText(entries, step)}\n`;
  for (const [where, source] of Object.entries({
    'on the GUID of a flow that is not here': flow(
      '{}',
      '{ "Call": { "inputs": { "host": { "workflowReferenceName": "54d0$0e178-3dea-491c-bc26-17299ad999b0" } } } }',
    ),
    'beside names': flow(bound.replace('"api"', '$0"api"')),
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
