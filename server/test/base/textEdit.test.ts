import assert from 'node:assert/strict';
import { applyEdits, type TextEdit } from '../../src/base/textEdit';

const text = 'one two three';

describe('applyEdits', () => {
  it('replaces, inserts and removes, in any order of the edits', () => {
    const edits = [replace('three', '3'), replace('one ', ''), insertBefore('two', 'and ')];
    assert.equal(applyEdits(text, edits), 'and two 3');
    assert.equal(applyEdits(text, edits.toReversed()), 'and two 3');
  });

  it('makes insertions at one place in the order given, before a replacement that begins there', () => {
    const edits = [replace('two', '2'), insertBefore('two', 'a'), insertBefore('two', 'b')];
    assert.equal(applyEdits(text, edits), 'one ab2 three');
  });

  it('leaves the text as it is without edits', () => {
    assert.equal(applyEdits(text, []), text);
  });

  it('refuses edits that overlap or lie outside of the text', () => {
    assert.throws(() => applyEdits(text, [replace('one two', ''), replace('two', '')]));
    assert.throws(() => applyEdits(text, [{ span: { start: 0, end: text.length + 1 }, newText: '' }]));
    assert.throws(() => applyEdits(text, [{ span: { start: 2, end: 1 }, newText: '' }]));
    assert.throws(() => applyEdits(text, [{ span: { start: -1, end: 1 }, newText: '' }]));
  });
});

function replace(piece: string, newText: string): TextEdit {
  const start = text.indexOf(piece);
  return { span: { start, end: start + piece.length }, newText };
}

function insertBefore(piece: string, newText: string): TextEdit {
  const start = text.indexOf(piece);
  return { span: { start, end: start }, newText };
}
