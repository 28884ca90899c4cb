/** The graph as a Mermaid flowchart, which GitHub and Azure DevOps show in Markdown. */
import { english, type L10n } from '../base/l10n';
import type { Graph, GraphNode, GraphNodeKind } from './graphModel';
import { problemWords } from './graphWords';

export function renderMermaid({ nodes, edges }: Graph, l10n: L10n = english): string {
  // Names of the workspace never are Mermaid's identifiers.
  const names = new Map(nodes.map(({ id }, i) => [id, `n${i + 1}`]));
  const lines = [
    'flowchart LR',
    ...nodes.map((node) => `  ${names.get(node.id) ?? ''}${shape(l10n, node)}`),
    ...edges.flatMap(({ from, to, environments }) => {
      const [a, b] = [names.get(from), names.get(to)];
      if (a === undefined || b === undefined) return [];
      const label = environments.length === 0 ? '' : `|"${escapeText(environments.join(', '))}"|`;
      return [`  ${a} -->${label} ${b}`];
    }),
    ...nodes.flatMap(({ id, problems }) => {
      const worst = problems[0]?.severity;
      return worst === undefined ? [] : [`  class ${names.get(id) ?? ''} ${worst}`];
    }),
    '  classDef error stroke:#c42b1c,stroke-width:3px',
    '  classDef warning stroke:#b07800,stroke-width:3px',
    '  classDef info stroke:#2b6cb0,stroke-width:2px',
  ];
  return `${lines.join('\n')}\n`;
}

const brackets: Readonly<Record<GraphNodeKind, readonly [string, string]>> = {
  connector: ['([', '])'],
  connection: ['[(', ')]'],
  reference: ['(', ')'],
  solution: ['[[', ']]'],
  flow: ['[', ']'],
  app: ['[', ']'],
  agent: ['[', ']'],
  variable: ['[', ']'],
};

function shape(l10n: L10n, node: GraphNode): string {
  const [open, close] = brackets[node.kind];
  const lines = [node.label, node.detail, problemWords(l10n, node.problems)].filter((line) => line !== undefined);
  return `${open}"${lines.map(escapeText).join('<br/>')}"${close}`;
}

/**
 * Mermaid reads markup, Markdown, entities and comments even within quotes. So what is no letter, digit or plain mark
 * becomes a numeric entity, and so do marks that would make emphasis or a list.
 */
function escapeText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[^\p{L}\p{M}\p{N} .,()/_–—…·›-]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^-/gu, entity)
    .replace(/^(\s*\d+)\./u, '$1#46;');
}

function entity(character: string): string {
  return `#${character.codePointAt(0) ?? 0};`;
}
