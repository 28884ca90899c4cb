/** The graph as a picture in a file: laid out as the panel does it, in light or dark as the reader's system is. */
import { columnNames, describeNode } from './graphNodeWords';
import { drawGraph, shape, widthOfNode, type Font, type Shape } from './graphDrawing';
import { layOut } from './graphLayout';
import type { Graph } from './graphModel';
import { estimateWidth } from './textWidth';
import type { L10n } from '../base/l10n';

const margin = 24;
/** Above the columns, for their headings. */
const headingHeight = 32;
const fontSizes: Readonly<Record<Font, number>> = { label: 13, detail: 11 };

export function renderSvg(graph: Graph, l10n: L10n): string {
  const layout = layOut(graph, (node) => widthOfNode(node, measure));
  const { wires, nodes } = drawGraph(layout, measure, (...node) => describeNode(l10n, ...node));
  const names = columnNames(l10n);
  const isEmpty = nodes.length === 0;
  const nothing = l10n.t('There are no connections and no connection references here.');
  const width = Math.ceil((isEmpty ? measure(nothing, 'label') : layout.width) + 2 * margin);
  const height = Math.ceil(layout.height + headingHeight + 2 * margin);
  const parts = [
    shape('title', {}, l10n.t('Graph with {0} nodes', nodes.length)),
    shape('rect', { class: 'page', width, height }),
    shape(
      'g',
      { transform: `translate(${margin} ${margin + headingHeight})` },
      ...(isEmpty ? [shape('text', { class: 'label', y: -10 }, nothing)] : []),
      ...layout.columns.map(({ column, x }) => shape('text', { class: 'heading', x, y: -16 }, names[column] ?? '')),
      ...wires.map((wire) => wire.shape),
      ...nodes.map((node) => node.shape),
    ),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${style}</style>`,
    ...parts.map(print),
    '</svg>\n',
  ].join('\n');
}

function measure(text: string, font: Font): number {
  return estimateWidth(text, fontSizes[font], font === 'label');
}

/** Each node and each line on a line of its own, so that versions of a picture can be compared. */
function print({ name, attributes, children }: Shape): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escape(child) : print(child)));
  const isList = children.some((child) => typeof child !== 'string' && child.name === 'g');
  const content = isList ? `\n${inner.join('\n')}\n` : inner.join('');
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

/** Line feeds part what is said of a node. Other characters that are not seen are no part of XML, or turn text around. */
function escape(text: string): string {
  return text
    .replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

interface Colours {
  readonly page: string;
  readonly box: string;
  readonly text: string;
  readonly line: string;
  readonly connector: string;
  readonly connection: string;
  readonly reference: string;
  readonly user: string;
  readonly error: string;
  readonly warning: string;
  readonly info: string;
}

const light: Colours = {
  page: '#ffffff',
  box: '#f8f8f8',
  text: '#1f1f1f',
  line: '#9a9a9a',
  connector: '#652d90',
  connection: '#767676',
  reference: '#1a85ff',
  user: '#388a34',
  error: '#c42b1c',
  warning: '#9d5d00',
  info: '#1a65b8',
};

const dark: Colours = {
  page: '#1f1f1f',
  box: '#262626',
  text: '#e6e6e6',
  line: '#7d7d7d',
  connector: '#c586f0',
  connection: '#a0a0a0',
  reference: '#59a4f9',
  user: '#89d185',
  error: '#f88070',
  warning: '#e0b040',
  info: '#59a4f9',
};

/** Without variables, which only browsers know. */
const style = `
text { font-family: "Segoe UI", system-ui, Roboto, "Helvetica Neue", Arial, sans-serif; font-size: ${fontSizes.label}px }
.label, .heading { font-weight: 600 }
.detail, .count { font-size: ${fontSizes.detail}px }
.icon, .mark, .wire { fill: none }
.icon, .wire, .box, .behind { stroke-width: 1.2px }
.mark { stroke-width: 1.6px }
.wire.many { stroke-width: 2.4px }
.error .box, .warning .box { stroke-width: 2px }
.token .box { stroke-dasharray: 6 3 }
.unbound .box { stroke-dasharray: 2 3 }
${colour(light)}
@media (prefers-color-scheme: dark) {
${colour(dark)}
}
`;

function colour(colours: Colours): string {
  return `svg { background: ${colours.page} }
.page { fill: ${colours.page} }
text { fill: ${colours.text} }
.box, .behind { fill: ${colours.box}; stroke: ${colours.line} }
.wire { stroke: ${colours.line} }
.icon { stroke: ${colours.text} }
.connector .bar, .solution .bar { fill: ${colours.connector} }
.connection .bar { fill: ${colours.connection} }
.reference .bar { fill: ${colours.reference} }
.flow .bar, .app .bar, .agent .bar, .variable .bar { fill: ${colours.user} }
.error .box, .mark.error { stroke: ${colours.error} }
.warning .box, .mark.warning { stroke: ${colours.warning} }
.mark.info { stroke: ${colours.info} }`;
}
