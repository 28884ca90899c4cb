/** Makes elements of the page from what the graph looks like. */
import {
  drawGraph,
  widthOfNode as widthOf,
  type DrawnNode,
  type Font,
  type Shape,
} from '../../../server/src/features/graphDrawing';
import type { GraphLayout } from '../../../server/src/features/graphLayout';
import type { GraphNode } from '../../../server/src/features/graphModel';
import { svg } from '../shared/dom';
import { describeNode } from './words';

export interface Drawing {
  readonly world: SVGGElement;
  readonly nodes: ReadonlyMap<string, SVGGElement>;
  readonly wires: readonly DrawnWire[];
}

export interface DrawnWire {
  readonly from: string;
  readonly to: string;
  readonly element: SVGElement;
}

export function widthOfNode(node: GraphNode): number {
  return widthOf(node, measure);
}

export function draw(layout: GraphLayout): Drawing {
  const drawing = drawGraph(layout, measure, describeNode);
  const wires = drawing.wires.map(({ wire, shape }): DrawnWire => {
    const { from, to } = wire.edge;
    return { from, to, element: toElement(shape) };
  });
  const nodes = new Map(drawing.nodes.map((drawn) => [drawn.node.id, toButton(drawn)]));
  const world = svg(
    'g',
    { class: 'world' },
    svg('g', { class: 'wires', 'aria-hidden': 'true' }, ...wires.map(({ element }) => element)),
    svg('g', { class: 'nodes' }, ...nodes.values()),
  );
  return { world, nodes, wires };
}

function toButton({ node, shape, description }: DrawnNode): SVGGElement {
  const attributes = {
    ...shape.attributes,
    role: 'button',
    tabindex: -1,
    'aria-label': description.join(', '),
    'aria-pressed': 'false',
    'data-id': node.id,
  };
  return svg('g', attributes, ...shape.children.map(toNode));
}

function toNode(child: Shape | string): Node | string {
  return typeof child === 'string' ? child : toElement(child);
}

function toElement({ name, attributes, children }: Shape): SVGElement {
  return svg(name, attributes, ...children.map(toNode));
}

const context = document.createElement('canvas').getContext('2d');

function measure(text: string, font: Font): number {
  if (!context) return text.length * 7;
  const { fontFamily, fontSize } = getComputedStyle(document.body);
  const size = Number.parseFloat(fontSize);
  context.font = font === 'label' ? `600 ${size}px ${fontFamily}` : `${size - 2}px ${fontFamily}`;
  return context.measureText(text).width;
}
