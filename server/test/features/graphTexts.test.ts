/** Mermaid, DOT and SVG, with names that would be something else in those languages. */
import assert from 'node:assert/strict';
import { english, l10nFrom } from '../../src/base/l10n';
import { renderDot } from '../../src/features/graphDot';
import { renderMermaid } from '../../src/features/graphMermaid';
import { renderSvg } from '../../src/features/graphSvg';
import type { Graph, GraphNode } from '../../src/features/graphModel';
import { parseAnyXml } from '../../src/syntax/xml';
import type { XmlElement } from '../../src/syntax/xmlTree';

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

describe('SVG', () => {
  it('shows nodes, edges, problems and headings', () => {
    const elements = elementsOf(renderSvg(pair, english));
    assert.deepEqual(textsOf(elements, 'heading'), ['Connections', 'Used by']);
    assert.deepEqual(textsOf(elements, 'label'), ['Not bound', 'Notify']);
    assert.deepEqual(textsOf(elements, 'detail'), ['prod']);
    assert.deepEqual(textsOf(elements, 'count'), ['2']);
    assert.equal(withClass(elements, 'mark').length, 1);
    // The edge to what is gone is left out.
    assert.equal(withClass(elements, 'wire').length, 1);
    assert.deepEqual(
      elements.filter(({ name }) => name === 'title').map(({ text }) => text),
      ['Graph with 2 nodes', 'Not bound\nprod\n2 problems\nConnection\n1 to the right', 'Notify\nFlow\n1 to the left'],
    );
  });

  it('has room for all that it shows', () => {
    const [picture, ...elements] = elementsOf(renderSvg(pair, english));
    const width = numberOf(picture, 'width');
    const boxes = withClass(elements, 'node').map((node) => {
      const [, x] = /^translate\(([\d.]+) /.exec(valueOf(node, 'transform')) ?? [];
      return Number(x) + numberOf(withClass(node.children, 'box')[0], 'width');
    });
    assert.equal(boxes.length, 2);
    for (const right of boxes) assert.ok(right < width, `${right} of ${width}`);
  });

  it('cuts a long name, and has it whole in the tooltip', () => {
    const name = 'When a row is added, modified or deleted, then send a message to everybody who is on duty';
    const elements = elementsOf(renderSvg(graphWith(name), english));
    const [label = ''] = textsOf(elements, 'label');
    assert.match(label, /^When a row is added, .+…$/);
    assert.ok(elements.some((element) => element.name === 'title' && element.text.startsWith(`${name}\n`)));
  });

  it('says what a graph without nodes is', () => {
    assert.deepEqual(textsOf(elementsOf(renderSvg(graphWith(), english)), 'label'), [
      'There are no connections and no connection references here.',
    ]);
  });

  it('speaks the language that it is told', () => {
    const german = l10nFrom({ Connections: 'Verbindungen' });
    assert.deepEqual(textsOf(elementsOf(renderSvg(pair, german)), 'heading'), ['Verbindungen', 'Used by']);
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['</text><script>x()</script>', '</text><script>x()</script>'],
    ['a & b &lt;', 'a & b &lt;'],
    [`"it's"`, `"it's"`],
    [']]>', ']]>'],
    ['a\u0000b\u202ec\u001bd', 'a b c d'],
    ['a\ud800b\uffffc', 'a b c'],
    ['😀 日本', '😀 日本'],
  ];
  for (const [name, expected] of hostile) {
    it(`takes ${JSON.stringify(name)} for a text`, () => {
      const elements = elementsOf(renderSvg(graphWith(name), english));
      assert.deepEqual(textsOf(elements, 'label'), [expected]);
      assert.deepEqual(
        elements.filter((element) => /script|image|a$|foreign/i.test(element.name)),
        [],
      );
    });
  }
});

/** All elements of a picture, which has to be sound. */
function elementsOf(svg: string): XmlElement[] {
  const { root, errors } = parseAnyXml(svg);
  assert.deepEqual(errors, []);
  assert.ok(root);
  const elements = [root];
  for (const element of elements) elements.push(...element.children);
  return elements;
}

function textsOf(elements: readonly XmlElement[], name: string): string[] {
  return withClass(elements, name).map(({ text }) => text);
}

function withClass(elements: readonly XmlElement[], name: string): XmlElement[] {
  return elements.filter((element) => valueOf(element, 'class').split(' ').includes(name));
}

function numberOf(element: XmlElement | undefined, name: string): number {
  return Number(element && valueOf(element, name));
}

function valueOf({ attributes }: XmlElement, name: string): string {
  return attributes.find((one) => one.name === name)?.value ?? '';
}
