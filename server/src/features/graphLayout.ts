/** Where everything of the graph stands: columns from left to right, with as few crossings as can be. */
import { Graph as LayoutGraph, layout } from '@dagrejs/dagre';
import type { Graph, GraphEdge, GraphNode, GraphNodeKind } from './graphModel';

export interface Box {
  readonly node: GraphNode;
  /** The left upper corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly column: number;
}

export interface Wire {
  readonly edge: GraphEdge;
  /** A path of SVG. */
  readonly path: string;
}

export interface Column {
  readonly column: number;
  readonly x: number;
  readonly width: number;
}

export interface GraphLayout {
  /** By id, each column from top to bottom. */
  readonly boxes: ReadonlyMap<string, Box>;
  readonly wires: readonly Wire[];
  readonly columns: readonly Column[];
  readonly width: number;
  readonly height: number;
}

const nodeHeight = 42;
const gaps = { nodesep: 12, edgesep: 10, ranksep: 80, marginx: 0, marginy: 0 };

/** How far arcs between nodes of one column reach out. */
const mostBulge = 80;

const columnOf: Readonly<Record<GraphNodeKind, number>> = {
  connector: 0,
  connection: 1,
  reference: 2,
  solution: 3,
  flow: 3,
  app: 3,
  agent: 3,
  variable: 3,
};

/** @param widthOf gives the room that a node's text needs. */
export function layOut({ nodes, edges }: Graph, widthOf: (node: GraphNode) => number): GraphLayout {
  if (nodes.length === 0) return { boxes: new Map(), wires: [], columns: [], width: 0, height: 0 };
  const widths = new Map<number, number>();
  for (const node of nodes) {
    const column = columnOf[node.kind];
    widths.set(column, Math.max(widths.get(column) ?? 0, widthOf(node)));
  }
  const used = [...widths.keys()].sort((a, b) => a - b);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const columnAt = (id: string): number => columnOf[byId.get(id)?.kind ?? 'flow'];

  const graph = new LayoutGraph();
  graph.setGraph({ rankdir: 'LR', ...gaps, ranker: (ranked: LayoutGraph) => rank(ranked, used, columnAt) });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, kind } of nodes) {
    graph.setNode(id, { width: widths.get(columnOf[kind]) ?? 0, height: nodeHeight });
  }
  const isForward = ({ from, to }: GraphEdge): boolean => columnAt(from) < columnAt(to);
  for (const edge of edges) if (isForward(edge)) graph.setEdge(edge.from, edge.to);
  layout(graph);

  const boxes = nodes
    .map((node): Box => {
      const { x = 0, y = 0, width = 0 } = graph.node(node.id) as Placed;
      return { node, x: x - width / 2, y: y - nodeHeight / 2, width, height: nodeHeight, column: columnOf[node.kind] };
    })
    .sort((a, b) => a.column - b.column || a.y - b.y);
  const placed = new Map(boxes.map((box) => [box.node.id, box]));
  const columns = used.map((column) => {
    const { x = 0, width = 0 } = boxes.find((box) => box.column === column) ?? {};
    return { column, x, width };
  });
  const wires = edges.flatMap((edge): Wire[] => {
    const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
    if (!from || !to) return [];
    const { points = [] } = (isForward(edge) ? graph.edge(edge.from, edge.to) : {}) as { points?: readonly Point[] };
    return [{ edge, path: isForward(edge) ? forwardPath(from, to, points, columns) : sidePath(from, to) }];
  });
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const arcs = edges.every(isForward) ? 0 : mostBulge;
  return { boxes: placed, wires, columns, width: width + arcs, height };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Placed {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
}

/** Every kind has its column, however long the way to it is. Ranks are twice as many: edges bend in between. */
function rank(graph: LayoutGraph, used: readonly number[], columnAt: (id: string) => number): void {
  for (const id of graph.nodes()) {
    const node = graph.node(id) as { rank?: number };
    // There is one node more, by which the library holds together what is not connected.
    node.rank = Math.max(0, used.indexOf(columnAt(id))) * 2;
  }
}

/** From right side to left side, and straight on between the nodes of columns that are passed. */
function forwardPath(from: Box, to: Box, points: readonly Point[], columns: readonly Column[]): string {
  const passed = columns
    .filter(({ column }) => column > from.column && column < to.column)
    .flatMap(({ x, width }) => {
      const through = points.find((point) => point.x >= x - 1 && point.x <= x + width + 1);
      return through ? [{ x, y: through.y, until: x + width }] : [];
    });
  const start = { x: from.x + from.width, y: middle(from) };
  const parts = [`M${round(start.x)} ${round(start.y)}`];
  let last: Point = start;
  for (const { x, y, until } of passed) {
    parts.push(curve(last, { x, y }), `H${round(until)}`);
    last = { x: until, y };
  }
  parts.push(curve(last, { x: to.x, y: middle(to) }));
  return parts.join('');
}

function curve(from: Point, to: Point): string {
  const half = round((from.x + to.x) / 2);
  return `C${half} ${round(from.y)} ${half} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
}

/** Between nodes of one column: an arc on their right. */
function sidePath(from: Box, to: Box): string {
  const x = Math.max(from.x + from.width, to.x + to.width);
  const bulge = round(x + Math.min(mostBulge, 24 + Math.abs(to.y - from.y) / 8));
  return `M${round(from.x + from.width)} ${round(middle(from))}C${bulge} ${round(middle(from))} ${bulge} ${round(middle(to))} ${round(to.x + to.width)} ${round(middle(to))}`;
}

function middle({ y, height }: Box): number {
  return y + height / 2;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
