import assert from 'node:assert/strict';
import { documentSymbols, type DocumentSymbol } from '../../src/features/documentSymbols';
import { customizationsXml, flowText, openFixture, settingsText, solutionXml } from '../engine';

/** The outline as lines, indented; checks that names lie in what they name, and that in what is around. */
function outline(file: string, source: string): string[] {
  const { workspace } = openFixture(source);
  const describe = (symbol: DocumentSymbol, depth: number, around?: DocumentSymbol): string[] => {
    const { kind, name, detail, span, nameSpan, children } = symbol;
    assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end, `${name}: the name lies outside`);
    if (around) assert.ok(around.span.start <= span.start && span.end <= around.span.end, `${name} lies outside`);
    const line = `${'  '.repeat(depth)}${kind} ${name}${detail === undefined ? '' : `: ${detail}`}`;
    return [line, ...children.flatMap((child) => describe(child, depth + 1, symbol))];
  };
  return documentSymbols(workspace.snapshot, workspace.documents, file).flatMap((symbol) => describe(symbol, 0));
}

const guid = '0ef8c509-91aa-4bbe-a80e-0988a0b6613d';

describe('the outline', () => {
  it('of a flow has its connections, triggers and nested actions, and nothing of inputs', () => {
    const entries = `{ "shared_teams": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } },
      "shared_sql": { "connection": {}, "api": { "name": "shared_sql" } } }`;
    const host = (key: string): string =>
      `"inputs": { "host": { "connectionName": "${key}" }, "body": { "actions": [] } }`;
    const actions = `{ "Check_it": { "type": "If", "actions": { "Post_message_(V3)": { "type": "OpenApiConnection", ${host('shared_teams')} } },
        "else": { "actions": { "Run": { "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "${guid}" } } } } } },
      "Which": { "type": "Switch", "cases": { "A": { "actions": { "Query": { "type": "OpenApiConnection", ${host('shared_sql')} } } } }, "default": { "actions": { "End": { "type": "Terminate" } } } },
      "Each": { "type": "Foreach", "actions": { "Wait": { "type": "Wait" } } } }`;
    assert.deepEqual(
      outline(
        '/Workflows/A.json',
        `//- /Workflows/A.json
${flowText(entries, actions, '{ "When": { "type": "Recurrence" } }')}
//- /Workflows/Child-${guid}.json
${flowText('{}')}
//- /Other/Customizations.xml
${customizationsXml({ name: 'contoso_teams', connector: 'shared_teams', title: 'HR – Teams' })}
`,
      ),
      [
        'group Connections',
        '  reference shared_teams: Microsoft Teams · HR – Teams',
        '  reference shared_sql: SQL Server · direct',
        'group Triggers',
        '  trigger When: Recurrence',
        'group Actions',
        '  scope Check it: If',
        '    group If yes',
        '      action Post message (V3): Microsoft Teams · HR – Teams',
        '    group If no',
        '      flow Run: Child',
        '  scope Which: Switch',
        '    group A',
        '      action Query: SQL Server · direct',
        '    group Default',
        '      action End: Terminate',
        '  scope Each: Foreach',
        '    action Wait: Wait',
      ],
    );
  });

  it('of nesting without end stops somewhere', () => {
    const depth = 5000;
    const actions = `${'{ "S": { "type": "Scope", "actions": '.repeat(depth)}{}${' } }'.repeat(depth)}`;
    assert.ok(outline('/Workflows/A.json', `//- /Workflows/A.json\n${flowText('{}', actions)}\n`).length < 100);
  });

  it('of Customizations.xml has references, and what an extracted zip keeps there', () => {
    const text = customizationsXml(
      { name: 'contoso_teams', connector: 'shared_teams', title: 'HR – Teams' },
      { name: 'contoso_bare', connector: '' },
    ).replace(
      '<ImportExportXml>',
      `<ImportExportXml><Workflows><Workflow WorkflowId="{${guid}}" Name="Notify"><Category>5</Category></Workflow><Workflow Name="Rule"><Category>2</Category></Workflow></Workflows><Connectors><Connector><name>contoso_5Forders</name><displayname>Orders</displayname></Connector></Connectors>`,
    );
    assert.deepEqual(outline('/Other/Customizations.xml', `//- /Other/Customizations.xml\n${text}\n`), [
      'flow Notify',
      'connector Orders',
      'reference HR – Teams: contoso_teams · Microsoft Teams',
      'reference contoso_bare',
    ]);
  });

  it('of Solution.xml has its flows by name, and what others must bring', () => {
    const text = solutionXml('HR', { name: 'a', solution: 'Base (1.0)' }, { name: 'b', solution: 'Active' }).replace(
      '</SolutionManifest>',
      `<RootComponents><RootComponent type="29" id="{${guid}}" /></RootComponents></SolutionManifest>`,
    );
    assert.deepEqual(
      outline(
        '/Other/Solution.xml',
        `//- /Other/Solution.xml\n${text}\n//- /Workflows/Notify-${guid}.json\n${flowText('{}')}\n`,
      ),
      [
        'solution HR: 1.2.0.0',
        '  flow Notify',
        '  reference a title: from Base',
        '  reference b title: in no solution',
      ],
    );
  });

  it('of settings has variables, and references with what they are bound to', () => {
    assert.deepEqual(
      outline(
        '/settings/prod.json',
        `//- /settings/prod.json
${settingsText({ contoso_teams: 'c-1', other: '' }).replace('"EnvironmentVariables": []', '"EnvironmentVariables": [{ "SchemaName": "contoso_Site", "Value": "x" }]')}
//- /Other/Customizations.xml
${customizationsXml({ name: 'contoso_teams', connector: 'shared_teams', title: 'HR – Teams' })}
`,
      ),
      ['variable contoso_Site', 'reference HR – Teams: c-1', 'reference other: not bound'],
    );
  });

  it('of anything else is empty', () => {
    assert.deepEqual(outline('/package.json', '//- /package.json\n{ "name": "x" }\n'), []);
  });
});
