/** What agents are called, wherever they are told. */
import assert from 'node:assert/strict';
import { referenceCard } from '../../src/features/card';
import { buildGraph } from '../../src/features/graph';
import type { TreeItem } from '../../src/features/tree';
import { buildTree } from '../../src/features/treeView';
import { removeReferences } from '../../src/refactor/removeReferences';
import { Draft } from '../../src/refactor/draft';
import { customizationsXml, openFixture, solutionXml } from '../engine';

const uses = (...components: readonly string[]): string =>
  `<botcomponent_connectionreferenceset>${components
    .map(
      (component) =>
        `<botcomponent_connectionreference botcomponentid.schemaname="${component}" connectionreferenceid.connectionreferencelogicalname="hr_sql" />`,
    )
    .join('')}</botcomponent_connectionreferenceset>`;

const bot = (schemaName: string, name: string): string => `<bot schemaname="${schemaName}"><name>${name}</name></bot>`;

const declared = customizationsXml({ name: 'hr_sql', connector: 'shared_sql' });

const unpacked = `//- /src/Other/Solution.xml
${solutionXml('HR')}
//- /src/Other/Customizations.xml
${declared}
//- /src/bots/hr_helper/bot.xml
${bot('hr_Helper', ' HR &amp; more ')}
//- /src/Assets/botcomponent_connectionreferenceset.xml
${uses('hr_helper.topic.Ask', 'hr_helper.topic.Tell')}
`;

function all(items: readonly TreeItem[]): readonly TreeItem[] {
  return items.flatMap((item) => [item, ...all(item.children())]);
}

/** Name and schema name of every agent that uses a reference. */
function agentsOf(source: string): string[] {
  const { snapshot } = openFixture(source, { addsSolution: false }).workspace;
  return snapshot
    .usesOf('hr_sql')
    .flatMap((use) => (use.by === 'agent' ? `${use.name} (${use.schemaName ?? ''})` : []));
}

describe('an agent', () => {
  it('has its display name from its own file, in any case', () => {
    assert.deepEqual(agentsOf(unpacked), ['HR & more (hr_helper)', 'HR & more (hr_helper)']);
  });

  it('has it in an extracted zip too, where all stands beside solution.xml', () => {
    assert.deepEqual(
      agentsOf(`//- /zip/solution.xml
${solutionXml('HR')}
//- /zip/customizations.xml
${declared}
//- /zip/bots/hr_helper/bot.xml
${bot('hr_helper', 'Helper')}
//- /zip/Assets/botcomponent_connectionreferenceset.xml
${uses('hr_helper.topic.Ask')}
`),
      ['Helper (hr_helper)'],
    );
  });

  it('has it in the YAML source layout', () => {
    const yaml = (text: string): string[] =>
      agentsOf(`//- /repo/solutions/HR/solution.yml
ImportExportXml:
  SolutionManifest:
    UniqueName: HR
//- /repo/bots/hr_helper/bot.yml
${text}
//- /repo/Assets/botcomponent_connectionreferenceset.xml
${uses('hr_helper.topic.Ask')}
`);
    assert.deepEqual(yaml("bot:\n  '@schemaname': hr_helper\n  name: Helper"), ['Helper (hr_helper)']);
    assert.deepEqual(yaml("'@schemaname': HR_helper\nname: Helper"), ['Helper (hr_helper)']);
    assert.deepEqual(yaml('name: Helper'), ['Helper (hr_helper)'], 'its folder names it');
  });

  it('has it from the settings of its workspace', () => {
    const workspace = (settings: string): string[] =>
      agentsOf(`//- /Agents/HR folder/connectionreferences.mcs.yml
- connectionReferenceLogicalName: hr_sql
//- /Agents/HR folder/settings.mcs.yml
${settings}
`);
    assert.deepEqual(workspace('displayName: HR Helper\nschemaName: hr_helper'), ['HR Helper (hr_helper)']);
    assert.deepEqual(workspace('schemaName: hr_helper'), ['hr_helper (hr_helper)']);
    assert.deepEqual(workspace('language: 1033'), ['HR folder (HR folder)']);
    assert.deepEqual(workspace('displayName: [HR]'), ['HR folder (HR folder)']);
  });

  it('is called by its schema name where nothing says more', () => {
    assert.deepEqual(agentsOf(unpacked.replace(/<name>.*<\/name>/, '')), [
      'hr_helper (hr_helper)',
      'hr_helper (hr_helper)',
    ]);
    assert.deepEqual(agentsOf(unpacked.replace('</bot>', '')), ['HR & more (hr_helper)', 'HR & more (hr_helper)']);
    assert.deepEqual(agentsOf(unpacked.replace('<bot schemaname', '<agent schemaname')), [
      'hr_helper (hr_helper)',
      'hr_helper (hr_helper)',
    ]);
  });

  it('has the name that its own solution gives it', () => {
    const base = unpacked.replaceAll('/src/', '/base/').replace('HR &amp; more', 'Old').replace('>HR<', '>Base<');
    assert.deepEqual(agentsOf(base + unpacked), [
      'Old (hr_helper)',
      'Old (hr_helper)',
      'HR & more (hr_helper)',
      'HR & more (hr_helper)',
    ]);
  });

  it('is shown by its name in the tree, and found by both', () => {
    const { workspace } = openFixture(unpacked, { addsSolution: false });
    for (const grouping of ['connector', 'flow'] as const) {
      const agents = (filter: string): (string | undefined)[][] =>
        all(buildTree(workspace.snapshot, (file) => workspace.findingsOf(file), { grouping, filter })).flatMap(
          ({ kind, label, tooltip }) => (kind === 'agent' ? [[label, tooltip]] : []),
        );
      for (const filter of ['', '& more', 'r_help']) {
        assert.deepEqual(agents(filter), [['HR & more', 'HR & more\nhr_helper']], `'${filter}' by ${grouping}`);
      }
    }
  });

  it('is shown by its name in the graph', () => {
    const { workspace } = openFixture(unpacked, { addsSolution: false });
    const { nodes } = buildGraph(workspace.snapshot, (file) => workspace.findingsOf(file));
    assert.deepEqual(
      nodes.flatMap(({ kind, label, fullName }) => (kind === 'agent' ? [[label, fullName]] : [])),
      [['HR & more', 'hr_helper']],
    );
  });

  it('is another one than an agent of the same name', () => {
    const source = unpacked
      .replace('hr_helper.topic.Tell', 'hr_other.topic.Tell')
      .concat(`//- /src/bots/hr_other/bot.xml\n${bot('hr_other', 'HR &amp; more')}\n`);
    const { snapshot } = openFixture(source, { addsSolution: false }).workspace;
    const { nodes } = buildGraph(snapshot, () => []);
    assert.equal(nodes.filter(({ kind }) => kind === 'agent').length, 2);
    assert.equal(referenceCard(snapshot, 'hr_sql', undefined).agents, 2);
  });

  it('is named by what keeps a reference from being removed', () => {
    const { workspace } = openFixture(unpacked, { addsSolution: false });
    const draft = new Draft(workspace.snapshot, workspace.documents);
    const outcome = removeReferences(draft, { kind: 'remove-references', references: ['hr_sql'] });
    const told = JSON.stringify([outcome, draft.finish('')]);
    assert.match(told, /the agent 'HR & more'/);
  });

  it('that is renamed changes its name alone', () => {
    const { workspace } = openFixture(unpacked, { addsSolution: false });
    const file = '/src/bots/hr_helper/bot.xml';
    workspace.setOpenText(file, { text: bot('hr_Helper', 'New'), version: 1 });
    const names = workspace.snapshot.usesOf('hr_sql').map((use) => (use.by === 'flow' ? '' : use.name));
    assert.deepEqual(names, ['New', 'New']);
  });
});
