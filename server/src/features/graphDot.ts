/** The graph in Graphviz's language. */
import { english, type L10n } from '../base/l10n';
import type { Graph, GraphNode, GraphNodeKind } from './graphModel';
import { problemWords } from './graphWords';

export function renderDot({ nodes, edges }: Graph, l10n: L10n = english): string {
  const names = new Map(nodes.map(({ id }, i) => [id, `n${i + 1}`]));
  const lines = [
    'digraph connref {',
    '  graph [rankdir=LR, charset="UTF-8"]',
    '  node [shape=box, style=rounded, fontname="sans-serif"]',
    '  edge [fontname="sans-serif", fontsize=10]',
    ...nodes.map((node) => `  ${names.get(node.id) ?? ''} [${attributes(l10n, node)}]`),
    ...edges.flatMap(({ from, to, environments }) => {
      const [a, b] = [names.get(from), names.get(to)];
      if (a === undefined || b === undefined) return [];
      return [`  ${a} -> ${b}${environments.length === 0 ? '' : ` [label=${quote([environments.join(', ')])}]`}`];
    }),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

const shapes: Readonly<Partial<Record<GraphNodeKind, string>>> = {
  connector: 'box3d',
  connection: 'cylinder',
  solution: 'folder',
};

const colors = { error: '#c42b1c', warning: '#b07800', info: '#2b6cb0' } as const;

function attributes(l10n: L10n, node: GraphNode): string {
  const { kind, label, detail, problems } = node;
  const shape = shapes[kind];
  const worst = problems[0]?.severity;
  return [
    `label=${quote([label, detail, problemWords(l10n, problems)].filter((line) => line !== undefined))}`,
    ...(shape === undefined ? [] : [`shape=${shape}, style=solid`]),
    ...(worst === undefined ? [] : [`color="${colors[worst]}", penwidth=2`]),
  ].join(', ');
}

/** Within quotes, backslashes begin escapes and ampersands begin entities. */
function quote(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
      .replaceAll('&', '&amp;')
      .replace(/[\\"]/g, '\\$&'),
  );
  return `"${escaped.join('\\n')}"`;
}
