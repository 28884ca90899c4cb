import assert from 'node:assert/strict';
import { english, say } from '../../src/base/l10n';
import fc from 'fast-check';
import type { Span } from '../../src/base/span';
import {
  contentSpan,
  keySpan,
  nodeAt,
  nodeAtOffset,
  parseJson,
  pathOf,
  toValue,
  type JsonNode,
} from '../../src/syntax/json';

describe('parseJson', () => {
  it('gives every node the span of its text', () => {
    const text = '{\r\n  "name" : "a\\"b",\r\n  "list": [1.5e3, true, null, {}]\r\n}\r\n';
    const doc = parseJson(text);
    assert.equal(slice(text, doc.root), text.trimEnd());
    assert.equal(slice(text, nodeAt(doc, ['name'])), '"a\\"b"');
    assert.equal(slice(text, nodeAt(doc, ['name'])?.key), '"name"');
    assert.equal(nodeAt(doc, ['name'])?.value, 'a"b');
    assert.equal(slice(text, nodeAt(doc, ['list'])), '[1.5e3, true, null, {}]');
    assert.deepEqual(
      nodeAt(doc, ['list'])?.items.map((item) => [item.type, slice(text, item), item.value]),
      [
        ['number', '1.5e3', 1500],
        ['boolean', 'true', true],
        ['null', 'null', null],
        ['object', '{}', undefined],
      ],
    );
  });

  it('keeps properties of one name and takes the last one, as JSON.parse does', () => {
    const doc = parseJson('{"a": 1, "b": 2, "a": 3}');
    assert.deepEqual(
      doc.root?.items.map((item) => item.value),
      [1, 2, 3],
    );
    assert.equal(nodeAt(doc, ['a'])?.value, 3);
    assert.deepEqual(toValue(doc), { a: 3, b: 2 });
  });

  it('gives a property named __proto__ like any other', () => {
    const value = toValue(parseJson('{"__proto__": {"polluted": true}}'));
    assert.deepEqual(Object.keys(value as object), ['__proto__']);
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
  });

  it('finds nothing where a path leads nowhere', () => {
    const doc = parseJson('{"a": [1]}');
    for (const path of [['b'], ['a', 1], ['a', '0'], ['a', 0, 'x'], [0], ['a', -1]]) {
      assert.equal(nodeAt(doc, path), undefined, JSON.stringify(path));
    }
    assert.equal(nodeAt(parseJson(''), []), undefined);
  });

  it('finds names and strings without their quotes', () => {
    const text = '{"key": "value", "n": 12}';
    const doc = parseJson(text);
    const node = nodeAt(doc, ['key']);
    const number = nodeAt(doc, ['n']);
    assert.ok(node && number && doc.root);
    assert.equal(slice(text, keySpan(node)), 'key');
    assert.equal(slice(text, contentSpan(node)), 'value');
    assert.equal(slice(text, contentSpan(number)), '12');
    assert.equal(keySpan(doc.root), undefined);
  });
});

describe('nodeAtOffset', () => {
  const cases: readonly (readonly [text: string, expected: string | undefined])[] = [
    ['|{"a": {"b": 1}}', 'value '],
    ['{|"a": {"b": 1}}', 'key a'],
    ['{"a"|: {"b": 1}}', 'key a'],
    ['{"a": |{"b": 1}}', 'value a'],
    ['{"a": {"b"| : 1}}', 'key a/b'],
    ['{"a": {"b" |: 1}}', 'value a'],
    ['{"a": {"b": 1|}}', 'value a/b'],
    ['{"a": {"b": 1}|}', 'value a'],
    ['{"a": {"b": 1}}|', 'value '],
    ['{"a": [1|,2]}', 'value a/0'],
    ['{"a": [1,|2]}', 'value a/1'],
    ['{"a": [1, | 2]}', 'value a'],
    ['{} |', undefined],
    ['|', undefined],
  ];
  for (const [marked, expected] of cases) {
    it(marked, () => {
      const offset = marked.indexOf('|');
      const found = nodeAtOffset(parseJson(marked.replace('|', '')), offset);
      assert.equal(found && `${found.on} ${pathOf(found.node).join('/')}`, expected);
    });
  }
});

describe('parseJson on broken text', () => {
  /** The text that is marked, the message, and what can be read all the same. */
  const cases: readonly (readonly [text: string, marked: string, message: string, value: unknown])[] = [
    ['{"a": 1 "b": 2}', '"b"', "Expected a comma or '}' here.", { a: 1, b: 2 }],
    ['[1 2]', '2', "Expected a comma or ']' here.", [1, 2]],
    ['{"a": 1,}', '}', "A comma must not stand before '}'.", { a: 1 }],
    ['[1,]', ']', "A comma must not stand before ']'.", [1]],
    ['[,1]', ',', "Expected a value or ']' here.", [1]],
    ['{,"a": 1}', ',', "Expected a property name in double quotes or '}' here.", { a: 1 }],
    ['{"a": , "b": 2}', ',', 'Expected a value here.', { b: 2 }],
    ['{"a": }', '}', 'Expected a value here.', {}],
    ['{"a": "b": 1, "c": 2}', '"b"', 'Expected a value here.', { b: 1, c: 2 }],
    ['{"a":\n"b": {"c": 1}}', '"b"', 'Expected a value here.', { b: { c: 1 } }],
    ['{"a": "b", : 1, "c": 2}', ':', 'Expected a property name in double quotes here.', { a: 'b', c: 2 }],
    ['{"a"}', '}', "Expected ':' here.", {}],
    ['{"a" 1}', '1', "Expected ':' here.", { a: 1 }],
    ['{"a" "b"}', '"b"', "Expected ':' here.", { a: 'b' }],
    ['{"a"\n"b": 1}', '"b"', "Expected ':' here.", { b: 1 }],
    ['{a: 1, "b": 2}', 'a', "Expected a property name in double quotes or '}' here.", { b: 2 }],
    ['{\'a\': 1, "b": 2}', "'a'", "Expected a property name in double quotes or '}' here.", { b: 2 }],
    ['{"a": {"b": 1, "c": 2}', '}', "Expected '}', but the file ends.", { a: { b: 1, c: 2 } }],
    ['{"a": [1, 2}', '}', "Expected ']' before this '}'.", { a: [1, 2] }],
    ['[1]]', ']', 'Expected the end of the file here.', [1]],
    ['{"a": [1}], "b": 2}', '}', "Expected ']' before this '}'.", { a: [1] }],
    [']', ']', "There is no bracket that this ']' closes.", undefined],
    ['{"a": 1 // why\n}', '// why', 'JSON has no comments.', { a: 1 }],
    ['{"a": 1 /* why', '/* why', 'JSON has no comments.', { a: 1 }],
    ['{"a": "x\n, "b": 2}', '"x', 'This string has no closing quote on its line.', { a: 'x', b: 2 }],
    ['["\\x"]', '"\\x"', 'This string holds an escape that JSON does not have.', ['']],
    ['["\\u12"]', '"\\u12"', "Four hexadecimal digits are expected after '\\u'.", ['']],
    ['["\t"]', '"\t"', 'This string holds a control character that must be escaped.', ['\t']],
    ['[01]', '1', "Expected a comma or ']' here.", [0, 1]],
    ['[1.]', '1.', 'This number is not complete.', [1]],
    ['[NaN, 2]', 'NaN', "Expected a value or ']' here.", [2]],
    ['{} {}', '{', 'Expected the end of the file here.', {}],
    ['', '', 'Expected a value, but the file ends.', undefined],
    ['\ufeff{}', '\ufeff', 'Expected a value here.', {}],
    [
      '{\n<<<<<<< HEAD\n"a": 1,\n=======\n"a": 2,\n>>>>>>> b\n"c": 3}',
      '<<<<<<<',
      "Expected a property name in double quotes or '}' here.",
      { a: 2, c: 3 },
    ],
  ];
  for (const [text, marked, message, value] of cases) {
    it(JSON.stringify(text), () => {
      const doc = parseJson(text);
      const [first] = doc.errors;
      assert.ok(first);
      assert.deepEqual([slice(text, first.span), say(english, first.message)], [marked, message]);
      assert.deepEqual(toValue(doc), value);
    });
  }

  describe('follows the indentation where brackets', () => {
    const lines = (...all: readonly string[]): string => all.join('\n');
    const brackets: readonly (readonly [
      what: string,
      text: string,
      marked: string,
      message: string,
      value: unknown,
    ])[] = [
      [
        'are too many',
        lines('{', '  "a": {', '    "b": 1', '    },', '    "c": 2', '  },', '  "d": 3', '}'),
        '}',
        "There is no bracket that this '}' closes.",
        { a: { b: 1, c: 2 }, d: 3 },
      ],
      [
        'are too many in the root',
        lines('{', '  "a": 1', '  },', '  "b": 2', '}'),
        '}',
        "There is no bracket that this '}' closes.",
        { a: 1, b: 2 },
      ],
      [
        'are missing before a bracket',
        lines('{', '  "a": {', '    "b": [', '      1', '  },', '  "c": 2', '}'),
        '}',
        "Expected ']' before this line.",
        { a: { b: [1] }, c: 2 },
      ],
      [
        'are missing before a name',
        lines('{', '  "a": {', '    "b": 1', '  "c": {', '    "d": 2', '  }', '}'),
        '"c"',
        "Expected '}' before this line.",
        { a: { b: 1 }, c: { d: 2 } },
      ],
      [
        'were opened at the end of a line',
        lines('{', '  "a": 1,{', '  "b": {', '    "c": 2', '  }', '}'),
        '{',
        'Expected a property name in double quotes here.',
        { a: 1, b: { c: 2 } },
      ],
      [
        'do not stand below their lines, which tells nothing',
        lines('{', '"a": {', '"b": 1', ',', '"c": 2', '}'),
        '}',
        "Expected '}', but the file ends.",
        { a: { b: 1, c: 2 } },
      ],
    ];
    for (const [what, text, marked, message, value] of brackets) {
      it(what, () => {
        const doc = parseJson(text);
        const found = doc.errors.map((error) => [slice(text, error.span), say(english, error.message)]);
        assert.deepEqual(found, [[marked, message]]);
        assert.deepEqual(toValue(doc), value);
      });
    }
  });

  it('tells one mistake once', () => {
    assert.equal(parseJson('{"a": foo bar baz, "b": 2}').errors.length, 1);
    assert.equal(parseJson('{"a": 1 2 3, "b": 2}').errors.length, 1);
  });

  it('keeps the number of problems bearable', () => {
    assert.equal(parseJson('x,'.repeat(10_000)).errors.length <= 100, true);
  });

  it('takes 100,000 levels of nesting', () => {
    for (const open of ['[', '{"a":', '[{"a":']) {
      const doc = parseJson(open.repeat(100_000));
      assert.equal(doc.errors.length > 0, true);
      const deepest = nodeAtOffset(doc, doc.text.length);
      assert.ok(deepest);
      assert.equal(nodeAt(doc, pathOf(deepest.node)), deepest.node);
      assert.ok(toValue(doc));
    }
    assert.deepEqual(parseJson('['.repeat(100_000) + ']'.repeat(100_000)).errors, []);
  });
});

describe('parseJson and JSON.parse', () => {
  const layouts = [undefined, 2, '\t'];

  it('agree on every value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...layouts), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const doc = parseJson(text);
        assert.deepEqual(doc.errors, []);
        assert.deepEqual(toValue(doc), JSON.parse(text));
        for (const node of nodesOf(doc.root)) checkNode(text, node);
      }),
    );
  });

  it('agree on which texts are broken', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '0',
      '1.',
      'e5',
      'true',
      'nul',
      '//',
      '/*',
      '*/',
    ];
    const more = [' ', '\n', '\r', '\t', '\\', '\\u00e4', '\u0001', '\u00a0', '\ufeff', '\ud800', "'", '.5', '+1'];
    const token = fc.constantFrom(...pieces, ...more);
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => checkAgainstNative(tokens.join(''))),
      {
        numRuns: 3000,
      },
    );
  });

  it('agree on texts with a piece cut out, doubled or replaced', () => {
    const mutation = fc.tuple(
      fc.jsonValue(),
      fc.nat(),
      fc.nat(8),
      fc.constantFrom('', ',', '}', ']', '"', ':', '1', '{'),
    );
    fc.assert(
      fc.property(mutation, ([value, at, length, instead]) => {
        const text = JSON.stringify(value, undefined, 1);
        const start = at % (text.length + 1);
        checkAgainstNative(text.slice(0, start) + instead + text.slice(start + length));
        checkAgainstNative(text.slice(0, start + length) + text.slice(start));
      }),
      { numRuns: 1000 },
    );
  });
});

function checkAgainstNative(text: string): void {
  const doc = parseJson(text);
  for (const node of nodesOf(doc.root)) checkNode(text, node);
  for (const { span } of doc.errors) assert.ok(span.start <= span.end && span.end <= text.length && span.start >= 0);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    assert.notDeepEqual(doc.errors, [], `JSON.parse refuses ${JSON.stringify(text)}`);
    toValue(doc);
    return;
  }
  assert.deepEqual(doc.errors, [], `JSON.parse takes ${JSON.stringify(text)}`);
  assert.deepEqual(toValue(doc), value);
}

/** Members lie inside of their parent, one behind the other, and are found again by their path. */
function checkNode(text: string, node: JsonNode): void {
  assert.ok(0 <= node.start && node.start <= node.end && node.end <= text.length);
  let at = node.start;
  for (const item of node.items) {
    assert.equal(item.parent, node);
    const start = item.key?.start ?? item.start;
    assert.ok(at <= start && start <= item.start && item.end <= node.end);
    at = item.end;
    if (isWhatItsPathSays(item)) assert.equal(nodeAt({ text, root: rootOf(item), errors: [] }, pathOf(item)), item);
  }
}

/** Of properties of one name the last one counts, and so it is for everything inside of them. */
function isWhatItsPathSays(node: JsonNode): boolean {
  if (node.parent === undefined) return true;
  const last = node.parent.items.findLast(({ key }) => key?.name === node.key?.name);
  return (node.key === undefined || last === node) && isWhatItsPathSays(node.parent);
}

function rootOf(node: JsonNode): JsonNode {
  return node.parent === undefined ? node : rootOf(node.parent);
}

function nodesOf(root: JsonNode | undefined): JsonNode[] {
  return root === undefined ? [] : [root, ...root.items.flatMap(nodesOf)];
}

function slice(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.start, span.end);
}
