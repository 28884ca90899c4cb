import assert from 'node:assert/strict';
import { applyEdits } from '../../src/base/textEdit';
import { completionsAt, type Completion } from '../../src/features/completion';
import { customizationsXml, flowText, openFixture, settingsText, solutionXml } from '../engine';

interface Offered {
  readonly labels: readonly string[];
  readonly items: readonly Completion[];
  /** The line around the cursor once an item is chosen; of an entry, all lines of it. */
  readonly choose: (label: string) => string;
}

/** What is offered where `$0` stands. */
function offer(source: string): Offered {
  const { workspace, fixture } = openFixture(source);
  assert.ok(fixture.cursor);
  const { file, offset } = fixture.cursor;
  const { snapshot, documents, texts } = workspace;
  const found = completionsAt(snapshot, documents, file, offset);
  const items = found?.items ?? [];
  if (found) assert.ok(found.span.start <= offset && offset <= found.span.end, 'the cursor lies in the span');
  return {
    items,
    labels: items.map(({ label }) => label),
    choose: (label) => {
      const item = items.find((candidate) => candidate.label === label);
      assert.ok(found && item, `Offered: ${items.map((one) => one.label).join(', ')}`);
      const text = texts.text(file) ?? '';
      return applyEdits(text, [{ span: found.span, newText: item.newText }, ...(item.before ? [item.before] : [])]);
    },
  };
}

function checkLabels(source: string, ...expected: readonly string[]): void {
  assert.deepEqual(offer(source).labels, expected);
}

/** Chooses the item, and checks the whole text of the file. */
function checkChoice(source: (typed: string) => string, typed: string, label: string, expected: string): void {
  const text = source(expected);
  assert.equal(offer(source(typed)).choose(label), text.slice(text.indexOf('\n') + 1));
}

const id = (name: string): string => `/providers/Microsoft.PowerApps/apis/${name}`;

describe('completion of connection keys', () => {
  const entries = `{ "sql": { "connection": {}, "api": { "name": "shared_sql" } },
    "it's": { "connection": { "connectionReferenceLogicalName": "hr_teams" }, "api": { "name": "shared_teams" } } }`;
  const declared = `//- /Other/Customizations.xml\n${customizationsXml({ name: 'hr_teams', connector: 'shared_teams', title: 'HR – Teams' })}\n`;
  const inHost = (host: string): string =>
    `//- /Workflows/A.json\n${flowText(entries, `{ "Post": { "inputs": { "host": { ${host} } } } }`)}`;

  it("offers the flow's keys, with what they stand for", () => {
    const { items } = offer(`${declared}${inHost('"connectionName": "$0"')}`);
    assert.deepEqual(
      items.map(({ label, detail }) => `${label}: ${detail ?? ''}`),
      ['sql: uses a connection directly · SQL Server', "it's: HR – Teams · Microsoft Teams"],
    );
  });

  it("offers those of the step's connector first", () => {
    checkLabels(inHost(`"connectionName": "$0", "apiId": "${id('shared_Teams')}"`), "it's", 'sql');
  });

  it('offers them in the form of the designer', () => {
    checkLabels(inHost('"connectionReferenceName": "s$0"'), 'sql', "it's");
  });

  it('replaces the whole value, however the text around it is broken', () => {
    const expected = '"connectionName": "sql"';
    for (const typed of [
      '"connectionName": "$0"',
      '"connectionName": "s$0hared_old"',
      '"connectionName": "sh$0',
      '"connectionName": s$0h',
      '"connectionName": $0',
      '"connectionName": "sql$0',
    ]) {
      checkChoice(inHost, typed, 'sql', expected);
    }
  });

  it('adds the comma that is missing behind', () => {
    const rest = '\n"operationId": "Post"';
    for (const typed of ['"connectionName": $0', '"connectionName": "sh$0', '"connectionName": sh$0']) {
      checkChoice(inHost, typed + rest, 'sql', `"connectionName": "sql",${rest}`);
    }
    checkChoice(
      inHost,
      `"connectionName": "s$0, "operationId": "Post"`,
      'sql',
      '"connectionName": "sql", "operationId": "Post"',
    );
  });

  it('writes the whole expression, or the key in it, with its quotes', () => {
    const expression = (key: string): string =>
      `"connection": { "name": "@parameters('$connections')['${key}']['connectionId']" }`;
    for (const typed of [
      '"connection": { "name": "$0" }',
      '"connection": { "name": "@par$0" }',
      expression('s$0ql'),
      expression('$0'),
      `"connection": { "name": "@parameters('$connections')['sh$0" }`,
      `"connection": { "name": "@parameters('$connections')['sh$0 }`,
    ]) {
      checkChoice(inHost, typed, "it's", expression("it''s"));
    }
  });

  it('finds the key in an expression with escaped quotes', () => {
    const escaped = (key: string): string =>
      String.raw`"connection": { "name": "@parameters(\u0027$connections\u0027)[\u0027${key}\u0027][\u0027connectionId\u0027]" }`;
    checkChoice(inHost, escaped('o$0ld'), 'sql', escaped('sql'));
  });

  it('works in nested steps, in a file with CRLF', () => {
    const nested =
      '{ "If": { "type": "If", "actions": {}, "else": { "actions": { "Post": { "inputs": { "host": { "connectionName": "$0" } } } } } } }';
    checkLabels(`//- /Workflows/A.json\n${flowText(entries, nested).replaceAll(', ', ',\r\n')}`, 'sql', "it's");
  });

  it('is silent where no key belongs', () => {
    for (const host of [
      '"operationId": "$0"',
      '"conn$0": ""',
      '"connectionName": "sql" $0',
      '"connectionName$0": ""',
    ]) {
      checkLabels(inHost(host));
    }
    checkLabels(`//- /data/package.json\n{ "inputs": { "host": { "connectionName": "$0" } } }`);
  });
});

describe('completion of logical names in a flow', () => {
  const solutions = `//- /hr/Other/Solution.xml
${solutionXml('HR', { name: 'base_teams', solution: 'Base (1.0)' })}
//- /hr/Other/Customizations.xml
${customizationsXml(
  { name: 'hr_sql', connector: 'shared_sql', title: 'HR – SQL' },
  { name: 'hr_teams', connector: 'shared_teams', title: 'HR "Teams"' },
)}
//- /hr/settings/test.json
${settingsText({ hr_teams: 'x' })}
//- /base/Other/Solution.xml
${solutionXml('Base')}
//- /base/Other/Customizations.xml
${customizationsXml({ name: 'base_teams', connector: 'shared_teams', title: 'Base – Teams' })}
//- /travel/Other/Solution.xml
${solutionXml('Travel')}
//- /travel/Other/Customizations.xml
${customizationsXml({ name: 'travel_teams', connector: 'Shared_Teams', title: 'Travel – Teams' })}
`;
  const entry = (name: string, api = '"api": { "name": "shared_teams" }'): string =>
    `//- /hr/Workflows/A.json\n${flowText(`{ "k": { "connection": { "connectionReferenceLogicalName": ${name} }, ${api} } }`)}`;

  it('offers what fits: of the own solution, of base solutions, of others', () => {
    const { items } = offer(solutions + entry('"$0"'));
    assert.deepEqual(
      items.map(({ label, detail }) => `${label}: ${detail ?? ''}`),
      [
        'hr_teams: HR "Teams" · bound in test',
        'base_teams: Base – Teams · of Base',
        'travel_teams: Travel – Teams · of Travel',
      ],
    );
  });

  it('offers all where the connector is not known', () => {
    checkLabels(solutions + entry('"$0"', '"x": 1'), 'hr_teams', 'hr_sql', 'base_teams', 'travel_teams');
  });

  it('replaces what stands there', () => {
    checkChoice(entry, '"hr_$0old"', 'hr_teams', '"hr_teams"');
    checkChoice(entry, '$0', 'hr_teams', '"hr_teams"');
    function checkChoice(source: (typed: string) => string, typed: string, label: string, expected: string): void {
      const { choose } = offer(solutions + source(typed));
      assert.equal(choose(label), source(expected).slice(source('').indexOf('\n') + 1));
    }
  });

  it('offers connectors, those in use first, as a name or as an id', () => {
    const named = offer(solutions + entry('"hr_teams"', '"api": { "name": "$0" }'));
    assert.deepEqual(named.labels.slice(0, 2), ['shared_teams', 'shared_sql']);
    assert.ok(named.labels.length > 800);
    assert.equal(new Set(named.labels).size, named.labels.length);
    const ids = offer(solutions + entry('"hr_teams"', '"id": "/providers/$0"'));
    const outlook = ids.items.find(({ label }) => label === 'Office 365 Outlook');
    assert.equal(outlook?.newText, id('shared_office365'));
    assert.equal(outlook.detail, 'shared_office365 · Standard');
  });
});

describe('completion in settings', () => {
  const variable = (
    name: string,
  ): string => `//- /environmentvariabledefinitions/${name}/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="${name}" />
`;
  const solution = `//- /Other/Customizations.xml
${customizationsXml(
  { name: 'a', connector: 'shared_teams', title: 'A' },
  { name: 'b', connector: 'shared_sql', title: 'B $1}' },
  { name: 'c', connector: 'shared_teams', title: 'C' },
)}
${variable('contoso_One')}${variable('contoso_Two')}`;
  const prod = (text: string): string => `//- /settings/prod.json\n${text}`;

  it('offers the names that are missing', () => {
    checkLabels(
      solution +
        prod(settingsText({ A: 'x', $0: '' }))
          .replace('shared_teams"\n    },\n', 'shared_teams"\n    },\n')
          .replace(/"ConnectorId[^\n]*(?![^]*ConnectorId)/, '"x": ""'),
      'b',
      'c',
    );
    // What the entry says of its connector narrows them.
    checkLabels(solution + prod(settingsText({ A: 'x', $0: '' })), 'c');
  });

  it('offers them also in the only entry of a file', () => {
    checkLabels(solution + prod('{ "ConnectionReferences": [ { "LogicalName": $0 } ] }'), 'a', 'b', 'c');
    checkLabels(solution + prod('{ "ConnectionReferences": [ { "LogicalName": "b$0'), 'a', 'b', 'c');
  });

  it('offers connections of the connector, those of the environment first', () => {
    const others = `//- /settings/test.json\n${settingsText({ a: 'a-in-test', c: '$(Token)' })}
//- /settings/sql.json\n${settingsText({ b: 'sql' }, 'shared_sql')}\n`;
    const { items } = offer(solution + others + prod(settingsText({ a: 'z-in-prod', c: '$0' })));
    assert.deepEqual(
      items.map(({ label, detail }) => `${label}: ${detail ?? ''}`),
      ['z-in-prod: prod · A', 'a-in-test: test · A'],
    );
  });

  it("offers the declaration's connector first", () => {
    const { items } = offer(
      solution + prod('{ "ConnectionReferences": [ { "LogicalName": "b", "ConnectorId": "$0" } ] }'),
    );
    assert.equal(items[0]?.newText, id('shared_sql'));
    assert.equal(items.filter(({ newText }) => newText === id('shared_sql')).length, 1);
  });

  it('offers environment variables that are missing', () => {
    const text = '{ "EnvironmentVariables": [ { "SchemaName": "CONTOSO_one" }, { "SchemaName": "$0" } ] }';
    checkLabels(solution + prod(text), 'contoso_Two');
  });

  it('writes a whole entry in the layout of the list, with its place for the connection', () => {
    const powerShell = `{
    "ConnectionReferences":  [
                                 {
                                     "LogicalName":  "a",
                                     "ConnectionId":  "x"
                                 },
                                 $0
                             ]
}`;
    assert.equal(
      offer(solution + prod(powerShell)).choose('b'),
      powerShell.replace(
        '$0',
        () => `{
                                     "LogicalName":  "b",
                                     "ConnectionId":  "$1",
                                     "ConnectorId":  "${id('shared_sql')}"
                                 \\}`,
      ),
    );
  });

  it('adds the commas that an entry needs', () => {
    const list = (items: string): string => prod(`{ "ConnectionReferences": [ ${items} ] }`);
    const entry = `{ "LogicalName": "b", "ConnectionId": "$1", "ConnectorId": "${id('shared_sql')}" \\}`;
    const existing = '{ "LogicalName": "a", "ConnectionId": "x" }';
    for (const [typed, expected] of [
      [`${existing} $0`, `${existing}, ${entry}`],
      [`${existing}, $0`, `${existing}, ${entry}`],
      [`$0 ${existing}`, `${entry}, ${existing}`],
      [`$0, ${existing}`, `${entry}, ${existing}`],
    ] as const) {
      const text = list(expected);
      assert.equal(offer(solution + list(typed)).choose('b'), text.slice(text.indexOf('\n') + 1));
    }
  });

  it('writes entries of the other form, and of variables', () => {
    const list = '[ { "connectionReferenceLogicalName": "a", "connectionId": "x" }, $0 ]';
    assert.match(
      offer(solution + prod(list)).choose('c'),
      /\{ "connectionReferenceLogicalName": "c", "connectionId": "\$1", /,
    );
    const variables = '{ "EnvironmentVariables": [ { "SchemaName": "contoso_One", "Value": "" }, $0 ] }';
    assert.match(
      offer(solution + prod(variables)).choose('contoso_Two'),
      /, \{ "SchemaName": "contoso_Two", "Value": "\$1" \\\} \]/,
    );
  });

  it('is silent in other JSON', () => {
    checkLabels(`//- /settings/other.json\n{ "Lists": [ { "LogicalName": "$0" } ] }`);
    checkLabels(solution + prod('{ "ConnectionReferences": [ { "ConnectionOwner": "$0" } ] }'));
  });
});

describe('completion in the XML of a solution', () => {
  const flow = `//- /Workflows/A.json\n${flowText('{ "k": { "api": { "name": "shared_teams" }, "connection": { "connectionReferenceLogicalName": "undeclared_&" } } }')}\n`;
  const customizations = (reference: string): string =>
    `//- /Other/Customizations.xml\n<ImportExportXml><connectionreferences>\n${reference}\n</connectionreferences></ImportExportXml>\n`;

  it('offers connectors in a declaration', () => {
    const reference = (text: string): string =>
      customizations(
        `<connectionreference connectionreferencelogicalname="a">\n<connectorid>${text}\n<statecode>0</statecode></connectionreference>`,
      );
    for (const typed of ['$0</connectorid>', '/prov$0iders/x</connectorid>', '/prov$0', '$0']) {
      const text = reference(`${id('shared_teams')}</connectorid>`);
      assert.equal(offer(flow + reference(typed)).choose('Microsoft Teams'), text.slice(text.indexOf('\n') + 1));
    }
  });

  it('offers names that are used and not declared', () => {
    const reference = (name: string): string =>
      customizations(
        `<connectionreference connectionreferencelogicalname="${name}"><connectorid>${id('shared_teams')}</connectorid></connectionreference>`,
      );
    for (const typed of ['$0', 'x$0yz']) {
      const text = reference('undeclared_&amp;');
      assert.equal(offer(flow + reference(typed)).choose('undeclared_&'), text.slice(text.indexOf('\n') + 1));
    }
    checkLabels(flow + reference('$0').replace('shared_teams', 'shared_sql'));
  });

  it('offers GUIDs of custom connectors', () => {
    const connector =
      '//- /Connectors/a.xml\n<Connector><name>a</name><displayname>Orders</displayname><connectorid>{6E1F0F52-0000-4000-8000-000000000000}</connectorid></Connector>\n';
    const { choose } = offer(
      connector +
        customizations(
          '<connectionreference><customconnectorid><connectorid>$0</connectorid></customconnectorid></connectionreference>',
        ),
    );
    assert.match(choose('Orders'), /<connectorid>6e1f0f52-0000-4000-8000-000000000000<\/connectorid>/);
  });

  it('offers references where agents name them', () => {
    checkLabels(
      `//- /Assets/botcomponent_connectionreferenceset.xml
<botcomponent_connectionreferenceset><botcomponent_connectionreference connectionreferenceid.connectionreferencelogicalname='$0' /></botcomponent_connectionreferenceset>
//- /Other/Customizations.xml
${customizationsXml({ name: 'a', connector: 'shared_teams' })}`,
      'a',
    );
  });

  it('is silent elsewhere', () => {
    for (const text of [
      '<description>$0</description>',
      '<!-- <connectorid>$0',
      '<connector$0id></connectorid>',
      '<connectorid></connectorid>$0',
    ]) {
      checkLabels(customizations(`<connectionreference>${text}</connectionreference>`));
    }
  });
});

describe('completion in YAML', () => {
  const declared = `//- /Other/Customizations.xml\n${customizationsXml({ name: 'a_teams', connector: 'shared_teams' }, { name: 'a_sql', connector: 'shared_sql' })}\n`;
  const agent = (name: string): string => `//- /agent/connectionreferences.mcs.yml
connectionReferences:
  - connectionReferenceLogicalName: x
    connectorId: ${id('shared_sql')}
  - connectionReferenceLogicalName:${name}
    connectorId: ${id('shared_teams')}
`;

  it('offers references of the connector', () => {
    for (const [typed, expected] of [
      ['$0', ' a_teams'],
      [' $0', ' a_teams'],
      [' a_$0old', ' a_teams'],
      [` 'a_$0old'`, ` 'a_teams'`],
      [` "a_$0old" # old`, ` "a_teams" # old`],
    ] as const) {
      const offered = offer(declared + agent(typed));
      const text = agent(expected);
      assert.equal(offered.choose('a_teams'), text.slice(text.indexOf('\n') + 1), typed);
      assert.deepEqual(offered.labels, ['a_teams'], typed);
    }
    // An open quote takes the lines behind with it, and with them the connector.
    const text = agent(" 'a_teams'");
    assert.equal(offer(declared + agent(" 'a_$0")).choose('a_teams'), text.slice(text.indexOf('\n') + 1));
  });

  it('offers connectors', () => {
    const reference = (text: string): string => `//- /connectionreferences/a/connectionreference.yml
'@connectionreferencelogicalname': a
connectorid: ${text}
`;
    const text = reference(id('shared_teams'));
    assert.equal(offer(reference('$0')).choose('Microsoft Teams'), text.slice(text.indexOf('\n') + 1));
  });
});

describe('completion in connref.json', () => {
  const workspace = `//- /repo/hr/Other/Solution.xml
${solutionXml('HR')}
//- /repo/hr/Other/Customizations.xml
${customizationsXml({ name: 'hr_teams', connector: 'shared_teams', title: 'HR – Teams' })}
//- /repo/hr/Workflows/A.json
${flowText('{ "k": { "connection": {} } }')}
//- /repo/settings/prod.json
${settingsText({ hr_teams: 'x' })}
//- /elsewhere/settings/uat.json
${settingsText({ hr_teams: 'x' })}
`;
  const configuration = (text: string): string => `${workspace}//- /repo/connref.json\n{\n  // Ours\n${text}\n}\n`;

  it('offers environments, solutions and settings files', () => {
    checkLabels(configuration('"environments": [{ "name": "$0", }]'), 'prod', 'uat');
    checkLabels(configuration('"environments": [{ "solutions": "$0" }]'), 'HR');
    checkLabels(configuration('"environments": [{ "solutions": ["$0"] }]'), 'HR');
    checkLabels(configuration('"environments": [{ "files": ["$0'), 'settings/prod.json');
  });

  it('offers files and folders below the configuration', () => {
    const expected = [
      'hr/**',
      'settings/**',
      'hr/Workflows/A.json',
      'settings/prod.json',
      'hr/Other/Customizations.xml',
      'hr/Other/Solution.xml',
    ];
    checkLabels(configuration('"exclude": [$0]'), ...expected);
    checkLabels(configuration('"overrides": [{ "files": "$0" }]'), ...expected);
  });

  it('offers what a suppression can name', () => {
    checkLabels(configuration('"suppressions": [{ "rule": "unused-connection-key", "name": "$0" }]'), 'hr_teams', 'k');
    assert.equal(offer(configuration('"connectors": { "groups": { "business": ["$0"] } }')).labels[0], 'shared_teams');
  });

  it('leaves to the schema what it knows, and comments alone', () => {
    checkLabels(configuration('"rules": { "$0" }'));
    checkLabels(configuration('"suppressions": [{ "rule": "$0" }]'));
    checkLabels(configuration('"exclude": [ // $0\n]'));
    checkLabels(configuration('"exclude": [ /* $0 */ ]'));
  });
});
