import assert from 'node:assert/strict';
import { toPointer } from '../../src/base/path';
import { touches } from '../../src/base/span';

describe('toPointer', () => {
  it('gives a JSON pointer with its two escapes', () => {
    assert.equal(toPointer([]), '');
    assert.equal(toPointer(['properties', 'a/b~c', 0, '']), '/properties/a~1b~0c/0/');
  });
});

describe('touches', () => {
  it('holds from the start of the span to the place behind its last character', () => {
    const span = { start: 2, end: 4 };
    assert.deepEqual(
      [1, 2, 3, 4, 5].map((offset) => touches(span, offset)),
      [false, true, true, true, false],
    );
  });
});
