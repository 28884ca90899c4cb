import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { decode } from '../../src/syntax/encoding';
import { parsePlainXml } from '../../src/syntax/plainXml';
import { parseAnyXml, parseXml, type XmlElement } from '../../src/syntax/xml';

const fixtures = path.resolve('test-fixtures');

describe('parsePlainXml', () => {
  it('reads what the platform writes', () => {
    for (const text of [
      '<a/>',
      '<?xml version="1.0" encoding="utf-8"?>\r\n<a b="1" xsi:c = \'"2"\' >\r\n  <b />t<!-- & no -->u\r<c.d-e_f></c.d-e_f >\r\n</a>\r\n',
      '<!-- before --><a><b>1 &lt; 2 &#65;&#xe4;</b></a><!-- behind -->',
    ]) {
      compare(text);
      assert.notEqual(parsePlainXml(text.replace(' & no', '')), undefined, text);
    }
  });

  it('gives up at what is wrong or not known to it', () => {
    for (const text of [
      '',
      'a',
      '<a>',
      '<a></b>',
      '</a>',
      '<a/><b/>',
      '<a/>b',
      '<a b/>',
      '<a b=c/>',
      '<a b="1"c="2"/>',
      '<a b="1" b="2"/>',
      '<a b="<"/>',
      '<a b="1/>',
      '<a>&nbsp;</a>',
      '<a>& b</a>',
      '<a>&#0;</a>',
      '<a>]]></a>',
      '<a>\u0001</a>',
      '<a>\ud800</a>',
      '<a><!-- -- --></a>',
      '<a><![CDATA[b]]></a>',
      '<!DOCTYPE a><a/>',
      '<?b?><a/>',
      '<?xml version="1.1"?><a/>',
      ' <?xml version="1.0"?><a/>',
      '<ä/>',
      '<aä/>',
    ]) {
      assert.equal(parsePlainXml(text), undefined, text);
    }
  });

  it('gives the tree of the tolerant reader for any text that it reads', () => {
    fc.assert(fc.property(xml, compare), { numRuns: 2000 });
  });

  it('gives it for every fixture, and for each with a piece missing or put in', () => {
    const texts = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.toLowerCase().endsWith('.xml'))
      .map((file) => decode(readFileSync(path.join(fixtures, file))).text);
    assert.ok(texts.length > 0);
    texts.forEach(compare);
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.nat(6),
        fc.constantFrom('', ...pieces),
        (text, at, n, put) => {
          const start = at % (text.length + 1);
          compare(text.slice(0, start) + put + text.slice(start + n));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/** Pieces that make well-formed XML often enough, and break it in every way. */
const pieces = [
  '<a',
  '<a>',
  '</a>',
  '<b:c>',
  '</b:c>',
  '<a/>',
  '/>',
  '>',
  '<',
  '</',
  ' d="',
  " e='",
  '"',
  "'",
  '=',
  ' ',
  '\t',
]
  .concat([
    '\r',
    '\n',
    '\r\n',
    'text',
    'ä',
    '😀',
    '\ud83d',
    '\u0000',
    '\ufffe',
    '&',
    '&amp;',
    '&lt;',
    '&#13;',
    '&#x1F600;',
  ])
  .concat([
    '&#xD;',
    '&#xfff;',
    '&#31;',
    '&x;',
    '<!--',
    '-->',
    '--',
    ']]>',
    '<![CDATA[',
    '<?',
    '?>',
    '<?xml version="1.0"?>',
  ]);

const content = fc.letrec<{ element: string; inner: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom('a', 'b:c', '_d.e-f'),
      fc.constantFrom('', ' ', ' x="1 &gt;\r\n2"', " x='' y = \"'\"", ' x="" x=""'),
      tie('inner'),
    )
    .map(([name, attributes, inner]) =>
      inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`,
    ),
  inner: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(' ', '\r\n', 'text', '&amp;', '&#xe4;', '<!-- - -->', '<!---->', '\r'),
        tie('element'),
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join('')),
}));

const xml = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
  content.element,
  fc.tuple(fc.constantFrom(...pieces), content.element).map((parts) => parts.join('')),
  fc
    .tuple(content.element, fc.nat(), fc.nat(3), fc.constantFrom(...pieces))
    .map(([text, at, n, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + n)),
);

function compare(text: string): void {
  const root = parsePlainXml(text);
  if (root === undefined) return;
  const expected = parseAnyXml(text);
  assert.deepEqual(expected.errors, []);
  assert.deepEqual(show(root), expected.root && show(expected.root));
  assert.deepEqual(parseXml(text).errors, []);
}

/** An element as plain data, its parent as a name. */
function show(element: XmlElement): unknown {
  const { name, start, end, openEnd, closeStart, text, textSpan, attributes } = element;
  const children = element.children.map((child) => {
    assert.equal(child.parent, element);
    return show(child);
  });
  return { name, start, end, openEnd, closeStart, text, textSpan, attributes, children };
}
