import assert from 'node:assert/strict';
import { contentSpan, keySpan, nodeAt, nodeAtOffset, pathOf, toValue } from '../../src/syntax/json';
import { parseYaml } from '../../src/syntax/yaml';
import type { Path } from '../../src/base/path';

describe('YAML', () => {
  function textAt(text: string, path: Path, on: 'key' | 'value' = 'value'): string | undefined {
    const node = nodeAt(parseYaml(text), path);
    const span = node && (on === 'key' ? keySpan(node) : contentSpan(node));
    return span && text.slice(span.start, span.end);
  }

  it('reads every scalar as a text', () => {
    const { root, errors, text } = parseYaml(`version: 1.0
'@type': 29
"quoted": "a \\" b"
nothing:
list:
  - yes
  - ~
  - { inner: [1, two] }
block: |
  first
  second
`);
    assert.deepEqual(errors, []);
    assert.deepEqual(toValue({ text, root, errors }), {
      version: '1.0',
      '@type': '29',
      quoted: 'a " b',
      nothing: '',
      list: ['yes', '~', { inner: ['1', 'two'] }],
      block: 'first\nsecond\n',
    });
  });

  it('knows where names and values stand, without their quotes', () => {
    const text = `references:
  - name: plain_name # a comment
    'id': "quoted"
  - { name: inline }
`;
    assert.equal(textAt(text, ['references', 0, 'name']), 'plain_name');
    assert.equal(textAt(text, ['references', 0, 'id']), 'quoted');
    assert.equal(textAt(text, ['references', 0, 'id'], 'key'), 'id');
    assert.equal(textAt(text, ['references', 1, 'name']), 'inline');
    assert.equal(textAt(text, ['references'], 'key'), 'references');
    assert.equal(textAt(text, ['references', 2]), undefined);
  });

  it('finds what stands at an offset', () => {
    const text = 'references:\n  - name: plain_name\n    id: x\n';
    const found = nodeAtOffset(parseYaml(text), text.indexOf('ain_name'));
    assert.ok(found);
    assert.deepEqual([pathOf(found.node), found.on], [['references', 0, 'name'], 'value']);
    assert.equal(nodeAtOffset(parseYaml(text), text.indexOf('id:') + 1)?.on, 'key');
  });

  it('keeps the lines of Windows', () => {
    assert.equal(textAt('a: 1\r\nb:\r\n  - name: x\r\n', ['b', 0, 'name']), 'x');
  });

  it('reads the first of several documents', () => {
    const document = parseYaml('a: 1\n---\na: 2\n');
    assert.deepEqual([toValue(document), document.errors], [{ a: '1' }, []]);
  });

  it('tells what is wrong, and keeps what can be read', () => {
    const document = parseYaml('a: 1\nb: "open\nc: 2\n');
    assert.equal(document.errors.length > 0, true);
    assert.equal((toValue(document) as { a?: string }).a, '1');
  });

  const hostile: readonly (readonly [what: string, text: string])[] = [
    ['brackets without an end', '['.repeat(100_000)],
    ['brackets with an end', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['braces', '{a: '.repeat(20_000)],
    ['dashes', '- '.repeat(20_000)],
    ['question marks', '? '.repeat(20_000)],
    ['indentation', Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['quotes without an end', `a: "${'x\n'.repeat(50_000)}`],
    ['nothing', ''],
    ['control characters', '\0\u0001\ufffe'],
    ['a directive', '%YAML 9.9\n%TAG ! tag:x,2000:\n--- !x\na: !!binary 1\n'],
    ['names of JavaScript', '__proto__: 1\nconstructor: { prototype: x }\n'],
  ];
  for (const [what, text] of hostile) {
    it(`survives ${what}`, () => {
      assert.doesNotThrow(() => toValue(parseYaml(text)));
    });
  }

  it('does not multiply what aliases name', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [*l${i}, *l${i}, *l${i}, *l${i}]`);
    const value = toValue(parseYaml(`l0: &l0 [lol]\n${levels.join('\n')}\n`)) as Record<string, unknown>;
    assert.deepEqual([value.l0, value.l30], [['lol'], ['', '', '', '']]);
  });

  it('is not led in a circle', () => {
    assert.deepEqual(toValue(parseYaml('a: &a\n  b: *a\n')), { a: { b: '' } });
  });
});
