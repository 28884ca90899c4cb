/** What a drop in the tree asks for. The drop itself, with a mouse, is tested in VS Code. */
import assert from 'node:assert/strict';
import type { TreeNode } from '../../../server/src/lsp/protocol';
import { planDrop } from '../../src/tree/drop';

const node = (kind: TreeNode['kind'], about?: TreeNode['about']): TreeNode => ({
  id: JSON.stringify([kind, about]),
  kind,
  label: kind,
  hasChildren: false,
  ...(about && { about }),
});
const [file, other] = ['file:///a.json', 'file:///b.json'];
const [a, b, c] = ['hr_a', 'hr_b', 'hr_c'].map((reference) => node('reference', { reference, file: 'file:///c.xml' }));
const key = node('flow', { file, key: 'teams', reference: 'hr_a', connector: 'shared_teams' });
const path = ['properties', 'definition', 'actions', 'Post'];
const step = node('step', { file, key: 'teams', reference: 'hr_a', step: path });

describe('what is dropped in the tree', () => {
  assert.ok(a && b && c);

  it('uses the reference that it is let go on, or among the flows of', () => {
    const direct = node('flow', { file: other, key: 'mail' });
    const uses = [
      { file, key: 'teams' },
      { file: other, key: 'mail' },
    ];
    assert.deepEqual(planDrop([key, direct], b), { kind: 'rebind', reference: 'hr_b', uses });
    const below = node('flow', { file: other, key: 'x', reference: 'hr_b' });
    assert.deepEqual(planDrop([key, direct], below), { kind: 'rebind', reference: 'hr_b', uses });
  });

  it('is a step, unless its key is dragged too', () => {
    assert.deepEqual(planDrop([step], b), {
      kind: 'rebind',
      reference: 'hr_b',
      uses: [{ file, key: 'teams', step: path }],
    });
    assert.deepEqual(planDrop([step, key, key], b), {
      kind: 'rebind',
      reference: 'hr_b',
      uses: [{ file, key: 'teams' }],
    });
  });

  it('becomes the reference, where it is one', () => {
    assert.deepEqual(planDrop([a, b, c], b), { kind: 'merge', into: 'hr_b', from: ['hr_a', 'hr_c'] });
    assert.equal(planDrop([b], b), 'itself');
    // By flow, a reference stands for the key that holds it.
    const held = node('reference', { file, key: 'teams', reference: 'hr_a' });
    assert.deepEqual(planDrop([held], b), { kind: 'rebind', reference: 'hr_b', uses: [{ file, key: 'teams' }] });
  });

  it('is nothing to plan elsewhere, and says why', () => {
    const connector = node('connector', { connector: 'shared_teams' });
    assert.equal(planDrop([key], connector), 'no reference');
    assert.equal(planDrop([key], undefined), 'no reference');
    assert.equal(planDrop([a], key), 'no reference');
    assert.equal(planDrop([connector, node('connection')], b), 'nothing to move');
    assert.equal(planDrop([key, a], b), 'both');
  });
});
