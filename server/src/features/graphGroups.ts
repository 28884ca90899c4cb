/**
 * Large graphs, made small: by connector, where a connector stands for its connections and references and one node for
 * all flows of a solution that use the same connectors; or by solution, where a solution stands for all that it has.
 */
import { english, type L10n } from '../base/l10n';
import { counted } from './counted';
import type { Graph, GraphEdge, GraphGroup, GraphNode, GraphNodeKind } from './graphModel';
import { GraphLinks } from './graphLinks';
import { compareNodes } from './graphOrder';

export type Grouping = 'none' | 'connector' | 'solution';

/** More nodes than this are hard to take in at once. */
export const mostNodes = 150;

/** The grouping that shows most and is still small enough. */
export function chooseGrouping(graph: Graph): Grouping {
  if (graph.nodes.length <= mostNodes) return 'none';
  const byConnector = groupGraph(graph, 'connector', new Set()).nodes.length;
  if (byConnector <= mostNodes || graph.solutions.length < 2) return 'connector';
  return groupGraph(graph, 'solution', new Set()).nodes.length < byConnector ? 'solution' : 'connector';
}

/**
 * Puts one node in the place of many. A connector and a user that are alone stay what they are.
 * @param expanded ids of groups whose nodes are to be seen.
 */
export function groupGraph(
  graph: Graph,
  grouping: Grouping,
  expanded: ReadonlySet<string>,
  l10n: L10n = english,
): Graph {
  if (grouping === 'none') return graph;
  const groups = findGroups(l10n, graph, grouping, expanded);
  const groupOf = new Map(groups.flatMap((group) => membersOf(group).map((id) => [id, group.id] as const)));
  const alone = graph.nodes.filter(({ id }) => !groupOf.has(id));
  return {
    ...graph,
    nodes: [...alone, ...groups].sort(compareNodes),
    edges: joinEdges(graph.edges, (id) => groupOf.get(id) ?? id),
  };
}

/** The group that a node would be in, were it not expanded. */
export function groupsOf(graph: Graph, grouping: Grouping): ReadonlyMap<string, string> {
  if (grouping === 'none') return new Map();
  const groups = findGroups(english, graph, grouping, new Set());
  return new Map(groups.flatMap((group) => membersOf(group).map((id) => [id, group.id] as const)));
}

function membersOf({ group }: GraphNode): readonly string[] {
  return group?.members ?? [];
}

interface Group {
  readonly by: GraphGroup['by'];
  readonly id: string;
  readonly fewest: number;
  readonly members: GraphNode[];
}

function findGroups(l10n: L10n, graph: Graph, grouping: Grouping, expanded: ReadonlySet<string>): GraphNode[] {
  const place = grouping === 'connector' ? placeByConnector(graph) : placeBySolution(graph);
  const groups = new Map<string, Group>();
  for (const node of graph.nodes) {
    const { by, key, fewest } = place(node);
    const id = `group:${by}:${key}`;
    const known = groups.get(id) ?? { by, id, fewest, members: [] };
    known.members.push(node);
    groups.set(id, known);
  }
  return [...groups.values()]
    .filter(({ id, members, fewest }) => members.length >= fewest && !expanded.has(id))
    .map((group) => groupNode(l10n, graph, group));
}

interface Placed {
  readonly by: GraphGroup['by'];
  readonly key: string;
  /** With fewer members there is no group. */
  readonly fewest: number;
}

type Place = (node: GraphNode) => Placed;

function placeByConnector(graph: Graph): Place {
  const links = new GraphLinks(graph.edges);
  const connectorOf = new Map(
    graph.nodes.map((node) => [node.id, node.kind === 'connector' ? node.id : node.connector]),
  );
  return (node) => {
    const connector = connectorOf.get(node.id);
    if (connector !== undefined) return { by: 'connector', key: connector, fewest: 2 };
    const used = new Set(links.sourcesOf(node.id).map((id) => connectorOf.get(id) ?? id));
    return { by: 'users', key: JSON.stringify([node.solutions, [...used].sort()]), fewest: 3 };
  };
}

function placeBySolution(graph: Graph): Place {
  const links = new GraphLinks(graph.edges);
  const solutionsOf = new Map(graph.nodes.map(({ id, solutions }) => [id, solutions]));
  return (node) => {
    if (node.kind === 'connector') return { by: 'connector', key: node.id, fewest: 2 };
    if (node.kind === 'connection') return { by: 'connector', key: node.connector ?? '', fewest: 2 };
    const users = links.targetsOf(node.id).flatMap((id) => solutionsOf.get(id) ?? []);
    return { by: 'solution', key: node.solutions[0] ?? users[0] ?? '', fewest: 1 };
  };
}

function groupNode(l10n: L10n, graph: Graph, { id, by, members }: Group): GraphNode {
  const connector = members.find(({ kind }) => kind === 'connector');
  const solution = graph.solutions.find((one) => by === 'solution' && id === `group:solution:${one.id}`);
  const kinds = new Set(members.map(({ kind }) => kind));
  const counts = countKinds(
    l10n,
    members.filter((member) => member !== connector),
  );
  const detail = by === 'users' ? members[0]?.detail : counts;
  return {
    id,
    kind: by === 'users' && kinds.size === 1 ? (members[0]?.kind ?? 'flow') : kindOfGroup[by],
    label: connector?.label ?? solution?.name ?? (by === 'solution' ? l10n.t('In no solution') : counts),
    ...(detail !== undefined && { detail }),
    solutions: [...new Set(members.flatMap(({ solutions }) => solutions))],
    environments: [...new Set(members.flatMap(({ environments }) => environments))],
    problems: ['error', 'warning', 'info'].flatMap((severity) =>
      members.flatMap(({ problems }) => problems.filter((problem) => problem.severity === severity)),
    ),
    hasPlace: false,
    group: { by, members: members.map((member) => member.id) },
  };
}

const kindOfGroup: Readonly<Record<GraphGroup['by'], GraphNodeKind>> = {
  connector: 'connector',
  solution: 'solution',
  users: 'flow',
};

/** `3 references, 12 flows`, or the largest part of it. */
function countKinds(l10n: L10n, nodes: readonly GraphNode[]): string {
  const counts = new Map<GraphNodeKind, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, n]) => countKind(l10n, n, kind)).join(', ');
}

function countKind(l10n: L10n, n: number, kind: GraphNodeKind): string {
  if (kind !== 'variable') return counted(l10n, n, kind);
  return n === 1 ? l10n.t('1 variable') : l10n.t('{0} variables', n);
}

/** Edges between the same nodes become one; those within a group go. */
function joinEdges(edges: readonly GraphEdge[], shown: (id: string) => string): GraphEdge[] {
  const joined = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const from = shown(edge.from);
    const to = shown(edge.to);
    if (from === to) continue;
    const key = JSON.stringify([from, to]);
    const known = joined.get(key);
    const environments = new Set([...(known?.environments ?? []), ...edge.environments]);
    const count = (known ? (known.count ?? 1) : 0) + (edge.count ?? 1);
    joined.set(key, { from, to, environments: [...environments], ...(count > 1 && { count }) });
  }
  return [...joined.values()];
}
