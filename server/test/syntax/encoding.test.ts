import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, encode, type Encoding } from '../../src/syntax/encoding';

const encodings: readonly Encoding[] = ['utf8', 'utf8bom', 'utf16le', 'utf16lebom', 'utf16be', 'utf16bebom'];

describe('encoding', () => {
  for (const encoding of encodings) {
    it(`reads ${encoding} and writes the same bytes`, () => {
      const bytes = encode('{"name": "Größe 😀 日本"}\r\n', encoding);
      const decoded = decode(bytes);
      assert.deepEqual(decoded, { text: '{"name": "Größe 😀 日本"}\r\n', encoding, lossy: false });
      assert.deepEqual(encode(decoded.text, decoded.encoding), bytes);
    });
  }

  it('writes the byte order mark once and never gives it as text', () => {
    assert.deepEqual([...encode('a', 'utf8bom')], [0xef, 0xbb, 0xbf, 0x61]);
    assert.equal(decode(encode('a', 'utf16lebom')).text, 'a');
  });

  it('keeps a second mark, which is a character of the text', () => {
    const bytes = encode('\ufeff{}', 'utf8bom');
    assert.equal(decode(bytes).text, '\ufeff{}');
    assert.deepEqual(encode(decode(bytes).text, 'utf8bom'), bytes);
  });

  it('knows UTF-16 without a mark although most characters are not ASCII', () => {
    const text = `{"a":"${'日本語'.repeat(200)}"}`;
    assert.deepEqual(decode(encode(text, 'utf16le')), { text, encoding: 'utf16le', lossy: false });
    assert.deepEqual(decode(encode(text, 'utf16be')), { text, encoding: 'utf16be', lossy: false });
  });

  it('tells when bytes are invalid', () => {
    assert.deepEqual(decode(Uint8Array.of(0x7b, 0xff, 0x7d)), { text: '{\ufffd}', encoding: 'utf8', lossy: true });
    const half = encode('{}', 'utf16lebom').subarray(0, 5);
    assert.equal(decode(half).lossy, true);
    assert.equal(decode(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8)).lossy, true);
  });

  it('does not take a replacement character in the file for a loss', () => {
    assert.equal(decode(encode('\ufffd', 'utf8')).lossy, false);
  });

  it('reads an empty file as empty UTF-8', () => {
    assert.deepEqual(decode(new Uint8Array()), { text: '', encoding: 'utf8', lossy: false });
  });

  it('gives back any bytes that it could read without a loss', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const { text, encoding, lossy } = decode(bytes);
        if (!lossy) assert.deepEqual(encode(text, encoding), bytes);
      }),
    );
  });

  it('gives back any text in every encoding', () => {
    const text = fc.string({ unit: 'binary' }).map((content) => `{"a":"b"}${content}`);
    fc.assert(
      fc.property(text, fc.constantFrom(...encodings), (content, encoding) => {
        assert.equal(decode(encode(content, encoding)).text, content);
      }),
    );
  });
});
