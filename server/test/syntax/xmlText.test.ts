import assert from 'node:assert/strict';
import { decodeXml } from '../../src/syntax/xmlText';

describe('decodeXml', () => {
  /** Each character of the decoded text with the written text that it was made of. */
  const pieces = (written: string): string[] => {
    const { text, originalOffset } = decodeXml(written);
    return Array.from(
      text,
      (character, i) => `${character} ${written.slice(originalOffset(i), originalOffset(i + 1))}`,
    );
  };

  it('decodes entities, and finds the way back', () => {
    assert.deepEqual(pieces('a&quot;&#34;b&#x41;c'), ['a a', '" &quot;', '" &#34;', 'b b', 'A &#x41;', 'c c']);
  });

  it('leaves what is no entity', () => {
    assert.equal(decodeXml('a & b &nbsp; &#x110000;').text, 'a & b &nbsp; &#x110000;');
  });

  it('finds the way back behind characters of two units', () => {
    const { text, originalOffset } = decodeXml('&#x1F600;x');
    assert.equal(text, '😀x');
    assert.equal(originalOffset(2), '&#x1F600;'.length);
  });

  it('takes a CDATA section as it is', () => {
    const { text, originalOffset } = decodeXml('<![CDATA[{"a": "&quot;"}]]>');
    assert.equal(text, '{"a": "&quot;"}');
    assert.equal(originalOffset(0), '<![CDATA['.length);
  });
});
