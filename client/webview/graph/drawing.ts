/** Draws a layout as SVG. Colours and lines come from the style sheet, by class. */
import type { GraphNode } from '../../../server/src/features/graphModel';
import { svg } from '../shared/dom';
import { expandIcon, kindIcons, severityIcons } from './icons';
import type { Box, GraphLayout, Wire } from './layout';
import { describeNode } from './words';

export interface Drawing {
  readonly world: SVGGElement;
  readonly nodes: ReadonlyMap<string, SVGGElement>;
  readonly wires: readonly DrawnWire[];
}

export interface DrawnWire {
  readonly from: string;
  readonly to: string;
  readonly element: SVGPathElement;
}

const textStart = 32;
const mostWidth = 340;
const leastWidth = 120;
const badgeWidth = 38;

/** The room that a node's texts need; longer ones are cut, and whole in the tooltip and beside the graph. */
export function widthOfNode(node: GraphNode): number {
  const texts = Math.max(measure(node.label, 'label'), measure(node.detail ?? '', 'detail'));
  const badge = node.problems.length > 0 || node.group ? badgeWidth : 8;
  return Math.ceil(Math.min(mostWidth, Math.max(leastWidth, textStart + texts + badge)));
}

export function draw({ boxes, wires }: GraphLayout): Drawing {
  const sources = countBy(wires, ({ edge }) => edge.to);
  const targets = countBy(wires, ({ edge }) => edge.from);
  const drawnWires = wires.map(drawWire);
  const nodes = new Map<string, SVGGElement>();
  for (const [id, box] of boxes) nodes.set(id, drawNode(box, sources.get(id) ?? 0, targets.get(id) ?? 0));
  const world = svg(
    'g',
    { class: 'world' },
    svg('g', { class: 'wires', 'aria-hidden': 'true' }, ...drawnWires.map(({ element }) => element)),
    svg('g', { class: 'nodes' }, ...nodes.values()),
  );
  return { world, nodes, wires: drawnWires };
}

function drawWire({ edge, path }: Wire): DrawnWire {
  const { from, to, count = 1 } = edge;
  const element = svg('path', { class: count > 1 ? 'wire many' : 'wire', d: path });
  return { from, to, element };
}

function drawNode({ node, x, y, width, height }: Box, sources: number, targets: number): SVGGElement {
  const { id, kind, label, detail, connectionState, problems, group } = node;
  const worst = problems[0]?.severity;
  const room = width - textStart - (worst || group ? badgeWidth : 8);
  const classes = ['node', kind, connectionState, worst, group && 'group'].filter((name) => name !== undefined);
  const description = describeNode(node, sources, targets);
  return svg(
    'g',
    {
      class: classes.join(' '),
      transform: `translate(${x} ${y})`,
      role: 'button',
      tabindex: -1,
      'aria-label': description.join(', '),
      'aria-pressed': 'false',
      'data-id': id,
    },
    svg('title', {}, description.join('\n')),
    ...(group ? [svg('rect', { class: 'behind', x: 4, y: 4, width, height, rx: 4 })] : []),
    svg('rect', { class: 'box', width, height, rx: 4 }),
    svg('rect', { class: 'bar', width: 4, height, rx: 2 }),
    icon(kindIcons[kind], 'icon', 10, 5),
    svg('text', { class: 'label', x: textStart, y: detail === undefined ? 26 : 18 }, cut(label, 'label', room)),
    // Without spaces, assistive technology reads one word.
    ' ',
    ...(detail === undefined
      ? []
      : [svg('text', { class: 'detail', x: textStart, y: 33 }, cut(detail, 'detail', room))]),
    ...(worst ? [icon(severityIcons[worst], `mark ${worst}`, width - 22, 4)] : []),
    ' ',
    ...(problems.length > 1
      ? [svg('text', { class: 'count', x: width - 14, y: 34, 'text-anchor': 'middle' }, String(problems.length))]
      : []),
    ...(group && !worst ? [icon(expandIcon, 'icon', width - 22, 5)] : []),
  );
}

function icon(path: string, name: string, x: number, y: number): SVGPathElement {
  return svg('path', { class: name, d: path, transform: `translate(${x} ${y})` });
}

type Font = 'label' | 'detail';

const context = document.createElement('canvas').getContext('2d');

function measure(text: string, font: Font): number {
  if (!context) return text.length * 7;
  const { fontFamily, fontSize } = getComputedStyle(document.body);
  const size = Number.parseFloat(fontSize);
  context.font = font === 'label' ? `600 ${size}px ${fontFamily}` : `${size - 2}px ${fontFamily}`;
  return context.measureText(text).width;
}

/** As much of the text as there is room for. */
function cut(text: string, font: Font, room: number): string {
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
