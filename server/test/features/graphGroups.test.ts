import assert from 'node:assert/strict';
import { buildGraph } from '../../src/features/graph';
import { chooseGrouping, groupGraph, groupsOf, mostNodes } from '../../src/features/graphGroups';
import type { Graph, GraphEdge, GraphNode } from '../../src/features/graphModel';
import { openContoso } from '../engine';
import { renderGraph } from './graphText';

function node(id: string, kind: GraphNode['kind'], more: Partial<GraphNode> = {}): GraphNode {
  return { id, kind, label: id, solutions: [], environments: [], problems: [], hasPlace: true, ...more };
}

function edge(from: string, to: string): GraphEdge {
  return { from, to, environments: [] };
}

/** Two connectors with a reference each, and flows of two solutions that use one or both of them. */
const small: Graph = {
  nodes: [
    node('teams', 'connector'),
    node('sql', 'connector'),
    node('teams connection', 'connection', { connector: 'teams', environments: ['dev'] }),
    node('teams reference', 'reference', { connector: 'teams', solutions: ['/a'] }),
    node('sql reference', 'reference', {
      connector: 'sql',
      solutions: ['/b'],
      problems: [{ severity: 'error', message: 'Wrong.' }],
    }),
    ...['a1', 'a2', 'a3'].map((id) => node(id, 'flow', { solutions: ['/a'], detail: 'A' })),
    ...['b1', 'b2'].map((id) => node(id, 'flow', { solutions: ['/b'], detail: 'B' })),
  ],
  edges: [
    edge('teams', 'teams connection'),
    edge('teams connection', 'teams reference'),
    edge('sql', 'sql reference'),
    ...['a1', 'a2', 'a3', 'b1'].map((flow) => edge('teams reference', flow)),
    ...['b1', 'b2'].map((flow) => edge('sql reference', flow)),
  ],
  solutions: [
    { id: '/a', name: 'A' },
    { id: '/b', name: 'B' },
  ],
  environments: ['dev'],
};

describe('a graph that is grouped', () => {
  it('by connector has one node for flows of a solution that use the same connectors', () => {
    assert.deepEqual(renderGraph(groupGraph(small, 'connector', new Set())), [
      'sql [error] → b1',
      'sql [error] → b2',
      'teams → 3 flows (×3)',
      'teams → b1',
    ]);
  });

  it('by solution has one node for each solution', () => {
    assert.deepEqual(renderGraph(groupGraph(small, 'solution', new Set())), [
      'solution A → solution B [error]',
      'sql → solution B [error]',
      'teams → solution A',
    ]);
    const [solution] = groupGraph(small, 'solution', new Set()).nodes.filter(({ kind }) => kind === 'solution');
    assert.equal(solution?.detail, '1 reference, 3 flows');
  });

  it('shows what is in a group that is expanded', () => {
    const group = groupsOf(small, 'connector').get('teams reference');
    assert.ok(group);
    const drawn = renderGraph(groupGraph(small, 'connector', new Set([group])));
    assert.ok(drawn.includes('teams → teams connection'));
    assert.ok(drawn.includes('teams reference → 3 flows (×3)'));
  });

  it('is the whole graph when every group is expanded', () => {
    for (const grouping of ['connector', 'solution'] as const) {
      const expanded = new Set(groupsOf(small, grouping).values());
      assert.deepEqual(renderGraph(groupGraph(small, grouping, expanded)), renderGraph(small));
    }
  });

  it('holds every node once, and marks each group with what is worst in it', () => {
    const workspace = openContoso();
    const whole = buildGraph(workspace.snapshot, (file) => workspace.findingsOf(file));
    for (const grouping of ['connector', 'solution'] as const) {
      const { nodes } = groupGraph(whole, grouping, new Set());
      const members = nodes.flatMap(({ id, group }) => group?.members ?? [id]);
      assert.deepEqual([...members].sort(), whole.nodes.map(({ id }) => id).sort());
      for (const { group, problems } of nodes) {
        const inside = whole.nodes.filter(({ id }) => group?.members.includes(id)).flatMap((one) => one.problems);
        if (group) assert.equal(problems.length, inside.length);
        const order = problems.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
        assert.deepEqual(order, [...order].sort());
      }
    }
  });
});

describe('the grouping of itself', () => {
  const large = (flows: number, solutions: number): Graph => ({
    ...small,
    solutions: Array.from({ length: solutions }, (_, i) => ({ id: `/s${i}`, name: `S${i}` })),
    nodes: [
      ...small.nodes.slice(0, 5),
      ...Array.from({ length: flows }, (_, i) => node(`f${i}`, 'flow', { solutions: [`/s${i % solutions}`] })),
    ],
    edges: Array.from({ length: flows }, (_, i) => edge('teams reference', `f${i}`)),
  });

  it('leaves a graph alone that is small enough', () => {
    assert.equal(chooseGrouping(small), 'none');
    assert.equal(chooseGrouping(large(mostNodes - 5, 1)), 'none');
  });

  it('groups a larger one by connector, and by solution where that is not enough', () => {
    assert.equal(chooseGrouping(large(mostNodes, 1)), 'connector');
    assert.equal(chooseGrouping(large(400, 200)), 'solution');
  });
});
