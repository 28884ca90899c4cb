import assert from 'node:assert/strict';
import { applyEdits } from '../../src/base/textEdit';
import { parseJson } from '../../src/syntax/json';
import { appendCommentedItems, setCommentedProperty } from '../../src/syntax/jsoncEdit';

/** Turns a rule off in `rules`. */
function checkSet(before: string, after: string): void {
  const doc = parseJson(before);
  assert.equal(applyEdits(before, setCommentedProperty(doc, ['rules'], 'b', 'off')), after);
}

/** Adds items to `list`. */
function checkAppend(before: string, values: readonly string[], after: string): void {
  assert.equal(applyEdits(before, appendCommentedItems(parseJson(before), ['list'], values)), after);
}

describe('edits of JSON with comments', () => {
  it('leave a comment with the line that it is about', () => {
    checkSet(
      `{
  "rules": {
    "a": "off" // because
  }
}`,
      `{
  "rules": {
    "a": "off", // because
    "b": "off"
  }
}`,
    );
  });

  it('keep a trailing comma', () => {
    checkSet(
      `{
    "rules": {
        "a": "off", /* because */
    },
}`,
      `{
    "rules": {
        "a": "off", /* because */
        "b": "off",
    },
}`,
    );
  });

  it('come behind comments on lines of their own', () => {
    checkSet(
      `{
  "rules": {
    "a": "off"
    // "c": "off"
  }
}`,
      `{
  "rules": {
    "a": "off",
    // "c": "off"
    "b": "off"
  }
}`,
    );
  });

  it('fill an object that has nothing but comments', () => {
    checkSet(
      `{
  "rules": {
    // "a": "off"
  }
}`,
      `{
  "rules": {
    // "a": "off"
    "b": "off"
  }
}`,
    );
  });

  it('fill an empty object', () => {
    checkSet('{\n  "rules": {}\n}\n', '{\n  "rules": {\n    "b": "off"\n  }\n}\n');
    checkSet('{ "rules": {} }', '{ "rules": { "b": "off" } }');
    checkSet('{ "rules": { /* none */ } }', '{ "rules": { /* none */ "b": "off" } }');
  });

  it('keep one line one line', () => {
    checkSet('{ "rules": { "a": "off" } }', '{ "rules": { "a": "off", "b": "off" } }');
    checkAppend('{ "list": ["a"] }', ['b', 'c'], '{ "list": ["a", "b", "c"] }');
    checkAppend('{ "list": ["a",] }', ['b'], '{ "list": ["a", "b",] }');
  });

  it('keep line ends and indentation', () => {
    checkSet(
      '{\r\n\t"rules": {\r\n\t\t"a": "off"\r\n\t}\r\n}\r\n',
      '{\r\n\t"rules": {\r\n\t\t"a": "off",\r\n\t\t"b": "off"\r\n\t}\r\n}\r\n',
    );
  });

  it('change a value in its place', () => {
    checkSet('{ "rules": { "b": /* was off */ "error", } }', '{ "rules": { "b": /* was off */ "off", } }');
  });

  it('take no comma or bracket in a comment or text for one of the file', () => {
    checkSet('{ "rules": { "a": "},{" /* , } */ } }', '{ "rules": { "a": "},{", /* , } */ "b": "off" } }');
    checkSet('{ "rules": { "a": "off" // }\n} }', '{ "rules": { "a": "off", // }\n "b": "off"\n} }');
  });

  it('are none where there is nothing to change', () => {
    const doc = parseJson('{ "list": {} }');
    assert.deepEqual(appendCommentedItems(doc, ['list'], ['a']), []);
    assert.deepEqual(setCommentedProperty(doc, ['gone'], 'a', 'b'), []);
  });
});
