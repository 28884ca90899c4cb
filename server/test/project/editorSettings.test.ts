/** What an editor's own settings change, and that a `connref.json` counts before them. */
import assert from 'node:assert/strict';
import type { Workspace } from '../../src/host/workspace';
import { readEditorSettings } from '../../src/project/editorSettings';
import { openWorkspace } from '../engine';
import { parseFixture } from '../fixture';

const flow =
  '{ "properties": { "connectionReferences": { "shared_sql": { "connection": {}, "api": { "name": "shared_sql" } } }, "definition": {} } }';
const source = `
//- /repo/Workflows/New.json
${flow}
//- /repo/legacy/Workflows/Old.json
${flow}
//- /other/Workflows/Else.json
${flow}
`.trimStart();
const key = 'hint unused-connection-key';
const direct = 'warning use-connection-references';

describe('settings of an editor', () => {
  const open = (fixture: string, settings: Readonly<Record<string, unknown>>): Workspace => {
    const disk = parseFixture(fixture, { addsSolution: false }).fileSystem();
    for (const folder of ['/repo', '/repo/legacy', '/other']) {
      disk.write(`${folder}/Other/Solution.xml`, '<ImportExportXml><SolutionManifest/></ImportExportXml>');
    }
    const workspace = openWorkspace(disk, ['/repo', '/other']);
    workspace.setEditorSettings(
      Object.entries(settings).map(([folder, value]) => readEditorSettings(value, folder === '' ? undefined : folder)),
    );
    return workspace;
  };
  const told = (workspace: Workspace, end: string): string[] => {
    const file = [...workspace.snapshot.files.keys()].find((one) => one.endsWith(end));
    return file === undefined
      ? ['not there']
      : workspace.findingsOf(file).map(({ severity, rule }) => `${severity} ${rule.id}`);
  };

  it('set severities for their folder', () => {
    const workspace = open(source, { '/repo': { rules: { 'unused-connection-key': 'off' } }, '/other': {}, '': {} });
    assert.deepEqual(told(workspace, 'New.json'), [direct]);
    assert.deepEqual(told(workspace, 'Old.json'), [direct]);
    assert.deepEqual(told(workspace, 'Else.json'), [key, direct]);
    workspace.setEditorSettings([]);
    assert.deepEqual(told(workspace, 'New.json'), [key, direct]);
  });

  it('count for the deepest folder', () => {
    const workspace = open(source, {
      '/repo/legacy': { rules: { 'use-connection-references': 'info' } },
      '/repo': { rules: { 'use-connection-references': 'error' } },
    });
    assert.deepEqual(told(workspace, 'New.json'), [key, 'error use-connection-references']);
    assert.deepEqual(told(workspace, 'Old.json'), [key, 'info use-connection-references']);
  });

  it('stay behind what a configuration says, in an override and from another one that it extends, too', () => {
    const workspace = open(
      `${source}//- /repo/connref.json
{ "extends": "base.connref.json", "overrides": [ { "files": "legacy/**", "rules": { "unused-connection-key": "info" } } ] }
//- /repo/base.connref.json
{ "rules": { "use-connection-references": "error" } }
`,
      { '/repo': { rules: { 'use-connection-references': 'off', 'unused-connection-key': 'off' } } },
    );
    assert.deepEqual(told(workspace, 'New.json'), ['error use-connection-references']);
    assert.deepEqual(told(workspace, 'Old.json'), ['info unused-connection-key', 'error use-connection-references']);
  });

  it('exclude files of their folder', () => {
    const exclude = { exclude: ['legacy/**'] };
    assert.deepEqual(told(open(source, { '/repo': exclude }), 'Old.json'), ['not there']);
    assert.deepEqual(told(open(source, { '/other': exclude, '': exclude }), 'Old.json'), [key, direct]);
  });

  it('exclude nothing where a configuration does', () => {
    const workspace = open(`${source}//- /repo/connref.json\n{ "exclude": "Workflows/**" }\n`, {
      '/repo': { exclude: ['legacy/**'] },
    });
    assert.deepEqual(told(workspace, 'New.json'), ['not there']);
    assert.deepEqual(told(workspace, 'Old.json'), [key, direct]);
  });

  it('silence a folder, and nothing is said of its suppressions', () => {
    const suppressions = ['unused-connection-key', 'use-connection-references'].map((rule) => ({ rule, reason: 'x' }));
    const configured = `${source}//- /repo/connref.json\n${JSON.stringify({ suppressions })}\n`;
    for (const settings of [
      { '/repo': { validate: false } },
      { '/repo': { rules: { 'unused-connection-key': 'off' } } },
      { '/repo': { exclude: ['**/Workflows/**'] } },
    ]) {
      const workspace = open(configured, settings);
      assert.deepEqual(told(workspace, '/connref.json'), [], JSON.stringify(settings));
    }
    const silent = open(source, { '/repo': { validate: false } });
    assert.deepEqual(told(silent, 'New.json'), []);
    assert.deepEqual(told(silent, 'Else.json'), [key, direct]);
    assert.ok(silent.snapshot.flowAt('/repo/Workflows/New.json'));
  });

  it('are taken as far as they make sense', () => {
    const settings = { rules: { a: 'never', b: 'hint', c: 1 }, exclude: ['x', 2], validate: 'no' };
    assert.deepEqual(readEditorSettings(settings), { rules: { b: 'hint' }, exclude: ['x'], validates: true });
    for (const wrong of [undefined, null, 1, [], { rules: [], exclude: 'x' }]) {
      assert.deepEqual(readEditorSettings(wrong), { rules: {}, exclude: [], validates: true });
    }
  });

  it('survive changes of files', () => {
    const workspace = open(source, { '/repo': { rules: { 'unused-connection-key': 'off' } } });
    workspace.setOpenText('/repo/Workflows/New.json', { text: flow.replaceAll('sql', 'ftp'), version: 2 });
    assert.deepEqual(told(workspace, 'New.json'), [direct]);
  });
});
