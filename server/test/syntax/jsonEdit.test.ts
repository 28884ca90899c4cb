import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Path } from '../../src/base/path';
import { applyEdits, type TextEdit } from '../../src/base/textEdit';
import { nodeAt, parseJson, pathOf, type JsonDocument, type JsonNode, type JsonValue } from '../../src/syntax/json';
import { appendItem, remove, replaceValue, setProperty } from '../../src/syntax/jsonEdit';

const flow = `{
  "properties": {
    "connectionReferences": {
      "shared_office365": {
        "runtimeSource": "embedded",
        "connection": {},
        "api": {
          "name": "shared_office365"
        }
      }
    },
    "definition": {}
  },
  "schemaVersion": "1.0.0.0"
}`;
const connection: Path = ['properties', 'connectionReferences', 'shared_office365', 'connection'];

const powerShell = `{
    "EnvironmentVariables":  [

                             ],
    "ConnectionReferences":  [
                                 {
                                     "LogicalName":  "new_a",
                                     "ConnectionId":  ""
                                 }
                             ]
}
`;

describe('setProperty', () => {
  it('fills an empty object in the style around it', () => {
    check(flow, (doc) => setProperty(doc, connection, 'connectionReferenceLogicalName', 'new_a'), {
      '        "connection": {},': `        "connection": {
          "connectionReferenceLogicalName": "new_a"
        },`,
    });
  });

  it('prints a value as deep as its neighbours', () => {
    check(
      flow,
      (doc) =>
        setProperty(doc, ['properties', 'definition'], 'parameters', { $connections: { value: [], n: [1, {}] } }),
      {
        '    "definition": {}': `    "definition": {
      "parameters": {
        "$connections": {
          "value": [],
          "n": [
            1,
            {}
          ]
        }
      }
    }`,
      },
    );
  });

  it('adds behind the last property', () => {
    check(flow, (doc) => setProperty(doc, [], 'a"b', null), {
      '"schemaVersion": "1.0.0.0"': '"schemaVersion": "1.0.0.0",\n  "a\\"b": null',
    });
  });

  it('adds before a named property, also before the first', () => {
    check(flow, (doc) => setProperty(doc, connection.slice(0, -1), 'new', 1, { before: 'api' }), {
      '"connection": {},': '"connection": {},\n        "new": 1,',
    });
    check(flow, (doc) => setProperty(doc, [], 'first', true, { before: 'properties' }), {
      '  "properties": {': '  "first": true,\n  "properties": {',
    });
  });

  it('adds at the end when the property to stand before is not there', () => {
    check('{"a": 1}', (doc) => setProperty(doc, [], 'b', 2, { before: 'c' }), { '{"a": 1}': '{"a": 1, "b": 2}' });
  });

  it('replaces the value of a property that is there, of several the one that counts', () => {
    check('{"a":1,"a":2}', (doc) => setProperty(doc, [], 'a', 'x'), { '"a":2': '"a":"x"' });
  });

  it('keeps tabs and CRLF', () => {
    check('{\r\n\t"a": {\r\n\t\t"b": 1\r\n\t}\r\n}', (doc) => setProperty(doc, ['a'], 'c', { d: 2 }), {
      '"b": 1': '"b": 1,\r\n\t\t"c": {\r\n\t\t\t"d": 2\r\n\t\t}',
    });
  });

  it('keeps minified text minified', () => {
    check('{"a":{},"b":[1,2]}', (doc) => setProperty(doc, ['a'], 'c', { d: [1, {}] }), {
      '{},': '{"c":{"d":[1,{}]}},',
    });
    check('{"a":{}}', (doc) => setProperty(doc, [], 'b', 2), { '{}}': '{},"b":2}' });
    check('[{},{}]', (doc) => setProperty(doc, [1], 'b', [1, 2]), { '{}]': '{"b":[1,2]}]' });
  });

  it('keeps one line with its spaces', () => {
    check('{ "a": { "b": 1 } }', (doc) => setProperty(doc, ['a'], 'c', { d: 2 }), {
      '"b": 1': '"b": 1, "c": { "d": 2 }',
    });
    check('{\n  "a": [1, 2],\n  "b": {"c": 1}\n}', (doc) => setProperty(doc, ['b'], 'd', [1, 2]), {
      '"c": 1': '"c": 1, "d": [1, 2]',
    });
  });

  it('keeps the layout of Windows PowerShell', () => {
    check(powerShell, (doc) => setProperty(doc, ['ConnectionReferences', 0], 'ConnectorId', { a: [1] }), {
      '"ConnectionId":  ""': `"ConnectionId":  "",
                                     "ConnectorId":  {
                                                         "a":  [
                                                                   1
                                                               ]
                                                     }`,
    });
  });

  it('lays out an empty file with two spaces', () => {
    check('{}\n', (doc) => setProperty(doc, [], 'a', [1]), { '{}': '{\n  "a": [\n    1\n  ]\n}' });
  });

  it('does nothing where there is no object', () => {
    assert.deepEqual(setProperty(parseJson('{"a": 1}'), ['a'], 'b', 1), []);
    assert.deepEqual(setProperty(parseJson('{"a": 1}'), ['b'], 'b', 1), []);
    assert.deepEqual(setProperty(parseJson(''), [], 'b', 1), []);
  });
});

describe('appendItem', () => {
  it('adds at the end, or before the item of an index', () => {
    check('[1, 2]', (doc) => appendItem(doc, [], 3), { '2]': '2, 3]' });
    check('[1, 2]', (doc) => appendItem(doc, [], 3, 1), { '1,': '1, 3,' });
    check('[1, 2]', (doc) => appendItem(doc, [], 3, 0), { '[1': '[3, 1' });
    check('[1, 2]', (doc) => appendItem(doc, [], 3, 9), { '2]': '2, 3]' });
  });

  it('adds an item in the layout of Windows PowerShell, also to an empty array', () => {
    check(powerShell, (doc) => appendItem(doc, ['ConnectionReferences'], { LogicalName: 'new_b' }), {
      '""\n                                 }': `""
                                 },
                                 {
                                     "LogicalName":  "new_b"
                                 }`,
    });
    check(powerShell, (doc) => appendItem(doc, ['EnvironmentVariables'], { SchemaName: 'new_v' }), {
      '[\n\n                             ]': `[
                                 {
                                     "SchemaName":  "new_v"
                                 }
                             ]`,
    });
  });

  it('does nothing where there is no array', () => {
    assert.deepEqual(appendItem(parseJson('{"a": 1}'), ['a'], 1), []);
  });
});

describe('replaceValue', () => {
  it('replaces a value in place', () => {
    check(flow, (doc) => replaceValue(doc, connection, { connectionReferenceLogicalName: 'new_a' }), {
      '"connection": {}': '"connection": {\n          "connectionReferenceLogicalName": "new_a"\n        }',
    });
    check(flow, (doc) => replaceValue(doc, [...connection.slice(0, -1), 'api'], {}), {
      '{\n          "name": "shared_office365"\n        }': '{}',
    });
    check(flow, (doc) => replaceValue(doc, ['schemaVersion'], '2'), { '"1.0.0.0"': '"2"' });
  });

  it('does nothing where there is no value', () => {
    assert.deepEqual(replaceValue(parseJson('{}'), ['a'], 1), []);
  });
});

describe('remove', () => {
  it('takes the comma and the line with the property', () => {
    check(flow, (doc) => remove(doc, [connection]), { '\n        "connection": {},': '' });
    check(flow, (doc) => remove(doc, [['properties']]), { [flow.slice(4, flow.indexOf('"schema'))]: '' });
    check(flow, (doc) => remove(doc, [['schemaVersion']]), { ',\n  "schemaVersion": "1.0.0.0"': '' });
  });

  it('leaves an empty object or array behind the last one', () => {
    check(flow, (doc) => remove(doc, [connection.slice(0, -1)]), {
      [flow.slice(flow.indexOf('{', flow.indexOf('connectionReferences')), flow.indexOf(',\n    "definition"'))]: '{}',
    });
    check('[ 1 ]', (doc) => remove(doc, [[0]]), { '[ 1 ]': '[]' });
  });

  it('removes every property of the name, because an earlier one would count then', () => {
    check('{"a": 1, "b": 2, "a": 3}', (doc) => remove(doc, [['a']]), {
      '{"a": 1, "b": 2, "a": 3}': '{"b": 2}',
    });
  });

  it('takes several at once, also neighbours and what lies inside of them', () => {
    const text = '{"a": {"x": 1}, "b": 2, "c": 3, "d": 4}';
    check(text, (doc) => remove(doc, [['a'], ['a', 'x'], ['b']]), { '"a": {"x": 1}, "b": 2, ': '' });
    check(text, (doc) => remove(doc, [['d'], ['b'], ['c']]), { ', "b": 2, "c": 3, "d": 4': '' });
    check(text, (doc) => remove(doc, [['a'], ['c']]), { [text]: '{"b": 2, "d": 4}' });
  });

  it('does nothing where there is nothing, and leaves the root', () => {
    assert.deepEqual(remove(parseJson('{"a": 1}'), [['b'], ['a', 'b'], []]), []);
  });

  it('can be made together with an addition at the end', () => {
    check('{\n  "a": 1,\n  "b": 2\n}', (doc) => [...setProperty(doc, [], 'c', 3), ...remove(doc, [['b']])], {
      '"b": 2': '"c": 3',
    });
  });
});

describe('edits of generated JSON', () => {
  const style = fc.constantFrom(...[undefined, 1, 2, 4, '\t', 'crlf', 'powershell', 'spaced']);
  const json = fc.jsonValue({ maxDepth: 3, noUnicodeString: false }).map((value) => normalised(value));
  const sample = fc.record({ value: json, style, at: fc.nat(), added: json, index: fc.nat(5) });

  it('give the intended value and change nothing else, and adding is undone by removing', () => {
    fc.assert(
      fc.property(sample, ({ value, style, at, added, index }) => {
        const text = write(value, style);
        const doc = parseJson(text);
        const containers = nodesOf(doc.root).filter(({ type }) => type === 'object' || type === 'array');
        const container = containers[at % containers.length];
        if (container === undefined) return;
        const path = pathOf(container);
        const member = container.type === 'array' ? Math.min(index, container.items.length) : 'a new name';
        const next = container.items[index]?.key?.name;
        const options = next === undefined ? {} : { before: next };
        const edits =
          typeof member === 'number'
            ? appendItem(doc, path, added, member)
            : setProperty(doc, path, member, added, options);
        const after = applyEdits(text, edits);
        const expected = structuredClone(value);
        addTo(reach(expected, path), member, added);
        assert.deepEqual(JSON.parse(after), expected);
        assert.equal(edits.length, 1);
        // Only the lengths, because names that are numbers change their places in an object.
        if (isTold(style, container)) assert.equal(after.length, write(JSON.parse(after), style).length, after);
        const back = parseJson(after);
        assert.equal(applyEdits(after, remove(back, [[...path, member]])), text);
      }),
      { numRuns: 1000 },
    );
  });

  it('replace and remove what they name', () => {
    fc.assert(
      fc.property(sample, ({ value, style, at, added }) => {
        const text = write(value, style);
        const doc = parseJson(text);
        const nodes = nodesOf(doc.root);
        const node = nodes[at % nodes.length];
        assert.ok(node);
        const path = pathOf(node);
        const replaced = applyEdits(text, replaceValue(doc, path, added));
        assert.deepEqual(valueAt(replaced, path), added);
        assert.ok(replaced.startsWith(text.slice(0, node.start)) && replaced.endsWith(text.slice(node.end)));
        const last = path.at(-1);
        if (last === undefined) return;
        const expected = structuredClone(value);
        removeFrom(reach(expected, path.slice(0, -1)), last);
        assert.deepEqual(JSON.parse(applyEdits(text, remove(doc, [path]))), expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('remove any choice of members together', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 7 }), style, (choice, style) => {
        const text = write(
          choice.map((_, i) => ({ i })),
          style,
        );
        const paths = choice.flatMap((goes, i) => (goes ? [[i]] : []));
        const after = applyEdits(text, remove(parseJson(text), paths));
        assert.deepEqual(
          JSON.parse(after),
          choice.flatMap((goes, i) => (goes ? [] : [{ i }])),
        );
      }),
    );
  });
});

type Style = string | number | undefined;

/** Checks that exactly the named pieces of the text change, each of which is there once. */
function check(text: string, edit: (doc: JsonDocument) => TextEdit[], changes: Readonly<Record<string, string>>): void {
  let expected = text;
  for (const [before, after] of Object.entries(changes)) {
    assert.equal(text.split(before).length, 2, `${before} is there once`);
    expected = expected.replace(before, () => after);
  }
  assert.equal(applyEdits(text, edit(parseJson(text))), expected);
}

/** Negative zero is written as zero, and a property of the name `__proto__` cannot be set by plain code in a test. */
function normalised(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto')) as JsonValue;
}

function write(value: unknown, style: Style): string {
  if (style === 'powershell') return `${writeAligned(value as JsonValue, 0)}\r\n`;
  if (style === 'crlf') return JSON.stringify(value, undefined, 2).replaceAll('\n', '\r\n');
  if (style === 'spaced') return JSON.stringify(value, undefined, 1).replaceAll(/\n */g, ' ');
  return JSON.stringify(value, undefined, style);
}

function writeAligned(value: JsonValue, column: number): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value);
  const isArray = Array.isArray(value);
  if (entries.length === 0) return isArray ? '[]' : '{}';
  const lines = entries.map(([name, one]) => {
    const label = isArray ? '' : `${JSON.stringify(name)}:  `;
    return ' '.repeat(column + 4) + label + writeAligned(one, column + 4 + label.length);
  });
  return [isArray ? '[' : '{', lines.join(',\r\n'), ' '.repeat(column) + (isArray ? ']' : '}')].join('\r\n');
}

/** Whether an addition has neighbours that tell how the writer of the whole text would have made it. */
function isTold(style: Style, container: JsonNode): boolean {
  if (style === undefined || style === 'spaced') return false;
  if (style === 'powershell') return container.type === 'object' && container.items.length > 0;
  return container.items.length > 0 || container.parent !== undefined;
}

function reach(value: unknown, path: Path): unknown {
  return path.reduce((at, segment) => (at as Record<string | number, unknown>)[segment], value);
}

function addTo(target: unknown, member: string | number, value: JsonValue): void {
  if (typeof member === 'number') (target as unknown[]).splice(member, 0, value);
  else (target as Record<string, unknown>)[member] = value;
}

function removeFrom(target: unknown, member: string | number): void {
  if (typeof member === 'number') (target as unknown[]).splice(member, 1);
  else Reflect.deleteProperty(target as object, member);
}

function valueAt(text: string, path: Path): unknown {
  assert.ok(nodeAt(parseJson(text), path));
  return reach(JSON.parse(text), path);
}

function nodesOf(root: JsonNode | undefined): JsonNode[] {
  return root === undefined ? [] : [root, ...root.items.flatMap(nodesOf)];
}
