/** Parts of the graph: around one node, of some solutions or environments, of some kinds, or where problems are. */
import type { Graph, GraphEdge, GraphNode, GraphNodeKind } from './graphModel';
import { GraphLinks } from './graphLinks';

export interface GraphFilter {
  /** Ids; all where there are none. */
  readonly solutions?: readonly string[];
  /** Names; all where there are none. */
  readonly environments?: readonly string[];
  readonly hiddenKinds?: readonly GraphNodeKind[];
  readonly onlyProblems?: boolean;
}

export function filterGraph<N extends GraphNode>(graph: Graph<N>, filter: GraphFilter): Graph<N> {
  const { solutions = [], environments = [], hiddenKinds = [], onlyProblems = false } = filter;
  const ofSolutions = solutions.length > 0 ? keepSolutions(graph, new Set(solutions)) : graph;
  const ofEnvironments = environments.length > 0 ? keepEnvironments(ofSolutions, new Set(environments)) : ofSolutions;
  const withProblems = onlyProblems ? keepProblems(ofEnvironments) : ofEnvironments;
  return hiddenKinds.length > 0 ? hideKinds(withProblems, new Set(hiddenKinds)) : withProblems;
}

/** A node with all that it hangs on and all that hangs on it; empty when it is not in the graph. */
export function graphAround<N extends GraphNode>(graph: Graph<N>, id: string): Graph<N> {
  const links = new GraphLinks(graph.edges);
  return keep(graph, new Set([...links.upstreamOf([id]), ...links.downstreamOf([id])]));
}

/** What the solutions have, and what that hangs on. */
function keepSolutions<N extends GraphNode>(graph: Graph<N>, solutions: ReadonlySet<string>): Graph<N> {
  const own = graph.nodes.filter((node) => node.solutions.some((id) => solutions.has(id)));
  return keep(graph, new GraphLinks(graph.edges).upstreamOf(own.map(({ id }) => id)));
}

/** Connections of other environments go, and what was bound to nothing else then hangs on its connector. */
function keepEnvironments<N extends GraphNode>(graph: Graph<N>, environments: ReadonlySet<string>): Graph<N> {
  const isMeant = (names: readonly string[]): boolean =>
    names.length === 0 || names.some((name) => environments.has(name));
  const nodes = graph.nodes.filter((node) => isMeant(node.environments));
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = graph.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to) && isMeant(edge.environments));
  const bound = new Set(edges.map(({ to }) => to));
  const orphans = nodes.flatMap(({ id, kind, connector }): GraphEdge[] =>
    kind === 'reference' && connector !== undefined && !bound.has(id)
      ? [{ from: connector, to: id, environments: [] }]
      : [],
  );
  return { ...graph, nodes, edges: [...edges, ...orphans] };
}

/** What has a problem, what that hangs on, and what directly hangs on it. */
function keepProblems<N extends GraphNode>(graph: Graph<N>): Graph<N> {
  const links = new GraphLinks(graph.edges);
  const marked = graph.nodes.filter(({ problems }) => problems.length > 0).map(({ id }) => id);
  return keep(graph, new Set([...links.upstreamOf(marked), ...marked.flatMap((id) => links.targetsOf(id))]));
}

/** Where nodes in the middle are hidden, those beside them are joined. */
function hideKinds<N extends GraphNode>(graph: Graph<N>, kinds: ReadonlySet<GraphNodeKind>): Graph<N> {
  const hidden = new Set(graph.nodes.filter(({ kind }) => kinds.has(kind)).map(({ id }) => id));
  const links = new GraphLinks(graph.edges);
  const shownBelow = (id: string): readonly string[] =>
    links.targetsOf(id).flatMap((target) => (hidden.has(target) ? shownBelow(target) : [target]));
  const edges = graph.edges.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to));
  const known = new Set(edges.map(({ from, to }) => JSON.stringify([from, to])));
  for (const { from, to } of graph.edges) {
    if (hidden.has(from) || !hidden.has(to)) continue;
    for (const target of shownBelow(to)) {
      const key = JSON.stringify([from, target]);
      if (!known.has(key)) edges.push({ from, to: target, environments: [] });
      known.add(key);
    }
  }
  return { ...graph, nodes: graph.nodes.filter(({ id }) => !hidden.has(id)), edges };
}

function keep<N extends GraphNode>(graph: Graph<N>, ids: ReadonlySet<string>): Graph<N> {
  return {
    ...graph,
    nodes: graph.nodes.filter(({ id }) => ids.has(id)),
    edges: graph.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  };
}
