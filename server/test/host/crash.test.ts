/** A crash costs one answer: the others are given, and somebody is told. */
import assert from 'node:assert/strict';
import { english } from '../../src/base/l10n';
import { checkFile } from '../../src/rules/check';
import type { Snapshot } from '../../src/project/snapshot';
import { openContoso } from '../engine';

describe('a rule that crashes', () => {
  const { snapshot } = openContoso();
  const file = snapshot.flows.find(({ name }) => name === 'Offboarding checklist')?.file ?? '';

  it('takes none of the others with it, and is told by its name', () => {
    // Rules about declarations look them up; of the sample's findings in this flow that is one.
    const broken: Snapshot = {
      ...snapshot,
      declarationsOf: () => {
        throw new Error('This snapshot is broken.');
      },
    };
    const crashed = new Set<string>();
    const found = checkFile(broken, file, {
      l10n: english,
      today: '',
      findingsOf: () => [],
      onCrash: ({ id }, error) => {
        assert.match((error as Error).message, /broken/);
        crashed.add(id);
      },
    });
    assert.ok(crashed.has('undeclared-connection-reference'));
    assert.deepEqual(
      found.map(({ rule }) => rule.id),
      ['operation-connector-mismatch', 'unknown-connection-key', 'unused-connection-key'],
    );
  });
});
