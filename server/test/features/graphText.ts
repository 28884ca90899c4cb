/** Graphs as lines, for tests. */
import type { Graph, GraphNode } from '../../src/features/graphModel';

/** `a → b` for each edge, with the environments, and `· c` for each node that has none. */
export function renderGraph({ nodes, edges }: Graph): string[] {
  const names = new Map(nodes.map((node) => [node.id, nameOf(node)]));
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return [
    ...edges.map(({ from, to, environments, count }) => {
      const notes = [...environments, ...(count === undefined ? [] : [`×${count}`])];
      return `${names.get(from) ?? '?'} → ${names.get(to) ?? '?'}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
    }),
    ...nodes.filter(({ id }) => !linked.has(id)).map((node) => `· ${nameOf(node)}`),
  ].sort();
}

function nameOf({ label, connectionState, environments, problems, kind }: GraphNode): string {
  const state = connectionState && connectionState !== 'bound' ? ` ${environments.join('+')}` : '';
  const worst = problems[0] ? ` [${problems[0].severity}]` : '';
  return `${kind === 'solution' ? 'solution ' : ''}${label}${state}${worst}`;
}
