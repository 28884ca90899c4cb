/** Where somebody types, in texts that are whole and in texts that are not. */
import assert from 'node:assert/strict';
import { jsonCursorAt } from '../../src/syntax/jsonCursor';
import { xmlCursorAt } from '../../src/syntax/xmlCursor';
import { yamlCursorAt } from '../../src/syntax/yamlCursor';

/** `$0` is the cursor. Gives the path, what would be replaced, and the quotes around it. */
function json(source: string): string | undefined {
  const offset = source.indexOf('$0');
  const text = source.replace('$0', '');
  const cursor = jsonCursorAt(text, offset);
  if (!cursor) return undefined;
  const { path, on, span, isOpened, isClosed, commaBefore, needsComma } = cursor;
  const word = `${isOpened ? '"' : ''}${text.slice(span.start, span.end)}${isClosed ? '"' : ''}`;
  const commas = `${commaBefore === undefined ? '' : ' ,before'}${needsComma ? ' ,behind' : ''}`;
  return `${on} /${path.join('/')} ${word}`.trim() + commas;
}

describe('the cursor in JSON', () => {
  for (const [source, expected] of [
    ['{ "a": "x$0y" }', 'value /a "xy"'],
    ['{ "a": "$0" }', 'value /a ""'],
    ['{ "a": $0"x" }', 'value /a "x"'],
    ['{ "a": $0 }', 'value /a'],
    ['{ "a":$0', 'value /a'],
    ['{ "a": tr$0ue }', 'value /a true'],
    ['{ "a": "x$0', 'value /a "x'],
    ['{ "a": "x$0\n  "b": 1 }', 'value /a "x ,behind'],
    ['{ "a": "x$0, "b": 1 }', 'value /a "x'],
    ['{ "a": "x$0" "b": 1 }', 'value /a "x" ,behind'],
    ['{ "a": "x"\n  "b": "$0" }', 'value /b ""'],
    ['{ "a"\n  "b": "$0" }', 'value /b ""'],
    ['{ "a": [1, { "b": [$0] }] }', 'value /a/1/b/0'],
    ['[ {}, {}, $0 ]', 'value /2'],
    ['[ {} $0 ]', 'value /1 ,before'],
    ['[ $0 {} ]', 'value /0 ,behind'],
    ['[ {}\n {} "$0" ]', 'value /2 "" ,before'],
    ['$0', 'value /'],
    ['{ $0 }', 'key /'],
    ['{ "a": { "$0" } }', 'key /a ""'],
    ['{ "a": 1, b$0 }', 'key / b'],
    ['{ "a": 1 $0 }', 'key / ,before'],
    ['{ "a": 1 } }, $0', 'value /'],
    ['{ "a": "{ \\"b\\": $0" }', 'value /a "{ \\"b\\": "'],
    ['{ // "a": $0\n }', undefined],
    ['{ /* $0 */ }', undefined],
    ['{ "a" $0 }', undefined],
    ['{}$0', undefined],
  ] as const) {
    it(JSON.stringify(source), () => assert.equal(json(source), expected));
  }

  it('is told in any depth, and at any place of a text', () => {
    const deep = '[{"a":'.repeat(50_000);
    assert.equal(jsonCursorAt(deep, deep.length)?.path.length, 100_000);
    const text = '{ "a": [ { "b": "c" }, null ], // d\n "e": "f" }';
    for (let cut = 0; cut <= text.length; cut++) {
      for (let offset = 0; offset <= cut; offset++) {
        const span = jsonCursorAt(text.slice(0, cut), offset)?.span;
        assert.ok(!span || (span.start <= offset && offset <= span.end && span.end <= cut), `${cut} ${offset}`);
      }
    }
  });
});

describe('the cursor in XML', () => {
  const xml = (source: string): string | undefined => {
    const offset = source.indexOf('$0');
    const text = source.replace('$0', '');
    const cursor = xmlCursorAt(text, offset);
    if (!cursor) return undefined;
    const { element, attribute, span, ending } = cursor;
    assert.ok(span.start <= offset && offset <= span.end);
    return `${element}${attribute === undefined ? '' : `@${attribute}`} '${text.slice(span.start, span.end)}' ${ending}`.trim();
  };
  for (const [source, expected] of [
    ['<a><b>x$0y</b></a>', "b 'xy'"],
    ['<a><b>$0</b></a>', "b ''"],
    ['<a><b>\n  x$0y\n</b></a>', "b 'xy'"],
    ['<a><b>$0\n<c/></a>', "b '' </b>"],
    ['<a><b>x$0\n<c/></a>', "b 'x' </b>"],
    ['<a b="x$0y" c="z"/>', "a@b 'xy'"],
    [`<a b='$0'>`, "a@b ''"],
    ['<a b="1 > 0" c="$0">', "a@c ''"],
    ['<a b="x$0>\n<c d="e"/>', `a@b 'x' "`],
    ['<a b="x$0', `a@b 'x' "`],
    ['<a b="x" $0>', undefined],
    ['<a$0>', undefined],
    ['<a></a>$0', undefined],
    ['<!-- <a>$0 -->', undefined],
    ['<!-- x --><a>$0</a>', "a ''"],
  ] as const) {
    it(JSON.stringify(source), () => assert.equal(xml(source), expected));
  }
});

describe('the cursor in YAML', () => {
  const yaml = (source: string): string | undefined => {
    const offset = source.indexOf('$0');
    const text = source.replace('$0', '');
    const cursor = yamlCursorAt(text, offset);
    return cursor && `${cursor.property} ${cursor.quote ?? ''}${text.slice(cursor.span.start, cursor.span.end)}`.trim();
  };
  for (const [source, expected] of [
    ['a:\n  - b: x$0y\n    c: z', 'b xy'],
    ['a: $0', 'a'],
    ['a:$0', 'a'],
    [`'@a': "x$0y" # z`, 'a "xy'.replace('a', '@a')],
    ["a: 'x$0", "a 'x"],
    ['a: { b: $0 }', undefined],
    ['a$0: x', undefined],
    ['# a: $0', undefined],
    ['a: x # $0', undefined],
  ] as const) {
    it(JSON.stringify(source), () => assert.equal(yaml(source), expected));
  }
});
