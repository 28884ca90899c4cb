import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../src/base/lineIndex';

describe('LineIndex', () => {
  it('counts lines that end with LF, CRLF or CR', () => {
    const text = 'a\nb\r\nc\rd';
    const index = new LineIndex(text);
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((letter) => index.position(text.indexOf(letter))),
      [0, 1, 2, 3].map((line) => ({ line, character: 0 })),
    );
  });

  it('counts columns in UTF-16 units', () => {
    const text = '"😀": x';
    assert.deepEqual(new LineIndex(text).position(text.indexOf('x')), { line: 0, character: 6 });
  });

  it('cuts offsets to the text', () => {
    const index = new LineIndex('ab\nc');
    assert.deepEqual(index.position(-1), { line: 0, character: 0 });
    assert.deepEqual(index.position(99), { line: 1, character: 1 });
    assert.deepEqual(new LineIndex('').position(5), { line: 0, character: 0 });
  });

  it('cuts columns to their line and lines to the text', () => {
    const text = 'ab\r\n\r\nc';
    const index = new LineIndex(text);
    assert.equal(index.offset({ line: 0, character: 99 }), text.indexOf('\r\n'));
    assert.equal(index.offset({ line: 1, character: 1 }), text.indexOf('\r\nc'));
    assert.equal(index.offset({ line: 9, character: 0 }), text.length);
  });

  it('goes there and back for every offset that is not inside of a line end', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀') });
    fc.assert(
      fc.property(text, (content) => {
        const index = new LineIndex(content);
        for (let offset = 0; offset <= content.length; offset++) {
          if (content.slice(offset - 1, offset + 1) === '\r\n') continue;
          assert.equal(index.offset(index.position(offset)), offset);
        }
      }),
    );
  });
});
