import assert from 'node:assert/strict';
import { english, say } from '../../src/base/l10n';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import type { Path } from '../../src/base/path';
import type { Span } from '../../src/base/span';
import {
  atOffset,
  attribute,
  child,
  children,
  elementAt,
  nameSpan,
  parseXml,
  pathOf,
  xmlSpan,
  type XmlElement,
} from '../../src/syntax/xml';

const declarations = `<?xml version="1.0" encoding="utf-8"?>
<ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <connectionreferences>
    <!-- <connectionreference connectionreferencelogicalname="no"/> -->
    <connectionreference connectionreferencelogicalname="new_a">
      <connectionreferencedisplayname>  A &amp; B &#x1F600;
      </connectionreferencedisplayname>
      <statecode>0</statecode>
    </connectionreference>
    <connectionreference
      connectionreferencelogicalname = 'new_"b"'
    >
      <description/>
      <connectorid></connectorid>
    </connectionreference>
  </connectionreferences>
</ImportExportXml>
`;
const references: Path = ['ImportExportXml', 'connectionreferences', 'connectionreference'];

describe('parseXml', () => {
  for (const [name, text] of [
    ['LF', declarations],
    ['CRLF', declarations.replaceAll('\n', '\r\n')],
    ['CR', declarations.replaceAll('\n', '\r')],
    ['characters outside of the basic plane', declarations.replace('<!-- ', '<!-- 😀😀')],
  ] as const) {
    it(`gives elements, attributes and texts their places (${name})`, () => {
      const doc = parseXml(text);
      assert.deepEqual(doc.errors, []);
      const at = (path: Path): string | undefined => slice(text, xmlSpan(doc, path));
      assert.equal(at([...references, '@connectionreferencelogicalname']), 'new_a');
      assert.equal(at([...references, 1, '@connectionreferencelogicalname']), 'new_"b"');
      assert.equal(at([...references, 'connectionreferencedisplayname']), 'A &amp; B &#x1F600;');
      assert.equal(at([...references, 'statecode']), '0');
      assert.equal(at([...references, 1, 'connectorid']), '');
      assert.equal(at([...references, 1, 'description']), 'description');
      assert.equal(at(references), 'connectionreference');
      assert.equal(at(['ImportExportXml']), 'ImportExportXml');
      assert.equal(at([...references, 2]), undefined);
      assert.equal(at([...references, '@other']), undefined);
      assert.equal(at(['other']), undefined);
      assert.equal(at([]), undefined);
    });
  }

  it('decodes entities in the value, while the span covers them as they are written', () => {
    const text = '<a b="1 &lt; 2 &#65;&quot;" c=\'&apos;\'/>';
    const doc = parseXml(text);
    assert.ok(doc.root);
    const b = attribute(doc.root, 'b');
    assert.equal(b?.value, '1 < 2 A"');
    assert.equal(slice(text, b.valueSpan), '1 &lt; 2 &#65;&quot;');
    assert.equal(slice(text, b.nameSpan), 'b');
    assert.equal(attribute(doc.root, 'c')?.value, "'");
    assert.equal(attribute(doc.root, 'B'), undefined);
  });

  it('gives an element the span from its open tag to its close tag', () => {
    const text = '<a>\n  <b x="1" >t</b ><b/>\n</a>\n';
    const doc = parseXml(text);
    const [first, second] = doc.root?.children ?? [];
    assert.ok(doc.root && first && second);
    assert.equal(slice(text, doc.root), text.trimEnd());
    assert.equal(slice(text, first), '<b x="1" >t</b >');
    assert.equal(slice(text, { start: first.openEnd, end: first.closeStart }), 't');
    assert.equal(slice(text, second), '<b/>');
    assert.equal(slice(text, nameSpan(second)), 'b');
    assert.deepEqual(children(doc.root, 'b'), [first, second]);
    assert.equal(child(doc.root, 'b'), first);
    assert.equal(child(doc.root, 'B'), undefined);
  });

  it('joins the text around comments, CDATA and child elements', () => {
    const doc = parseXml('<a>x<!-- no --><![CDATA[<&>]]><b>no</b>y</a>');
    assert.equal(doc.root?.text, 'x<&>y');
    assert.equal(doc.root.textSpan, undefined);
  });

  it('counts a byte order mark that somebody left in the text', () => {
    const text = '\ufeff<a b="c"/>';
    const doc = parseXml(text);
    assert.deepEqual(doc.errors, []);
    assert.equal(slice(text, xmlSpan(doc, ['a', '@b'])), 'c');
  });

  it('expands no entities of a document type, so they cannot explode', () => {
    const text = `<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;">]><a><b>&y;</b><c>1</c></a>`;
    const doc = parseXml(text);
    assert.equal(elementAt(doc, ['a', 'b'])?.text, '&y;');
    assert.equal(elementAt(doc, ['a', 'c'])?.text, '1');
    assert.deepEqual(
      doc.errors.map(({ span, message }) => [slice(text, span), say(english, message)]),
      [['&y;', 'This entity is not known.']],
    );
  });
});

describe('atOffset', () => {
  const cases: readonly (readonly [text: string, path: string | undefined])[] = [
    ['<a><b c="|x">t</b></a>', 'a/b/@c'],
    ['<a><b c="x|">t</b></a>', 'a/b/@c'],
    ['<a><b |c="x">t</b></a>', 'a/b/@c'],
    ['<a><b c="x">|t</b></a>', 'a/b'],
    ['<a><b c="x">t|</b></a>', 'a/b'],
    ['<a><b/><b>t|</b></a>', 'a/b/1'],
    ['<a><b>  |  t</b></a>', undefined],
    ['<a><|b>t</b></a>', 'a/b'],
    ['<|a><b>t</b></a>', 'a'],
    ['<a> | <b>t</b></a>', undefined],
    ['<a><b>|</b></a>', 'a/b'],
    ['|<a/>', undefined],
    ['<a/> |', undefined],
    ['|', undefined],
  ];
  for (const [marked, path] of cases) {
    it(marked, () => {
      assert.equal(atOffset(parseXml(marked.replace('|', '')), marked.indexOf('|'))?.join('/'), path);
    });
  }
});

describe('parseXml on broken text', () => {
  /** The text that is marked, the message, and the names of the elements that are there all the same. */
  const cases: readonly (readonly [text: string, marked: string, message: string, outline: string])[] = [
    ['<a><b>1</c><d/></a>', '</c>', "Expected '</b>' here.", 'a(b d)'],
    ['<a><b><c/></bb><d/></a>', '</bb>', "Expected '</b>' here.", 'a(b(c) d)'],
    ['<a><b><c/></x></b><d/></a>', '</x>', 'No open element has this name.', 'a(b(c) d)'],
    ['<a><b><c>1</b><d/></a>', '<c', "'<c>' has no close tag.", 'a(b(c) d)'],
    ['<a><b>', '<b', "'<b>' has no close tag.", 'a(b)'],
    ['<a/><b/>', '<b', 'A file has one root element, and this is a second one.', 'a'],
    ['<a/>x', 'x', 'Text may only stand inside of the root element.', 'a'],
    ['x<a/>', 'x', 'Text may only stand inside of the root element.', 'a'],
    ['', '', 'Expected an element, but the file ends.', ''],
    ['<a b="x & y"><c>&</c></a>', '&', "Text has to write '&' as '&amp;'.", 'a(c)'],
    ['<a>\ud800<b/></a>', '\ud800', 'This character is broken.', 'a(b)'],
    ['<a>\u0001<b/></a>', '\u0001', 'This character is not allowed here.', 'a(b)'],
    ['<a>&nbsp;<b/></a>', '&nbsp;', 'This entity is not known.', 'a(b)'],
    ['<a b=c><d/></a>', 'c', "An attribute's value stands in quotes.", 'a(d)'],
    ['<a b><d/></a>', '>', 'This attribute has no value.', 'a(d)'],
    ['<a b="1"c="2"><d/></a>', 'c', 'A space is missing between the attributes.', 'a(d)'],
    ['<a b="1" b="2"><d/></a>', '>', 'An element has each attribute once.', 'a(d)'],
    ['<a>1 < 2<b/></a>', ' ', "An element's name cannot hold this character; text has to write '<' as '&lt;'.", 'a(b)'],
    ['<a></><b/></a>', '>', 'This close tag has no name.', 'a(b)'],
    ['<a><!-- b', 'b', 'The file ends inside of a tag, a comment or the like.', 'a'],
    ['<a>\n  <b\n  <c/>\n</a>', '<b', "Expected '>' at the end of this tag.", 'a(b c)'],
    ['<a>\n  <b x="\n  <c y="1"/>\n</a>', '<b', "Expected '>' at the end of this tag.", 'a(b c)'],
    ['<a>\n  <b x="1\n    <c/>\n  </b>\n  <d/>\n</a>', '<b', "Expected '>' at the end of this tag.", 'a(b(c) d)'],
    ['<a>\n  <b x="1 < 2"/>\n  <c/>\n</a>', '<', 'This character is not allowed here.', 'a(b c)'],
    ['<a>\n  <!-- <b -->\n  <c>\n  <d/>\n</a>', '<c', "'<c>' has no close tag.", 'a(c d)'],
    ['<a>\n  <b>\n    <c/>\n  <b>\n    <d/>\n  </b>\n</a>', '<b', "'<b>' has no close tag.", 'a(b(c) b(d))'],
    ['<a>\n<b>\n<c/>\n</a>', '<b', "'<b>' has no close tag.", 'a(b(c))'],
  ];
  for (const [text, marked, message, outline] of cases) {
    it(JSON.stringify(text), () => {
      const doc = parseXml(text);
      const found = doc.errors.map((error) => [slice(text, error.span), say(english, error.message)]);
      assert.ok(
        found.some(([at, said]) => at === marked && said === message),
        JSON.stringify(found),
      );
      assert.equal(outlineOf(doc.root), outline);
    });
  }

  it('tells once of a tag that somebody is typing', () => {
    const { errors } = parseXml('<a>\n  <b x="\n  <c y="1"/>\n</a>');
    assert.deepEqual(
      errors.map(({ message }) => say(english, message)),
      ["Expected '>' at the end of this tag."],
    );
  });

  it('ends an element that is not closed before what stands beside it', () => {
    const text = '<a>\n  <b>\n  <c>1</c>\n</a>';
    const doc = parseXml(text);
    const [b, c] = doc.root?.children ?? [];
    assert.ok(b && c);
    assert.equal(text.slice(b.start, b.end), '<b>\n  ');
    assert.equal(c.parent, doc.root);
    assert.equal(slice(text, xmlSpan(doc, ['a', 'c'])), '1');
  });

  it('keeps an ampersand in the value and does not mind it in CDATA and comments', () => {
    const doc = parseXml('<a b="x & y">R & D<![CDATA[ & ]]><!-- & --></a>');
    assert.equal(doc.root?.attributes[0]?.value, 'x & y');
    assert.equal(doc.root.text, 'R & D & ');
    assert.equal(doc.errors.length, 2);
  });

  it('takes 100,000 levels of nesting', () => {
    const open = '<a>'.repeat(100_000);
    const doc = parseXml(`${open}x${'</a>'.repeat(100_000)}`);
    assert.deepEqual(doc.errors, []);
    const path = atOffset(doc, open.length);
    assert.equal(path?.length, 100_000);
    assert.equal(slice(doc.text, xmlSpan(doc, path)), 'x');
    assert.equal(parseXml(open).errors.length > 0, true);
    assert.equal(parseXml(open + '</b>'.repeat(100_000)).errors.length <= 100, true);
  });
});

describe('parseXml on generated text', () => {
  const space = fc.constantFrom(' ', '\n', '\r\n', '\t', '  ');
  const name = fc.constantFrom('a', 'b', 'connectorid', 'x:y', 'ä');
  const content = fc.string({ unit: fc.constantFrom('x', '&', '<', '>', '"', "'", 'ä', '😀', ' ', 'a b') });
  const attributes = fc.uniqueArray(fc.tuple(name, content), { selector: ([key]) => key, maxLength: 3 });
  const holding = (children: fc.Arbitrary<readonly Sketch[]>): fc.Arbitrary<Sketch> =>
    fc.record({ name, attributes, text: content, children });
  const leaf = holding(fc.constant([]));
  const element = holding(fc.array(holding(fc.array(leaf, { maxLength: 3 })), { maxLength: 3 }));

  it('finds every name, value and text where it was written', () => {
    fc.assert(
      fc.property(element, space, fc.constantFrom('"', "'"), (sketch, blank, quote) => {
        const text = `<?xml version="1.0"?>${blank}<!-- 😀 <x> -->${write(sketch, blank, quote)}${blank}`;
        const doc = parseXml(text);
        assert.deepEqual(doc.errors, []);
        assert.ok(doc.root);
        compare(text, doc.root, sketch);
        for (const found of elementsOf(doc.root)) {
          const path = pathOf(found);
          assert.equal(elementAt(doc, path), found);
          assert.deepEqual(atOffset(doc, found.start + 1), path);
          for (const { name, valueSpan } of found.attributes) {
            const attributePath = pathOf(found, name);
            assert.deepEqual(xmlSpan(doc, attributePath), valueSpan);
            assert.deepEqual(atOffset(doc, valueSpan.end), attributePath);
          }
        }
      }),
    );
  });

  it('never throws, keeps its spans inside of the text, and refuses what saxes refuses', () => {
    const pieces = ['<a>', '</a>', '<b ', 'c="1"', "d='&amp;'", '/>', '>', '<', '&', '&lt;', '&x;', ';', '"', 'x', '='];
    const more = ['<!--', '-->', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '<?', '?>', '<!DOCTYPE a [', ']>', '<!x'];
    const odd = ['\r', '\n', '\u0001', '😀', '\ufeff', '\ufffe', '&#65;', '&#0;', '</', '-', ' '];
    const tokens = fc.array(fc.constantFrom(...pieces, ...more, ...odd), { maxLength: 14 });
    fc.assert(
      fc.property(tokens, fc.boolean(), (parts, wrapped) => {
        const text = wrapped ? `<r>${parts.join('')}</r>` : parts.join('');
        const doc = parseXml(text);
        assert.equal(doc.errors.length > 0, saxesRefuses(text), JSON.stringify([text, doc.errors]));
        checkSpans(text, doc.root);
        for (const { span } of doc.errors) checkSpan(text, span);
      }),
      { numRuns: 5000 },
    );
  });

  it('never throws on any string', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(unit), fc.constantFrom('', '<a ', '<a b="', '<a>&', '<!DOCTYPE '), (units, start) => {
        const text = start + units.join('');
        checkSpans(text, parseXml(text).root);
      }),
    );
  });
});

interface Sketch {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly children: readonly Sketch[];
}

function write({ name, attributes, text, children }: Sketch, blank: string, quote: string): string {
  const written = attributes.map(([key, value]) => `${blank}${key}${blank}=${quote}${escape(value)}${quote}`);
  const inner = escape(text) + children.map((one) => blank + write(one, blank, quote)).join('');
  return inner === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}${blank}>${inner}</${name}${blank}>`;
}

function compare(text: string, element: XmlElement, sketch: Sketch): void {
  assert.equal(element.name, sketch.name);
  assert.equal(slice(text, nameSpan(element)), sketch.name);
  assert.ok(slice(text, element)?.startsWith(`<${sketch.name}`));
  assert.equal(element.text.trim(), sketch.text.trim());
  if (element.textSpan) assert.equal(unescape(slice(text, element.textSpan) ?? ''), sketch.text.trim());
  assert.deepEqual(
    element.attributes.map(({ name, value }) => [name, value]),
    sketch.attributes,
  );
  for (const { name, value, nameSpan, valueSpan } of element.attributes) {
    assert.equal(slice(text, nameSpan), name);
    assert.equal(unescape(slice(text, valueSpan) ?? ''), value);
  }
  assert.equal(element.children.length, sketch.children.length);
  sketch.children.forEach((one, i) => {
    const found = element.children[i];
    assert.ok(found);
    assert.equal(found.parent, element);
    compare(text, found, one);
  });
}

function checkSpans(text: string, root: XmlElement | undefined): void {
  for (const element of root === undefined ? [] : elementsOf(root)) {
    const { start, openEnd, closeStart, end } = element;
    assert.ok(0 <= start && start < openEnd && openEnd <= closeStart + (start === closeStart ? 1 : 0) + openEnd);
    assert.ok(closeStart <= end && end <= text.length, JSON.stringify({ text, start, openEnd, closeStart, end }));
    if (element.textSpan) checkSpan(text, element.textSpan);
    for (const { name, nameSpan, valueSpan } of element.attributes) {
      assert.equal(slice(text, nameSpan), name);
      checkSpan(text, valueSpan);
    }
  }
}

function checkSpan(text: string, { start, end }: Span): void {
  assert.ok(0 <= start && start <= end && end <= text.length, JSON.stringify({ text, start, end }));
}

function saxesRefuses(text: string): boolean {
  try {
    new SaxesParser().write(text).close();
    return false;
  } catch {
    return true;
  }
}

function elementsOf(root: XmlElement): XmlElement[] {
  return [root, ...root.children.flatMap(elementsOf)];
}

function outlineOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.children.length === 0 ? element.name : `${element.name}(${element.children.map(outlineOf).join(' ')})`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&#62;',
  '"': '&quot;',
  "'": '&#x27;',
};

function escape(value: string): string {
  return value.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function unescape(raw: string): string {
  return Object.entries(entities).reduceRight((text, [character, entity]) => text.replaceAll(entity, character), raw);
}

function slice(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.start, span.end);
}
