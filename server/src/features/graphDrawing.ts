/**
 * What a graph looks like: the elements of SVG that its layout is drawn with, as plain data. The panel makes elements of
 * a page of them, the command line a file. Colours and lines come from a style sheet, by class.
 */
import { expandIcon, kindIcons, severityIcons } from './graphIcons';
import type { Box, GraphLayout, Wire } from './graphLayout';
import type { GraphNode } from './graphModel';

export interface Shape {
  readonly name: 'g' | 'path' | 'rect' | 'text' | 'title';
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Strings are text, never markup. */
  readonly children: readonly (Shape | string)[];
}

export interface GraphDrawing {
  readonly wires: readonly { readonly wire: Wire; readonly shape: Shape }[];
  readonly nodes: readonly DrawnNode[];
}

export interface DrawnNode {
  readonly node: GraphNode;
  readonly shape: Shape;
  /** What is said of it; also its tooltip, a line each. */
  readonly description: readonly string[];
}

export type Font = 'label' | 'detail';

/** Gives the width of a text. */
export type Measure = (text: string, font: Font) => number;

/** @param sources, targets are how many nodes it is joined with on its left and on its right. */
export type Describe = (node: GraphNode, sources: number, targets: number) => readonly string[];

const textStart = 32;
const mostWidth = 340;
const leastWidth = 120;
const badgeWidth = 38;

/** The room that a node's texts need; longer ones are cut, and whole in the tooltip. */
export function widthOfNode(node: GraphNode, measure: Measure): number {
  const texts = Math.max(measure(node.label, 'label'), measure(node.detail ?? '', 'detail'));
  return Math.ceil(Math.min(mostWidth, Math.max(leastWidth, textStart + texts + roomForBadge(node))));
}

export function drawGraph({ boxes, wires }: GraphLayout, measure: Measure, describe: Describe): GraphDrawing {
  const sources = countBy(wires, ({ edge }) => edge.to);
  const targets = countBy(wires, ({ edge }) => edge.from);
  return {
    wires: wires.map((wire) => ({ wire, shape: drawWire(wire) })),
    nodes: [...boxes.values()].map((box): DrawnNode => {
      const { node } = box;
      const description = describe(node, sources.get(node.id) ?? 0, targets.get(node.id) ?? 0);
      return { node, description, shape: drawNode(box, description, measure) };
    }),
  };
}

export function shape(
  name: Shape['name'],
  attributes: Shape['attributes'],
  ...children: readonly (Shape | string)[]
): Shape {
  return { name, attributes, children };
}

function drawWire({ edge, path }: Wire): Shape {
  return shape('path', { class: (edge.count ?? 1) > 1 ? 'wire many' : 'wire', d: path });
}

function drawNode({ node, x, y, width, height }: Box, description: readonly string[], measure: Measure): Shape {
  const { kind, label, detail, connectionState, problems, group } = node;
  const worst = problems[0]?.severity;
  const room = width - textStart - roomForBadge(node);
  const classes = ['node', kind, connectionState, worst, group && 'group'].filter((name) => name !== undefined);
  return shape(
    'g',
    { class: classes.join(' '), transform: `translate(${x} ${y})` },
    shape('title', {}, description.join('\n')),
    ...(group ? [shape('rect', { class: 'behind', x: 4, y: 4, width, height, rx: 4 })] : []),
    shape('rect', { class: 'box', width, height, rx: 4 }),
    shape('rect', { class: 'bar', width: 4, height, rx: 2 }),
    icon(kindIcons[kind], 'icon', 10, 5),
    shape(
      'text',
      { class: 'label', x: textStart, y: detail === undefined ? 26 : 18 },
      cut(label, 'label', room, measure),
    ),
    // Without spaces, assistive technology reads one word.
    ' ',
    ...(detail === undefined
      ? []
      : [shape('text', { class: 'detail', x: textStart, y: 33 }, cut(detail, 'detail', room, measure))]),
    ...(worst ? [icon(severityIcons[worst], `mark ${worst}`, width - 22, 4)] : []),
    ' ',
    ...(problems.length > 1
      ? [shape('text', { class: 'count', x: width - 14, y: 34, 'text-anchor': 'middle' }, String(problems.length))]
      : []),
    ...(group && !worst ? [icon(expandIcon, 'icon', width - 22, 5)] : []),
  );
}

function icon(path: string, name: string, x: number, y: number): Shape {
  return shape('path', { class: name, d: path, transform: `translate(${x} ${y})` });
}

function roomForBadge({ problems, group }: GraphNode): number {
  return problems.length > 0 || group ? badgeWidth : 8;
}

/** As much of the text as there is room for. */
function cut(text: string, font: Font, room: number, measure: Measure): string {
  if (measure(text, font) <= room) return text;
  const characters = Array.from(text);
  let fits = 0;
  for (let step = characters.length; step >= 1; step = Math.floor(step / 2)) {
    while (fits + step <= characters.length && measure(`${characters.slice(0, fits + step).join('')}…`, font) <= room) {
      fits += step;
    }
  }
  return `${characters.slice(0, fits).join('').trimEnd()}…`;
}

function countBy(wires: readonly Wire[], idOf: (wire: Wire) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const wire of wires) counts.set(idOf(wire), (counts.get(idOf(wire)) ?? 0) + 1);
  return counts;
}
