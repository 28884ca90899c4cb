/** A draft is the workspace as it will be, and its change leads there. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { applyEdits } from '../../src/base/textEdit';
import type { FileId } from '../../src/model/place';
import { Draft } from '../../src/refactor/draft';
import { bind } from '../../src/refactor/bind';
import { addSettingsEntry, removeSettingsEntries, renameSettingsEntry } from '../../src/refactor/settingsEntries';
import { encode } from '../../src/syntax/encoding';
import { customizationsXml, openFixture, openWorkspace, settingsText, solutionXml, textsAfter } from '../engine';

const [prod, test] = ['/settings/prod.json', '/settings/test.json'];
const names = ['a', 'b', 'c', 'd'];
const source = `//- /Other/Customizations.xml
${customizationsXml(...names.map((name) => ({ name, connector: 'shared_teams' })))}
//- ${prod}
${settingsText({ b: '1', d: '2' })}
//- ${test}
${settingsText({ a: '' })}
`;

type Step = (draft: Draft) => void;

const file = fc.constantFrom(prod, test);
const name = fc.constantFrom(...names);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ file, name }).map(
    (at): Step =>
      (draft) =>
        addSettingsEntry(draft, at.file, { logicalName: at.name, connectorId: 'x', connectionId: '' }),
  ),
  fc.record({ file, name }).map(
    (at): Step =>
      (draft) =>
        removeSettingsEntries(draft, at.file, [at.name]),
  ),
  fc.record({ file, name, to: name }).map(
    (at): Step =>
      (draft) =>
        renameSettingsEntry(draft, at.file, at.name, at.to),
  ),
  fc.record({ file, name }).map((at): Step => (draft) => {
    bind(draft, { kind: 'bind', file: at.file, reference: at.name, connectionId: 'new' });
  }),
);

describe('a draft', () => {
  it('holds the texts and the workspace that its change leads to', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const { workspace, fileSystem } = openFixture(source);
        const draft = new Draft(workspace.snapshot, workspace.documents);
        for (const make of steps) make(draft);
        const texts = textsAfter(workspace, draft.finish('Test'));
        for (const [changed, text] of texts) {
          assert.equal(draft.text(changed), text);
          fileSystem.write(changed, text ?? '');
        }
        for (const same of [prod, test].filter((one) => !texts.has(one))) {
          assert.equal(draft.text(same), workspace.texts.text(same));
        }
        const fresh = openWorkspace(fileSystem, ['']);
        assert.deepEqual(draft.snapshot.files, fresh.snapshot.files);
        assert.deepEqual(
          draft.snapshot.settings.map(({ facts }) => facts),
          fresh.snapshot.settings.map(({ facts }) => facts),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('leaves the workspace that it was made from as it is', () => {
    const { workspace } = openFixture(source);
    const before = workspace.snapshot;
    const draft = new Draft(before, workspace.documents);
    removeSettingsEntries(draft, prod, ['b']);
    assert.deepEqual(
      draft.snapshot.settingsAt(prod)?.facts.bindings.map(({ logicalName }) => logicalName),
      ['d'],
    );
    assert.equal(workspace.snapshot, before);
    assert.equal(before.settingsAt(prod)?.facts.bindings.length, 2);
    assert.equal(workspace.documents.json(prod)?.text, settingsText({ b: '1', d: '2' }) + '\n');
  });

  it('makes and deletes files, and knows what comes and goes as nothing', () => {
    const { workspace } = openFixture(source);
    const draft = new Draft(workspace.snapshot, workspace.documents);
    draft.create('/settings/uat.json', settingsText({ a: '' }), 'Create');
    addSettingsEntry(draft, '/settings/uat.json', { logicalName: 'b', connectorId: 'x', connectionId: '' });
    draft.create('/settings/tmp.json', '{}', 'Create');
    draft.delete('/settings/tmp.json', 'Delete');
    draft.delete(test, 'Delete');
    assert.equal(draft.text(test), undefined);
    assert.deepEqual(
      draft.snapshot.settings.map((settings) => settings.file),
      [prod, '/settings/uat.json'],
    );
    const { files } = draft.finish('Test');
    assert.deepEqual(
      files.map((change) => [change.kind, change.file]),
      [
        ['delete', test],
        ['create', '/settings/uat.json'],
      ],
    );
    assert.throws(() => draft.edit(test, [{ span: { start: 0, end: 0 }, newText: 'x' }], 'Edit'), /deleted already/);
    assert.throws(() => draft.edit('/none.json', [{ span: { start: 0, end: 0 }, newText: 'x' }], 'Edit'), /no file/);
  });

  it('takes a file that is deleted and made again for an edited one', () => {
    const { workspace } = openFixture(source);
    const draft = new Draft(workspace.snapshot, workspace.documents);
    draft.delete(test, 'Delete');
    draft.create(test, settingsText({ c: '' }), 'Create');
    const change = draft.finish('Test');
    assert.deepEqual(
      change.files.map(({ kind }) => kind),
      ['edit'],
    );
    assert.equal(textsAfter(workspace, change).get(test), settingsText({ c: '' }));
    assert.throws(() => draft.create(prod, '{}', 'Create'), /there already/);
  });

  it('moves a file as it is by then, and tells what it was and what changes of its text', () => {
    const { workspace } = openFixture(source);
    const moved = (make: (draft: Draft) => void): unknown[] => {
      const draft = new Draft(workspace.snapshot, workspace.documents);
      make(draft);
      const change = draft.finish('Test');
      const texts = textsAfter(workspace, change);
      return change.files.map((one) => {
        const from = one.kind === 'create' ? one.movedFrom : undefined;
        if (from) {
          assert.equal(applyEdits(workspace.texts.text(from.file) ?? '', from.edits), texts.get(one.file));
          assert.equal(one.kind === 'create' && one.like, from.file);
        }
        return [one.kind, one.file, ...(from ? [from.file] : [])];
      });
    };
    const [uat, last] = ['/settings/uat.json', '/settings/last.json'];
    const gone = ['delete', prod];
    const rename = (draft: Draft, file: FileId): void => renameSettingsEntry(draft, file, 'b', 'bb');
    assert.deepEqual(
      moved((draft) => {
        rename(draft, prod);
        draft.move(prod, uat, 'Move');
        removeSettingsEntries(draft, uat, ['d']);
      }),
      [gone, ['create', uat, prod]],
    );
    assert.deepEqual(
      moved((draft) => {
        draft.move(prod, uat, 'Move');
        rename(draft, uat);
        draft.move(uat, last, 'Move');
      }),
      [['create', last, prod], gone],
    );
    assert.deepEqual(
      moved((draft) => {
        draft.move(prod, uat, 'Move');
        draft.move(uat, prod, 'Move');
      }),
      [],
    );
    // What stands in its place again is edited, and so the moved one is another file.
    assert.deepEqual(
      moved((draft) => {
        draft.move(prod, uat, 'Move');
        draft.create(prod, '{}', 'Create');
      }),
      [
        ['edit', prod],
        ['create', uat],
      ],
    );
    assert.throws(() => moved((draft) => draft.move(prod, test, 'Move')), /there already/);
  });

  it('says why a file may not be edited, once', () => {
    const managed = `//- /M/Other/Solution.xml
${solutionXml('M').replace('<Managed>0', '<Managed>1')}
//- /M/Other/Customizations.xml
${customizationsXml({ name: 'a', connector: 'shared_teams' })}
//- /M/settings/prod.json
${settingsText({ a: '' })}
//- /M/settings/broken.json
{ "ConnectionReferences": [ { "LogicalName": "a" `;
    const { workspace } = openFixture(managed);
    const draft = new Draft(workspace.snapshot, workspace.documents);
    assert.ok(!draft.mayEdit('/M/Other/Customizations.xml'));
    assert.ok(!draft.mayEdit('/M/Other/Customizations.xml'));
    assert.ok(!draft.mayEdit('/M/settings/broken.json'));
    assert.ok(draft.mayEdit('/M/settings/prod.json'), 'settings are no part of a solution');
    assert.deepEqual(
      draft.finish('Test').left.map(({ at, reason }) => `${at.file}: ${reason}`),
      [
        "/M/Other/Customizations.xml: The solution 'M' is managed: change it where it was made.",
        '/M/settings/broken.json: This file is not in order: mend it first.',
      ],
    );
  });

  it('keeps the encoding of what it edits out of its texts', () => {
    const { workspace, fileSystem } = openFixture(source);
    fileSystem.write(prod, encode(settingsText({ b: '1' }), 'utf16lebom'));
    workspace.filesChanged([prod]);
    const draft = new Draft(workspace.snapshot, workspace.documents);
    addSettingsEntry(draft, prod, { logicalName: 'a', connectorId: 'x', connectionId: '' });
    assert.ok(draft.text(prod)?.startsWith('{'));
  });
});
