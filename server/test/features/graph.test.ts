import assert from 'node:assert/strict';
import { buildGraph, type GraphItem } from '../../src/features/graph';
import { filterGraph, graphAround } from '../../src/features/graphFilter';
import type { Graph } from '../../src/features/graphModel';
import { graphItemAt } from '../../src/features/graphPlaces';
import type { Workspace } from '../../src/host/workspace';
import { customizationsXml, flowText, openContoso, openFixture, settingsText, solutionXml, textAt } from '../engine';
import { renderGraph } from './graphText';

function graphOf(workspace: Workspace): Graph<GraphItem> {
  return buildGraph(workspace.snapshot, (file) => workspace.findingsOf(file));
}

function entry(connector: string, logicalName?: string): string {
  const connection = logicalName === undefined ? '{}' : `{ "connectionReferenceLogicalName": "${logicalName}" }`;
  return `{ "runtimeSource": "embedded", "connection": ${connection}, "api": { "name": "${connector}" } }`;
}

/** Two solutions that share a reference, in two environments. */
const twoSolutions = `//- /Base/Other/Solution.xml
${solutionXml('Base')}
//- /Base/Other/Customizations.xml
${customizationsXml({ name: 'base_teams', connector: 'shared_teams', title: 'Base Teams' })}
//- /HR/Other/Solution.xml
${solutionXml('HR', { name: 'base_teams', solution: 'Base (1.0)' })}
//- /HR/Other/Customizations.xml
${customizationsXml(
  { name: 'hr_teams', connector: 'shared_teams', title: 'HR Teams' },
  { name: 'hr_sql', connector: 'shared_sql', title: 'HR SQL' },
)}
//- /Base/Workflows/Announce.json
${flowText(`{ "shared_teams": ${entry('shared_teams', 'base_teams')} }`)}
//- /HR/Workflows/Hire.json
${flowText(`{ "shared_teams": ${entry('shared_teams', 'hr_teams')}, "b": ${entry('shared_teams', 'base_teams')}, "c": ${entry('shared_sql', 'hr_sql')} }`)}
//- /HR/Workflows/Old.json
${flowText(`{ "shared_teams": ${entry('shared_teams')} }`)}
//- /HR/settings/dev.json
${settingsText({ hr_teams: 'dev-teams', hr_sql: '#{sql}#' })}
//- /HR/settings/prod.json
${settingsText({ hr_teams: 'prod-teams', hr_sql: '' })}
`;

describe('the graph', () => {
  it('goes from connectors over connections and references to flows', () => {
    const { workspace } = openFixture(twoSolutions);
    assert.deepEqual(renderGraph(graphOf(workspace)), [
      'Base Teams → Announce',
      'Base Teams → Hire [info]',
      'Filled in by the pipeline dev [error] → HR SQL (dev)',
      'HR SQL → Hire [info]',
      'HR Teams → Hire [info]',
      'Microsoft Teams → Base Teams',
      'Microsoft Teams → Used directly  [warning]',
      'Microsoft Teams → dev-teams',
      'Microsoft Teams → prod-teams',
      'Not bound prod [error] → HR SQL (prod)',
      'SQL Server → Filled in by the pipeline dev [error]',
      'SQL Server → Not bound prod [error]',
      'Used directly  [warning] → Old [warning]',
      'dev-teams → HR Teams (dev)',
      'prod-teams → HR Teams (prod)',
    ]);
  });

  it('of a workspace without connections is empty', () => {
    const { workspace } = openFixture(`//- /Workflows/Notify.json\n${flowText('{}')}\n`);
    const { nodes, edges } = graphOf(workspace);
    assert.deepEqual([nodes, edges], [[], []]);
  });

  it('joins what is filled in, or bound to nothing, in several environments alike', () => {
    const { workspace } = openFixture(`//- /Other/Customizations.xml
${customizationsXml({ name: 'a', connector: 'shared_teams' }, { name: 'b', connector: 'shared_teams' })}
//- /settings/dev.json
${settingsText({ a: '#{a}#', b: '' })}
//- /settings/prod.json
${settingsText({ a: '#{a}#', b: '' })}
`);
    const connections = graphOf(workspace).nodes.filter(({ kind }) => kind === 'connection');
    assert.deepEqual(
      connections.map(({ label, detail }) => `${label}: ${detail ?? ''}`),
      ['Filled in by the pipeline: dev, prod', 'Not bound: dev, prod'],
    );
  });

  it('tells two states of one solution apart', () => {
    const state = (folder: string): string => `//- /${folder}/src/Other/Solution.xml
${solutionXml('HR')}
//- /${folder}/src/Other/Customizations.xml
${customizationsXml({ name: 'hr_teams', connector: 'shared_teams' })}
`;
    const { workspace } = openFixture(state('main') + state('next'));
    assert.deepEqual(
      graphOf(workspace).solutions.map(({ name }) => name),
      ['HR (main/src)', 'HR (next/src)'],
    );
  });

  it('keeps the names of nodes while text moves', () => {
    const workspace = openContoso();
    const before = graphOf(workspace).nodes.map(({ id }) => id);
    assert.equal(new Set(before).size, before.length);
    const { file } = workspace.snapshot.flows[0] ?? { file: '' };
    workspace.setOpenText(file, { text: `\n\n${workspace.texts.text(file) ?? ''}`, version: 1 });
    assert.deepEqual(
      graphOf(workspace).nodes.map(({ id }) => id),
      before,
    );
  });

  it('leads each node of the sample to its name in a file', () => {
    const workspace = openContoso();
    for (const { kind, label, fullName, connectionState, places } of graphOf(workspace).nodes) {
      const [at] = places;
      const text = at ? textAt(workspace, at) : undefined;
      if (kind === 'reference') assert.ok([label, fullName].includes(text), label);
      else if (connectionState === 'bound') assert.equal(text, fullName ?? label);
      else if (connectionState === 'direct') assert.match(text ?? '', /^shared_/, label);
      else if (kind === 'flow') assert.equal(text, 'connectionReferences');
    }
  });

  it('joins only nodes that it has', () => {
    const { nodes, edges } = graphOf(openContoso());
    const ids = new Set(nodes.map(({ id }) => id));
    assert.ok(edges.every(({ from, to }) => ids.has(from) && ids.has(to)));
  });
});

describe('a part of the graph', () => {
  const whole = (): Graph<GraphItem> => graphOf(openFixture(twoSolutions).workspace);
  const idOf = (graph: Graph, label: string): string => graph.nodes.find((node) => node.label === label)?.id ?? '';
  const labels = ({ nodes }: Graph): string[] => nodes.map(({ label }) => label);

  it('of a solution has what its components hang on', () => {
    const graph = filterGraph(whole(), { solutions: ['/Base'] });
    assert.deepEqual(renderGraph(graph), ['Base Teams → Announce', 'Microsoft Teams → Base Teams']);
  });

  it('of an environment hangs on connectors what is not bound there', () => {
    const graph = filterGraph(whole(), { environments: ['prod'] });
    assert.ok(!labels(graph).includes('dev-teams'));
    assert.ok(renderGraph(graph).includes('prod-teams → HR Teams (prod)'));
    const elsewhere = filterGraph(whole(), { environments: ['elsewhere'] });
    assert.ok(renderGraph(elsewhere).includes('SQL Server → HR SQL'));
    assert.ok(renderGraph(elsewhere).includes('Microsoft Teams → HR Teams'));
  });

  it('without a kind joins what stands beside it', () => {
    const graph = filterGraph(whole(), { hiddenKinds: ['connection'] });
    const drawn = renderGraph(graph);
    assert.ok(drawn.includes('Microsoft Teams → HR Teams'));
    assert.ok(drawn.includes('Microsoft Teams → Old [warning]'));
    assert.equal(new Set(drawn).size, drawn.length);
  });

  it('with problems only has what those hang on', () => {
    const graph = filterGraph(whole(), { onlyProblems: true });
    assert.ok(!labels(graph).includes('Announce'));
    assert.ok(labels(graph).includes('Old'));
    assert.ok(labels(graph).includes('Microsoft Teams'));
  });

  it('around a reference has its connections and who uses it', () => {
    const graph = whole();
    assert.deepEqual(renderGraph(graphAround(graph, idOf(graph, 'HR Teams'))), [
      'HR Teams → Hire [info]',
      'Microsoft Teams → dev-teams',
      'Microsoft Teams → prod-teams',
      'dev-teams → HR Teams (dev)',
      'prod-teams → HR Teams (prod)',
    ]);
    assert.deepEqual(graphAround(graph, 'reference:gone').nodes, []);
  });
});

describe('the place of a cursor in the graph', () => {
  const labelAt = (source: string): string | undefined => {
    const { workspace, fixture } = openFixture(source);
    const { file, offset } = fixture.cursor ?? { file: '', offset: 0 };
    return graphItemAt(graphOf(workspace), workspace.snapshot, workspace.documents, file, offset)?.label;
  };

  it('is the reference, where a name of it stands', () => {
    assert.equal(labelAt(twoSolutions.replace('"hr_teams" }', '"hr_$0teams" }')), 'HR Teams');
    assert.equal(labelAt(twoSolutions.replace('name="hr_sql"', 'name="hr_$0sql"')), 'HR SQL');
  });

  it('is the connection, where its id stands', () => {
    assert.equal(labelAt(twoSolutions.replace('prod-teams', 'prod-$0teams')), 'prod-teams');
    assert.equal(labelAt(twoSolutions.replace('#{sql}#', '#{$0sql}#')), 'Filled in by the pipeline');
  });

  it('is the connector, where its id stands', () => {
    assert.equal(labelAt(twoSolutions.replace('{ "name": "shared_sql"', '{ "name": "shared_$0sql"')), 'SQL Server');
  });

  it('is the flow anywhere else in its file, and nothing in other files', () => {
    assert.equal(labelAt(twoSolutions.replace('"definition"', '"defi$0nition"')), 'Announce');
    assert.equal(labelAt(twoSolutions.replace('<UniqueName>HR', '<Unique$0Name>HR')), undefined);
  });
});
