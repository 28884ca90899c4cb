/** The tree in its groupings, filtered, sorted, and found from a place of a file. */
import assert from 'node:assert/strict';
import type { Workspace } from '../../src/host/workspace';
import type { TreeItem } from '../../src/features/tree';
import { treePathAt } from '../../src/features/treePath';
import { buildTree, type TreeOptions } from '../../src/features/treeView';
import { customizationsXml, flowText, openContoso, openFixture, settingsText, solutionXml } from '../engine';

function treeOf(workspace: Workspace, options: TreeOptions): readonly TreeItem[] {
  return buildTree(workspace.snapshot, (file) => workspace.findingsOf(file), options);
}

function render(items: readonly TreeItem[], indent = ''): string {
  return items
    .map((item) => {
      const { label, description, severity, hasChildren } = item;
      const children = item.children();
      assert.equal(hasChildren, children.length > 0, label);
      const line = `${indent}${label}${description ? ` · ${description}` : ''}${severity ? ` [${severity}]` : ''}\n`;
      return line + render(children, `${indent}  `);
    })
    .join('');
}

function allItems(items: readonly TreeItem[]): TreeItem[] {
  return items.flatMap((item) => [item, ...allItems(item.children())]);
}

const step = (name: string, key: string, connector: string): string =>
  `"${name}": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "${key}", "operationId": "Do", "apiId": "/providers/Microsoft.PowerApps/apis/${connector}" } } }`;
const entry = (key: string, connector: string, logicalName?: string): string =>
  `"${key}": { "runtimeSource": "embedded", "connection": ${logicalName === undefined ? '{}' : `{ "connectionReferenceLogicalName": "${logicalName}" }`}, "api": { "name": "${connector}" } }`;

/** Two solutions: HR uses a reference that Base alone declares (an information), and a connection directly. */
const source = `//- /base/Other/Solution.xml
${solutionXml('Base')}
//- /base/Other/Customizations.xml
${customizationsXml(
  { name: 'base_teams', connector: 'shared_teams', title: 'Shared teams' },
  { name: 'base_sql', connector: 'shared_sql', title: 'Idle database' },
)}
//- /base/Workflows/Announce.json
${flowText(`{ ${entry('shared_teams', 'shared_teams', 'base_teams')} }`, `{ ${step('Post_it', 'shared_teams', 'shared_teams')} }`)}
//- /base/settings/prod.json
${settingsText({ base_teams: 'shared-teams-1' })}
//- /base/settings/test.json
${settingsText({ base_teams: '' })}
//- /hr/Other/Solution.xml
${solutionXml('HR')}
//- /hr/Other/Customizations.xml
${customizationsXml()}
//- /hr/Workflows/Greet.json
${flowText(
  `{ ${entry('shared_teams', 'shared_teams', 'base_teams')}, ${entry('shared_office365', 'shared_office365')} }`,
  `{ ${step('Say_hello', 'shared_teams', 'shared_teams')}, ${step('Send_mail', 'shared_office365', 'shared_office365')} }`,
)}
`;

function checkTree(options: TreeOptions, expected: string, text = source): void {
  const { workspace } = openFixture(text, { addsSolution: false });
  assert.equal(render(treeOf(workspace, options)), expected.replace(/^\n/, ''));
}

describe('the tree by solution', () => {
  it('shows what each declares and uses, and users in others where it is declared', () => {
    checkTree(
      { grouping: 'solution' },
      `
Base · 2 references, 2 problems [warning]
  Microsoft Teams · 1 reference
    Shared teams · base_teams
      Announce · Base
        Post it
      Greet · HR [info]
        Say hello
  SQL Server · 1 reference, 2 problems [warning]
    Idle database · base_sql
HR · 1 reference, connections used directly by 1 flow, 2 problems [warning]
  Microsoft Teams · 1 reference
    Shared teams · base_teams
      Greet · HR [info]
        Say hello
  Office 365 Outlook · used directly by 1 flow, 1 problem [warning]
    Used directly · 1 flow [warning]
      Greet · HR [warning]
        Send mail
`,
    );
  });

  it('shows last what lies in no solution', () => {
    checkTree(
      { grouping: 'solution' },
      `
Zoo · 1 reference
  Microsoft Teams · 1 reference
    zoo_teams · Zoo
In no solution · connections used directly by 1 flow
  Microsoft Teams · used directly by 1 flow
    Used directly · 1 flow
      Loose · In no solution
`,
      `//- /zoo/Other/Solution.xml
${solutionXml('Zoo')}
//- /zoo/Other/Customizations.xml
${customizationsXml({ name: 'zoo_teams', connector: 'shared_teams' })}
//- /Workflows/Loose-11111111-1111-1111-1111-111111111111.json
${flowText(`{ ${entry('shared_teams', 'shared_teams')} }`)}
`,
    );
  });
});

describe('the tree by flow', () => {
  it('shows the connections of each flow with their steps, and last what nothing uses', () => {
    checkTree(
      { grouping: 'flow' },
      `
Announce · Base
  Shared teams · base_teams
    Post it
Greet · HR, 2 problems [warning]
  Office 365 Outlook · used directly, without a connection reference [warning]
    Send mail
  Shared teams · base_teams [info]
    Say hello
Used by nothing · 1 reference
  Idle database · base_sql
`,
    );
  });

  it('shows two keys of one reference, and an agent of several topics once', () => {
    const uses = ['Ask', 'Tell'].map(
      (topic) =>
        `<botcomponent_connectionreference botcomponentid.schemaname="contoso_bot.topic.${topic}" connectionreferenceid.connectionreferencelogicalname="contoso_teams" />`,
    );
    checkTree(
      { grouping: 'flow' },
      `
contoso_bot · Zoo
  contoso_teams · Zoo
Twice · Zoo
  contoso_teams · Zoo
    One
  contoso_teams · Zoo
    Two
`,
      `//- /Other/Solution.xml
${solutionXml('Zoo')}
//- /Other/Customizations.xml
${customizationsXml({ name: 'contoso_teams', connector: 'shared_teams' })}
//- /Assets/botcomponent_connectionreferenceset.xml
<botcomponent_connectionreferenceset>${uses.join('')}</botcomponent_connectionreferenceset>
//- /Workflows/Twice.json
${flowText(
  `{ ${entry('a', 'shared_teams', 'contoso_teams')}, ${entry('b', 'shared_teams', 'contoso_teams')} }`,
  `{ ${step('One', 'a', 'shared_teams')}, ${step('Two', 'b', 'shared_teams')} }`,
)}
`,
    );
  });
});

describe('the tree by environment', () => {
  it('shows the connections of each, and last what no settings file could bind', () => {
    checkTree(
      { grouping: 'environment' },
      `
prod · 2 references, 1 not bound, 1 problem [warning]
  Microsoft Teams · 1 reference
    shared-teams-1
      Shared teams · base_teams
        Announce · Base
          Post it
        Greet · HR [info]
          Say hello
  SQL Server · 1 reference, 1 problem [warning]
    Not bound [warning]
      Idle database · base_sql
test · 2 references, 2 not bound, 1 problem [warning]
  Microsoft Teams · 1 reference
    Not bound [info]
      Shared teams · base_teams
        Announce · Base
          Post it
        Greet · HR [info]
          Say hello
  SQL Server · 1 reference, 1 problem [warning]
    Not bound [warning]
      Idle database · base_sql
In no settings file
  Office 365 Outlook · used directly by 1 flow, 1 problem [warning]
    Used directly · 1 flow [warning]
      Greet · HR [warning]
        Send mail
`,
    );
  });

  it('names the settings files of each so that they can be told apart', () => {
    const solution = (name: string): string => `//- /${name}/Other/Solution.xml
${solutionXml(name)}
//- /${name}/Other/Customizations.xml
${customizationsXml({ name: `${name}_teams`, connector: 'shared_teams' })}
//- /${name}/config/prod.json
${settingsText({ [`${name}_teams`]: '' })}
`;
    const { workspace } = openFixture(solution('base') + solution('hr'), { addsSolution: false });
    const [prod] = treeOf(workspace, { grouping: 'environment' });
    assert.equal(prod?.tooltip, 'prod\nbase/config/prod.json\nhr/config/prod.json');
  });
});

describe('each grouping of the tree', () => {
  for (const grouping of ['connector', 'solution', 'flow', 'environment'] as const) {
    it(`by ${grouping} names every node of the sample once, below its parent, and leads to every step`, () => {
      const items = allItems(treeOf(openContoso(), { grouping }));
      const ids = items.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      for (const item of items) {
        for (const child of item.children()) assert.ok(child.id.startsWith(`${item.id}/`), child.id);
      }
      const steps = (all: readonly TreeItem[]): Set<string> =>
        new Set(all.flatMap(({ thing }) => (thing.step === undefined ? [] : [`${thing.file ?? ''} ${thing.step}`])));
      assert.deepEqual([...steps(items)].sort(), [...steps(allItems(treeOf(openContoso(), {})))].sort());
    });
  }

  it('by solution and by flow has all problems of the flows of the sample, by connector those of their entries', () => {
    const workspace = openContoso();
    const problems = (options: TreeOptions): string[] =>
      treeOf(workspace, options)
        .flatMap((item) => [...item.problems()])
        .filter(({ file }) => workspace.snapshot.flowAt(file))
        .map(({ file, message }) => `${file} ${message}`);
    const all = workspace.snapshot.flows
      .flatMap(({ file }) => workspace.findingsOf(file))
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ file, message }) => `${file} ${message}`)
      .sort();
    // An environment is told of its settings files alone.
    for (const grouping of ['solution', 'flow'] as const) {
      assert.deepEqual([...new Set(problems({ grouping }))].sort(), all, grouping);
    }
    const byConnector = new Set(problems({}));
    assert.ok(byConnector.size > 5);
    for (const problem of byConnector) assert.ok(all.includes(problem), problem);
  });
});

describe('filters of the tree', () => {
  it('by a name keep what is above and below', () => {
    checkTree(
      { filter: ' IDLE ' },
      `
SQL Server · 1 reference, 2 problems [warning]
  Not bound · prod [warning]
    Idle database · base_sql
  Not bound · test [warning]
    Idle database · base_sql
`,
    );
  });

  it('look for logical names and connection ids too', () => {
    const { workspace } = openFixture(source, { addsSolution: false });
    const top = (filter: string): string[] => treeOf(workspace, { filter }).map(({ label }) => label);
    assert.deepEqual(top('base_sql'), ['SQL Server']);
    assert.deepEqual(top('shared-teams-1'), ['Microsoft Teams']);
    assert.deepEqual(top('shared_office365'), ['Office 365 Outlook']);
    assert.deepEqual(top('no such thing'), []);
  });

  it('by problems keep what has some, and what is below that', () => {
    checkTree(
      { onlyProblems: true, grouping: 'flow' },
      `
Greet · HR, 2 problems [warning]
  Office 365 Outlook · used directly, without a connection reference [warning]
    Send mail
`,
    );
  });

  it('hold together', () => {
    checkTree({ onlyProblems: true, grouping: 'flow', filter: 'announce' }, '');
  });
});

describe('problems of the tree', () => {
  it('stand at a reference wherever its declaration has them', () => {
    checkTree(
      { grouping: 'solution', onlyProblems: true },
      `
HR · 2 references, 1 problem [warning]
  Microsoft Teams · 2 references, 1 problem [warning]
    Teams · hr_b [warning]
`,
      `//- /Other/Solution.xml
${solutionXml('HR')}
//- /Other/Customizations.xml
${customizationsXml({ name: 'hr_a', connector: 'shared_teams', title: 'Teams' }, { name: 'hr_b', connector: 'shared_teams', title: 'Teams' })}
`,
    );
  });

  it('stand at a solution for all of its files, also where no node below is about them', () => {
    checkTree(
      { grouping: 'solution', onlyProblems: true },
      `
HR · 1 reference, 1 problem [warning]
  Microsoft Teams · 1 reference
    Teams · hr_teams
`,
      `//- /Other/Solution.xml
${solutionXml('HR')}
//- /Other/Customizations.xml
${customizationsXml({ name: 'hr_teams', connector: 'shared_teams', title: 'Teams' })}
//- /config/prod.json
{ "EnvironmentVariables": [{ "SchemaName": "other_Url", "Value": "x" }], "ConnectionReferences": [{ "LogicalName": "hr_teams", "ConnectionId": "x", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams" }] }
`,
    );
  });
});

describe('the order of the tree', () => {
  const labels = (options: TreeOptions): string[] =>
    treeOf(openFixture(source, { addsSolution: false }).workspace, options).map(({ label }) => label);

  it('is by name, by problems or by use', () => {
    assert.deepEqual(labels({}), ['Microsoft Teams', 'Office 365 Outlook', 'SQL Server']);
    assert.deepEqual(labels({ sort: 'problems' }), ['SQL Server', 'Office 365 Outlook', 'Microsoft Teams']);
    assert.deepEqual(labels({ sort: 'use' }), ['Microsoft Teams', 'Office 365 Outlook', 'SQL Server']);
    assert.deepEqual(labels({ sort: 'use', grouping: 'flow' }), ['Greet', 'Announce', 'Used by nothing']);
  });

  it('by use tells the numbers that it goes by', () => {
    checkTree(
      { sort: 'use', grouping: 'flow' },
      `
Greet · 2 steps, HR, 2 problems [warning]
  Office 365 Outlook · 1 step, used directly, without a connection reference [warning]
    Send mail
  Shared teams · 1 step, base_teams [info]
    Say hello
Announce · 1 step, Base
  Shared teams · 1 step, base_teams
    Post it
Used by nothing · 1 reference
  Idle database · base_sql
`,
    );
  });
});

describe('a place of a file', () => {
  /** The labels from the top down to the node of what the text around `|` is about. */
  const pathAt = (file: string, before: string, options: TreeOptions = {}): string => {
    const { workspace } = openFixture(source, { addsSolution: false });
    const { snapshot, documents, texts } = workspace;
    const offset = (texts.text(file) ?? '').indexOf(before);
    assert.ok(offset >= 0, before);
    return treePathAt(treeOf(workspace, options), snapshot, documents, file, offset + before.length)
      .map(({ label }) => label)
      .join(' / ');
  };
  const greet = '/hr/Workflows/Greet.json';

  it('in a step is the step', () => {
    const inStep = '"Say_hello": { "type": "Open';
    assert.equal(pathAt(greet, inStep), 'Microsoft Teams / shared-teams-1 / Shared teams / Greet / Say hello');
    assert.equal(pathAt(greet, inStep, { grouping: 'flow' }), 'Greet / Shared teams / Say hello');
    assert.equal(
      pathAt(greet, inStep, { grouping: 'solution' }),
      'Base / Microsoft Teams / Shared teams / Greet / Say hello',
    );
    assert.equal(
      pathAt(greet, '"Send_mail": { "type": "Open', { grouping: 'environment' }),
      'In no settings file / Office 365 Outlook / Used directly / Greet / Send mail',
    );
  });

  it('in an entry is the key of the flow', () => {
    assert.equal(
      pathAt(greet, '"shared_teams": { "runtime'),
      'Microsoft Teams / shared-teams-1 / Shared teams / Greet',
    );
    assert.equal(pathAt(greet, '"shared_off', { grouping: 'flow' }), 'Greet / Office 365 Outlook');
  });

  it('in settings is the reference below its connection there', () => {
    assert.equal(pathAt('/base/settings/prod.json', 'base_te'), 'Microsoft Teams / shared-teams-1 / Shared teams');
    assert.equal(pathAt('/base/settings/prod.json', 'shared-tea'), 'Microsoft Teams / shared-teams-1');
    assert.equal(
      pathAt('/base/settings/test.json', 'base_te', { grouping: 'environment' }),
      'test / Microsoft Teams / Not bound / Shared teams',
    );
    assert.equal(pathAt('/base/settings/test.json', '{', { grouping: 'environment' }), 'test');
  });

  it('in a declaration is the reference', () => {
    const file = '/base/Other/Customizations.xml';
    assert.equal(pathAt(file, 'base_s'), 'SQL Server / Not bound / Idle database');
    assert.equal(pathAt(file, 'base_s', { grouping: 'flow' }), 'Used by nothing / Idle database');
    assert.equal(pathAt(file, 'base_s', { filter: 'greet' }), '');
  });
});

describe('a large tree', () => {
  const flows = 60;
  const large = `//- /Other/Solution.xml
${solutionXml('Large')}
//- /Other/Customizations.xml
${customizationsXml({ name: 'l_teams', connector: 'shared_teams' }, { name: 'l_sql', connector: 'shared_sql' })}
${Array.from(
  { length: flows },
  (_, i) =>
    `//- /Workflows/Flow${i}.json\n${flowText(`{ ${entry('t', 'shared_teams', 'l_teams')} }`, `{ ${step('One', 't', 'shared_teams')} }`)}\n`,
).join('')}`;

  it('asks for a file no more often when it is shown in more places', () => {
    const { workspace } = openFixture(large, { addsSolution: false });
    const asked: string[] = [];
    const top = buildTree(workspace.snapshot, (file) => (asked.push(file), workspace.findingsOf(file)));
    // For the entry and for the step of each flow, so that the connector says how many problems it has.
    const byTop = asked.length;
    assert.ok(byTop <= 2 * flows + 10, `${byTop}`);
    for (const connector of top) connector.children();
    assert.ok(asked.length - byTop <= 10, `${asked.length - byTop}`);
  });
});
