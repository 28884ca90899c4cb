import assert from 'node:assert/strict';
import type { Path } from '../../src/base/path';
import { applyEdits, type TextEdit } from '../../src/base/textEdit';
import { elementAt, parseXml, type XmlDocument, type XmlElement } from '../../src/syntax/xml';
import {
  commentAbove,
  insertElement,
  removeElement,
  setAttribute,
  setChildText,
  setText,
  type XmlContent,
} from '../../src/syntax/xmlEdit';

function comment(text: string, path: Path = ['a', 'b'], words = 'words'): string | undefined {
  const doc = parseXml(text);
  const element = elementAt(doc, path);
  assert.ok(element);
  const edit = commentAbove(doc, element, words);
  return edit && applyEdits(text, [edit]);
}

describe('a comment above an element', () => {
  it('has the indentation and the line end of its place', () => {
    assert.equal(comment('<a>\r\n\t<b/>\r\n</a>'), '<a>\r\n\t<!-- words -->\r\n\t<b/>\r\n</a>');
    assert.equal(comment('<a>\n  <c/>\n  <b>\n</b></a>'), '<a>\n  <c/>\n  <!-- words -->\n  <b>\n</b></a>');
  });

  it('stays a comment whatever its words are', () => {
    const text = comment('<a>\n<b/>\n</a>', undefined, 'one -- two --> three\nfour <b>-');
    assert.equal(text, '<a>\n<!-- one — two —> three four <b>- -->\n<b/>\n</a>');
    assert.deepEqual(parseXml(text).errors, []);
  });

  it('stands above an element around it that begins the line', () => {
    assert.equal(comment('<r>\n  <a><b/></a>\n</r>', ['r', 'a', 'b']), '<r>\n  <!-- words -->\n  <a><b/></a>\n</r>');
  });

  it('is not made where something else begins the line', () => {
    assert.equal(comment('<a><b/></a>'), undefined);
    assert.equal(comment('<a>\n<c/><b/></a>'), undefined);
  });
});

/** Edits the element at a path of a text. */
function edited(
  text: string,
  path: Path,
  make: (doc: XmlDocument, element: XmlElement) => readonly TextEdit[],
): string {
  const doc = parseXml(text);
  assert.deepEqual(doc.errors, []);
  const element = elementAt(doc, path);
  assert.ok(element);
  const result = applyEdits(text, make(doc, element));
  assert.deepEqual(parseXml(result).errors, []);
  return result;
}

const item: XmlContent = {
  name: 'i',
  attributes: { n: '<2> & "two"' },
  children: [
    { name: 't', text: 'a < b & c' },
    { name: 'w', children: [{ name: 'x', text: '1' }] },
  ],
};

/** Whoever adds an element and removes it again has what was there before. */
function insert(text: string, path: Path, index?: number, content = item): string {
  const result = edited(text, path, (doc, parent) => insertElement(doc, parent, content, index));
  const parent = elementAt(parseXml(text), path);
  if (parent && parent.children.length > 0) {
    const at = index ?? parent.children.length;
    const added = elementAt(parseXml(result), path)?.children[at];
    assert.ok(added);
    assert.equal(applyEdits(result, [removeElement(parseXml(result), added)]), text);
  }
  return result;
}

describe('an inserted element', () => {
  const printed = (gap: string, unit = '  '): string =>
    [
      '<i n="&lt;2&gt; &amp; &quot;two&quot;">',
      `${unit}<t>a &lt; b &amp; c</t>`,
      `${unit}<w>`,
      `${unit}${unit}<x>1</x>`,
      `${unit}</w>`,
      '</i>',
    ].join(gap);
  const onOneLine = '<i n="&lt;2&gt; &amp; &quot;two&quot;"><t>a &lt; b &amp; c</t><w><x>1</x></w></i>';

  it('stands on lines of its own where its neighbours do, indented as they are', () => {
    const text = '<a>\r\n\t<b>\r\n\t\t<i>\r\n\t\t\t<t>1</t>\r\n\t\t</i>⟦⟧\r\n\t\t<i />\r\n\t</b>\r\n</a>';
    const plain = text.replace('⟦⟧', '');
    assert.equal(insert(plain, ['a', 'b'], 1), text.replace('⟦⟧', `\r\n\t\t${printed('\r\n\t\t', '\t')}`));
  });

  it('comes first behind the open tag, last behind the last one', () => {
    const text = '<a>⟦⟧\n  <i><!-- one --></i>\n</a>';
    assert.equal(insert(text.replace('⟦⟧', ''), ['a'], 0), text.replace('⟦⟧', `\n  ${printed('\n  ')}`));
    assert.equal(insert('<a>\n  <i/>\n\n</a>', ['a']), `<a>\n  <i/>\n  ${printed('\n  ')}\n\n</a>`);
  });

  it('parts no comment from the element that it is about', () => {
    const text = '<a>\n  <i/> <!-- behind -->⟦⟧\n\n  <!-- above -->\n  <i/>\n</a>';
    assert.equal(insert(text.replace('⟦⟧', ''), ['a'], 1), text.replace('⟦⟧', `\n  ${printed('\n  ')}`));
  });

  it('stays on one line where all is on one line', () => {
    assert.equal(insert('<a><b/><c/></a>', ['a'], 1), `<a><b/>${onOneLine}<c/></a>`);
    assert.equal(insert('<a> <b/> </a>', ['a']), `<a> <b/> ${onOneLine} </a>`);
    assert.equal(insert('<a><b/></a>', ['a', 'b']), `<a><b>${onOneLine}</b></a>`);
  });

  it('has its children on its line where its neighbours have', () => {
    const text = '<a>\n  <i><t>1</t></i>\n</a>';
    assert.equal(insert(text, ['a']), `<a>\n  <i><t>1</t></i>\n  ${onOneLine}\n</a>`);
  });

  it('opens an element that is closed in its open tag, or fills an empty one', () => {
    const filled = `<a>\n    <c>\n        ${printed('\n        ', '    ')}\n    </c>\n</a>`;
    for (const empty of ['<c/>', '<c />', '<c></c>', '<c>\n    </c>', '<c>  </c>']) {
      assert.equal(insert(`<a>\n    ${empty}\n</a>`, ['a', 'c']), filled);
    }
    const withComment = '<a>\n  <c d="/>">\n    <!-- none -->⟦⟧\n  </c>\n</a>';
    assert.equal(
      insert(withComment.replace('⟦⟧', ''), ['a', 'c']),
      withComment.replace('⟦⟧', `\n    ${printed('\n    ')}`),
    );
    assert.equal(insert('<c d="/>" />', ['c']), `<c d="/>">\n  ${printed('\n  ')}\n</c>`);
  });
});

describe('a removed element', () => {
  const remove = (text: string): string => edited(text, ['a', 'b'], (doc, element) => [removeElement(doc, element)]);

  it('takes its lines with it, and no comment', () => {
    assert.equal(
      remove('<a>\r\n  <!-- c -->\r\n  <b>\r\n  </b>  \r\n  <c/>\r\n</a>'),
      '<a>\r\n  <!-- c -->\r\n  <c/>\r\n</a>',
    );
    assert.equal(remove('<a>\n  <b/> <!-- c -->\n</a>'), '<a>\n  <!-- c -->\n</a>');
  });

  it('takes what kept it apart on its line', () => {
    assert.equal(remove('<a> <c/> <b/> </a>'), '<a> <c/> </a>');
    assert.equal(remove('<a>\n  <c/><b/>\n</a>'), '<a>\n  <c/>\n</a>');
    assert.equal(remove('<a>\n  <b/><c/>\n</a>'), '<a>\n  <c/>\n</a>');
  });
});

describe('the text of an element', () => {
  const text = (source: string, words: string): string => edited(source, ['a'], (doc, a) => setText(doc, a, words));

  it('is replaced without the white space around it', () => {
    assert.equal(text('<a>\n  old &amp; so\n</a>', 'new'), '<a>\n  new\n</a>');
    assert.equal(text('<a><![CDATA[old]]></a>', '<b> & ]]>'), '<a>&lt;b&gt; &amp; ]]&gt;</a>');
    assert.equal(text('<a></a>', 'new'), '<a>new</a>');
    assert.equal(text('<a b="1" />', 'new'), '<a b="1">new</a>');
  });

  it('stays as it is written where it says that already', () => {
    assert.equal(text('<a> R&#38;D </a>', 'R&D'), '<a> R&#38;D </a>');
  });

  it('never makes the file unreadable', () => {
    assert.equal(text('<a>b</a>', 'c\u0000d\ud83d\u000be\n'), '<a>cde\n</a>');
  });

  it('of a child makes the child where it is missing, in the order of names', () => {
    const set = (source: string): string => edited(source, ['a'], (doc, a) => setChildText(doc, a, 'm', 'new'));
    assert.equal(set('<a>\n  <b>1</b>\n  <n>2</n>\n</a>'), '<a>\n  <b>1</b>\n  <m>new</m>\n  <n>2</n>\n</a>');
    assert.equal(set('<a>\n  <n>2</n>\n</a>'), '<a>\n  <m>new</m>\n  <n>2</n>\n</a>');
    assert.equal(set('<a><b/></a>'), '<a><b/><m>new</m></a>');
    assert.equal(set('<a><m>old</m></a>'), '<a><m>new</m></a>');
    assert.equal(set('<a />'), '<a>\n  <m>new</m>\n</a>');
  });
});

describe('an attribute', () => {
  const set = (source: string, value: string): string =>
    edited(source, ['a'], (doc, a) => setAttribute(doc, a, 'n', value));

  it('keeps its quotes, which its value then writes as entities', () => {
    assert.equal(set(`<a n='old' m="1"/>`, `it's "<&>"\n`), `<a n='it&apos;s "&lt;&amp;&gt;"&#10;' m="1"/>`);
    assert.equal(set('<a  n = "old" />', 'new'), '<a  n = "new" />');
  });

  it('is added behind the others where it is missing', () => {
    assert.equal(set('<a />', 'new'), '<a n="new" />');
    assert.equal(set(`<a m='1'>b</a>`, 'new'), `<a m='1' n='new'>b</a>`);
  });
});
