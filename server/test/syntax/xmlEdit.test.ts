import assert from 'node:assert/strict';
import type { Path } from '../../src/base/path';
import { applyEdits } from '../../src/base/textEdit';
import { elementAt, parseXml } from '../../src/syntax/xml';
import { commentAbove } from '../../src/syntax/xmlEdit';

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
