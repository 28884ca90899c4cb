/** Mermaid and DOT, with names that would be something else in those languages. */
import assert from 'node:assert/strict';
import { renderDot } from '../../src/features/graphDot';
import { renderMermaid } from '../../src/features/graphMermaid';
import type { Graph, GraphNode } from '../../src/features/graphModel';

function graphWith(...labels: readonly string[]): Graph {
  const nodes = labels.map((label, i): GraphNode => ({
    id: `reference:${i}`,
    kind: 'reference',
    label,
    solutions: [],
    environments: [],
    problems: [],
    hasPlace: true,
  }));
  return { nodes, edges: [], solutions: [], environments: [] };
}

const pair: Graph = {
  ...graphWith('Notify', 'Prod'),
  nodes: [
    {
      id: 'connection:x',
      kind: 'connection',
      label: 'Not bound',
      detail: 'prod',
      connectionState: 'unbound',
      solutions: [],
      environments: ['prod'],
      problems: [
        { severity: 'warning', message: 'Bind it.' },
        { severity: 'info', message: 'Soon.' },
      ],
      hasPlace: true,
    },
    {
      id: 'flow:/a "b"',
      kind: 'flow',
      label: 'Notify',
      solutions: [],
      environments: [],
      problems: [],
      hasPlace: true,
    },
  ],
  edges: [
    { from: 'connection:x', to: 'flow:/a "b"', environments: ['prod', 'te"st'] },
    { from: 'connection:x', to: 'gone', environments: [] },
  ],
};

describe('Mermaid', () => {
  it('shows nodes, edges and problems', () => {
    assert.equal(
      renderMermaid(pair),
      `flowchart LR
  n1[("Not bound<br/>prod<br/>1 warning, 1 info")]
  n2["Notify"]
  n1 -->|"prod, te#34;st"| n2
  class n1 warning
  classDef error stroke:#c42b1c,stroke-width:3px
  classDef warning stroke:#b07800,stroke-width:3px
  classDef info stroke:#2b6cb0,stroke-width:2px
`,
    );
  });

  it('leaves plain names as they are', () => {
    const names = ['HR – Outlook – Service', 'contoso_sharedteams_92c4d', 'Send an email (V2)', 'Größe 日本'];
    const drawn = renderMermaid(graphWith(...names));
    for (const name of names) assert.ok(drawn.includes(`("${name}")`), name);
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['a"b', 'a#34;b'],
    ['"] --> n9["x', '#34;#93; --#62; n9#91;#34;x'],
    ['<b>x</b>', '#60;b#62;x#60;/b#62;'],
    ['`**x**`', '#96;#42;#42;x#42;#42;#96;'],
    ['_x_', '#95;x#95;'],
    ['#quot;', '#35;quot#59;'],
    ['%%{init: {}}%%', '#37;#37;#123;init#58; #123;#125;#125;#37;#37;'],
    ['a\nb\r\tc', 'a b c'],
    ['1. first', '1#46; first'],
    ['- item', '#45; item'],
    ['javascript:alert(1)', 'javascript#58;alert(1)'],
    ['a\u202eb\u0000c', 'a b c'],
    ['😀 & co', '#128512; #38; co'],
  ];
  for (const [name, expected] of hostile) {
    it(`takes ${JSON.stringify(name)} for a text`, () => {
      const [, line] = renderMermaid(graphWith(name)).split('\n');
      assert.equal(line, `  n1("${expected}")`);
    });
  }
});

describe('DOT', () => {
  it('shows nodes, edges and problems', () => {
    assert.equal(
      renderDot(pair),
      String.raw`digraph connref {
  graph [rankdir=LR, charset="UTF-8"]
  node [shape=box, style=rounded, fontname="sans-serif"]
  edge [fontname="sans-serif", fontsize=10]
  n1 [label="Not bound\nprod\n1 warning, 1 info", shape=cylinder, style=solid, color="#b07800", penwidth=2]
  n2 [label="Notify"]
  n1 -> n2 [label="prod, te\"st"]
}
`,
    );
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['a"b', String.raw`a\"b`],
    ['"]; n9 [label="x', String.raw`\"]; n9 [label=\"x`],
    [String.raw`C:\new\N`, String.raw`C:\\new\\N`],
    ['<b>x</b>', '<b>x</b>'],
    ['&lt;', '&amp;lt;'],
    ['a\nb', 'a b'],
    ['\\', '\\\\'],
  ];
  for (const [name, expected] of hostile) {
    it(`takes ${JSON.stringify(name)} for a text`, () => {
      const line = renderDot(graphWith(name)).split('\n')[4];
      assert.equal(line, `  n1 [label="${expected}"]`);
    });
  }
});
