/** The order of nodes: by kind, from left to right, then by label. */
import { compare } from '../base/compare';
import type { GraphNode, GraphNodeKind } from './graphModel';

const graphNodeKinds: readonly GraphNodeKind[] = [
  'connector',
  'connection',
  'reference',
  'solution',
  'flow',
  'app',
  'agent',
  'variable',
];

export function compareNodes(a: GraphNode, b: GraphNode): number {
  return (
    graphNodeKinds.indexOf(a.kind) - graphNodeKinds.indexOf(b.kind) ||
    compareFolded(a.label, b.label) ||
    compare(a.id, b.id)
  );
}

export function compareFolded(a: string, b: string): number {
  return compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b);
}
