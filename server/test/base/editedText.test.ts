import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { EditedText } from '../../src/base/editedText';
import { applyEdits, type TextEdit } from '../../src/base/textEdit';

describe('an edited text', () => {
  it('gives edits that lead from the first text to the last', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.array(fc.array(wish(), { maxLength: 4 }), { maxLength: 6 }),
        (original, steps) => {
          const edited = new EditedText(original);
          let expected = original;
          for (const [i, step] of steps.entries()) {
            const edits = editsOf(step, expected.length);
            edited.apply(edits, `step ${i}`);
            expected = applyEdits(expected, edits);
            assert.equal(edited.text, expected);
          }
          assert.equal(applyEdits(original, edited.edits()), expected);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('gives edits that are sorted, apart from each other, and change something', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.array(fc.array(wish(), { maxLength: 4 }), { maxLength: 6 }),
        (original, steps) => {
          const edited = new EditedText(original);
          for (const step of steps) edited.apply(editsOf(step, edited.text.length), 'a step');
          let end = -1;
          for (const { span, newText, label } of edited.edits()) {
            assert.ok(span.start > end, 'edits that touch are one edit');
            assert.notEqual(original.slice(span.start, span.end), newText);
            assert.equal(label, 'a step');
            end = span.end;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('labels each edit with the steps whose text is in it, and with no other', () => {
    // Each step writes its own letters, which the first text does not have.
    const step = fc.array(wish(fc.constant('')), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constant('.'), maxLength: 20 }),
        fc.array(step, { maxLength: 6 }),
        (original, steps) => {
          const edited = new EditedText(original);
          const labels = steps.map((_, i) => `step ${i}`);
          for (const [i, wishes] of steps.entries()) {
            const edits = editsOf(wishes, edited.text.length).map((edit) => ({ ...edit, newText: String(i) }));
            edited.apply(edits, labels[i] ?? '');
          }
          for (const { newText, label } of edited.edits()) {
            const expected = [...new Set(newText)].filter((letter) => letter !== '.').map((letter) => `step ${letter}`);
            assert.deepEqual(label.split('; ').sort(), expected.sort());
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keeps the label of a removal, and forgets that of a text that is gone again', () => {
    const edited = new EditedText('keep this, drop that, mend it');
    edited.apply([insert(4, ' all of')], 'come and gone');
    edited.apply([cut(edited.text, ' all of')], 'take it away');
    edited.apply([cut(edited.text, 'drop that, ')], 'drop');
    edited.apply([{ ...cut(edited.text, 'mend'), newText: 'fix' }], 'mend');
    assert.equal(edited.text, 'keep this, fix it');
    assert.deepEqual(
      edited.edits().map(({ label }) => label),
      ['drop; mend'],
    );
    edited.apply([insert(edited.text.length, '!')], 'shout');
    assert.deepEqual(
      edited.edits().map(({ newText, label }) => [newText, label]),
      [
        ['fix', 'drop; mend'],
        ['!', 'shout'],
      ],
    );
  });

  it('has no edits when all is as it was', () => {
    const edited = new EditedText('one two');
    edited.apply([{ ...cut(edited.text, 'two'), newText: 'three' }], 'there');
    edited.apply([{ ...cut(edited.text, 'three'), newText: 'two' }], 'back');
    assert.deepEqual(edited.edits(), []);
  });

  it('does not take edits that overlap or lie outside', () => {
    const edited = new EditedText('abc');
    for (const edits of [
      [
        { span: { start: 0, end: 2 }, newText: '' },
        { span: { start: 1, end: 3 }, newText: '' },
      ],
      [{ span: { start: 2, end: 4 }, newText: '' }],
      [{ span: { start: 2, end: 1 }, newText: '' }],
    ]) {
      assert.throws(() => edited.apply(edits, 'wrong'), /overlaps another one or lies outside/);
    }
    assert.equal(edited.text, 'abc');
  });
});

/** Where to edit, as parts of the text's length, and what to write there. */
interface Wish {
  readonly from: number;
  readonly length: number;
  readonly newText: string;
}

function wish(newText: fc.Arbitrary<string> = fc.string({ maxLength: 4 })): fc.Arbitrary<Wish> {
  return fc.record({ from: fc.nat(24), length: fc.nat(6), newText });
}

/** Those of the wishes that fit into the text and do not overlap. */
function editsOf(wishes: readonly Wish[], textLength: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  for (const { from, length, newText } of [...wishes].sort((a, b) => a.from - b.from)) {
    const start = Math.min(Math.max(from, at), textLength);
    const end = Math.min(start + length, textLength);
    edits.push({ span: { start, end }, newText });
    // Two insertions at one place have an order, an insertion beside a replacement of the same start has none.
    at = end === start ? end + 1 : end;
    if (at > textLength) break;
  }
  return edits;
}

function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function cut(text: string, part: string): TextEdit {
  const start = text.indexOf(part);
  return { span: { start, end: start + part.length }, newText: '' };
}
