import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Path } from '../../src/base/path';
import { nodeAt, parseJson, parseJsonAsFarAs } from '../../src/syntax/json';

describe('parseJsonAsFarAs', () => {
  const path: Path = ['properties', 'connectionReferences', 'key'];

  it('leaves out what stands behind', () => {
    const doc = parseJsonAsFarAs('{ "properties": { "connectionReferences": { "key": 1 }, "definition": {} } }', path);
    assert.equal(nodeAt(doc, path)?.value, 1);
    assert.equal(nodeAt(doc, ['properties', 'definition']), undefined);
  });

  it('reads on where the name comes again: the last one counts', () => {
    for (const text of [
      '{ "properties": { "connectionReferences": { "key": 1 }, "connectionReferences": { "key": 2 } } }',
      '{ "properties": { "connectionReferences": { "key": 1 } }, "properties": { "connectionReferences": { "key": 2 } } }',
    ]) {
      assert.equal(nodeAt(parseJsonAsFarAs(text, path), path)?.value, 2);
    }
  });

  it('gives every place that it holds as the whole tree does, whatever is wrong with the text', () => {
    const name = fc.constantFrom('properties', 'connectionReferences', 'key', 'a');
    const { value } = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('1', '"a"', '{}', '[]', 'null', '"connectionReferences"'),
        fc
          .array(fc.tuple(name, tie('value')), { maxLength: 3 })
          .map((items) => `{ ${items.map(([key, item]) => `"${key}": ${item}`).join(', ')} }`),
        fc.array(tie('value'), { maxLength: 2 }).map((items) => `[${items.join()}]`),
      ),
    }));
    const text = fc
      .tuple(value, value)
      .map(([one, other]) => `{ "properties": { "connectionReferences": ${one}, "a": ${other} } }`);
    const broken = fc
      .tuple(text, fc.nat(), fc.nat(3), fc.constantFrom('', '{', '}', ']', '"', ','))
      .map(([whole, at, n, put]) => whole.slice(0, at % whole.length) + put + whole.slice((at % whole.length) + n));
    const paths: readonly Path[] = [
      path,
      path.slice(0, 2),
      path.slice(0, 1),
      [...path, 'a'],
      ['properties', 'a', 0],
      ['a'],
    ];
    fc.assert(
      fc.property(fc.oneof(text, broken), fc.constantFrom(...paths), (source, wanted) => {
        const node = nodeAt(parseJsonAsFarAs(source, wanted), wanted);
        if (!node) return;
        const whole = nodeAt(parseJson(source), wanted);
        if (!whole) return;
        assert.deepEqual(
          [node.start, node.end, node.value, node.key],
          [whole.start, whole.end, whole.value, whole.key],
        );
      }),
      { numRuns: 2000 },
    );
  });
});
