import assert from 'node:assert/strict';
import type { Place } from '../../src/model/place';
import { locate } from '../../src/project/locate';
import { stepKeyPlace } from '../../src/project/stepPlaces';
import { openFixture } from '../engine';

/** Checks that a place is the one `⟦…⟧` of a file; without one, the start of the file. */
function checkPlace(file: string, marked: string, place: Place): void {
  const { workspace, fixture } = openFixture(`//- ${file}\n${marked}\n`, { addsSolution: false });
  const span = locate(workspace.documents, { file, place });
  assert.deepEqual({ start: span.start, end: span.end }, fixture.spans.get(file)?.[0] ?? { start: 0, end: 0 });
}

describe('places in JSON', () => {
  const check = (marked: string, place: Place): void => {
    checkPlace('/Workflows/file.json', marked, place);
  };

  it('of values: texts without their quotes, all else as a whole', () => {
    check('{ "a": { "b": "⟦text⟧" } }', { path: ['a', 'b'] });
    check('{ "a": ⟦{ "b": 1 }⟧ }', { path: ['a'] });
    check('{ "a": [ 1, ⟦true⟧ ] }', { path: ['a', 1] });
    check('⟦[]⟧', { path: [] });
  });

  it('of an empty text: its quotes, for nothing else can be seen', () => {
    check('{ "a": ⟦""⟧ }', { path: ['a'] });
  });

  it('of an escaped text', () => {
    check(String.raw`{ "a": "⟦say \"x\" \u0041⟧" }`, { path: ['a'] });
  });

  it('of keys', () => {
    check('{ "⟦a⟧": {} }', { path: ['a'], onKey: true });
    check(String.raw`{ "⟦a\"b\u0041⟧": {} }`, { path: ['a"bA'], onKey: true });
    check('[ ⟦1⟧ ]', { path: [0], onKey: true });
    check('{ "__proto__": 1, "⟦constructor⟧": 2 }', { path: ['constructor'], onKey: true });
  });

  it('of opening brackets', () => {
    check('⟦[⟧ { "a": 1 } ]', { path: [], onBracket: true });
    check('{ "a": ⟦{⟧ } }', { path: ['a'], onBracket: true });
  });

  it('of a name that stands twice: the last one counts', () => {
    check('{ "a": 1, "⟦a⟧": 2 }', { path: ['a'], onKey: true });
  });

  it('of parts of texts', () => {
    check('{ "a": "x⟦bc⟧bc" }', { path: ['a'], part: 'bc' });
    check('{ "a": "bc, \'⟦bc⟧\'" }', { path: ['a'], part: 'bc', behind: "'" });
    check(`{ "a": "'bcd' and '⟦bc⟧'" }`, { path: ['a'], part: 'bc', behind: "'" });
    check(String.raw`{ "a": "x⟦\"b\\c\u00E9\"⟧" }`, { path: ['a'], part: '"b\\cé"' });
    check(String.raw`{ "a": "\u0027⟦it\u0027s⟧\u0027" }`, { path: ['a'], part: "it's", behind: "'" });
    check('{ "a": "[⟦(.*)⟧]" }', { path: ['a'], part: '(.*)', behind: '[' });
  });

  it('of a part that is not there any more: the whole text', () => {
    check('{ "a": "⟦xyz⟧" }', { path: ['a'], part: 'bc' });
  });

  it('of what is not there any more: what was around it, else the start of the file', () => {
    check('{ "a": 1 }', { path: ['b'] });
    check('{ "a": ⟦1⟧ }', { path: ['a', 'b'], onKey: true });
    check('', { path: [] });
  });

  it('that are spans already stay', () => {
    check('{ ⟦"a"⟧: 1 }', { span: { start: 2, end: 5 } });
  });
});

describe('places in XML', () => {
  const check = (marked: string, place: Place): void => {
    checkPlace('/Other/Customizations.xml', marked, place);
  };

  it('of attributes and texts', () => {
    check('<a><b x="1"/><b x="⟦two &amp; three⟧"/></a>', { path: ['a', 'b', 1, '@x'] });
    check('<a><b>\n  ⟦text⟧\n</b></a>', { path: ['a', 'b'] });
    check('<⟦a⟧><b/></a>', { path: ['a'] });
  });

  it('of parts of texts', () => {
    check('<a>{"1":{"n":"bcd"},"2":{"n":"⟦bc⟧"}}</a>', { path: ['a'], part: 'bc', behind: '"' });
    check('<a>{&quot;1&quot;:&quot;⟦b&amp;c⟧&quot;}</a>', { path: ['a'], part: 'b&c', behind: '"' });
  });

  it('of what is not there any more: the start of the file', () => {
    check('<a/>', { path: ['a', '@x'] });
    check('no XML', { path: ['a'] });
  });
});

describe('places in files that are gone', () => {
  it('are their start', () => {
    const { workspace } = openFixture('//- /a.json\n{}\n');
    for (const file of ['/gone.json', '/Other/Gone.xml']) {
      assert.deepEqual(locate(workspace.documents, { file, place: { path: ['a'] } }), { start: 0, end: 0 });
    }
  });
});

describe('keys in steps', () => {
  function checkKey(host: string): void {
    const file = '/Workflows/Notify.json';
    const { workspace, fixture } = openFixture(
      `//- ${file}\n{ "properties": { "definition": { "actions": { "⟦Send⟧": { "inputs": { "host": { ${host} } } } } } } }\n`,
    );
    const [step] = workspace.snapshot.flowAt(file)?.facts.steps ?? [];
    assert.ok(step);
    const span = locate(workspace.documents, { file, place: stepKeyPlace(step) });
    assert.deepEqual({ start: span.start, end: span.end }, fixture.spans.get(file)?.at(-1));
  }

  it('are marked without what stands around them', () => {
    checkKey('"connectionName": "⟦shared_teams⟧"');
    checkKey('"connectionReferenceName": "⟦shared_teams⟧"');
    checkKey(`"connection": { "name": "@parameters('$connections')['⟦shared_teams⟧']['connectionId']" }`);
  });

  it('are marked in expressions of any writing', () => {
    checkKey(`"connection": { "name": "@parameters('$connections')[ '⟦k⟧' ]['connectionId']" }`);
    checkKey(`"connection": { "name": "@parameters('$connections')['⟦connectionId⟧']['connectionId']" }`);
    checkKey(`"connection": { "name": "@parameters('$connections')['⟦it''s⟧']['connectionId']" }`);
    checkKey(
      String.raw`"connection": { "name": "@parameters(\u0027$connections\u0027)[\u0027⟦k⟧\u0027][\u0027connectionId\u0027]" }`,
    );
  });

  it('that are missing: the name of the step is marked', () => {
    checkKey('"workflowReferenceName": "x"');
  });
});
