import assert from 'node:assert/strict';
import { isBelow, isWithin, toPointer } from '../../src/base/path';
import { touches } from '../../src/base/span';

describe('toPointer', () => {
  it('gives a JSON pointer with its two escapes', () => {
    assert.equal(toPointer([]), '');
    assert.equal(toPointer(['properties', 'a/b~c', 0, '']), '/properties/a~1b~0c/0/');
  });
});

describe('a path', () => {
  const list = ['connectionreferences', 'connectionreference'];

  it('is below another one that it begins with', () => {
    assert.ok(isBelow(list, []) && isBelow(list, list) && isBelow([...list, 1], list));
    assert.ok(!isBelow([], list) && !isBelow(['connectionreferences', 'other'], list));
  });

  it('is not within an element that only stands before its own, and so has no index', () => {
    assert.ok(isWithin(list, list) && isWithin([...list, '@name'], list));
    assert.ok(!isWithin([...list, 1, '@name'], list));
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
