/** What the workspace knows follows whatever happens to its files, and costs no more work than it must. */
import assert from 'node:assert/strict';
import { completionsAt } from '../../src/features/completion';
import { selectionSpansAt } from '../../src/features/selection';
import { preciseTargetAt } from '../../src/features/target';
import { subjectAt } from '../../src/project/subject';
import { encode, type Encoding } from '../../src/syntax/encoding';
import { diskFileSystem, type FileSystem } from '../../src/host/fileSystem';
import { Workspace } from '../../src/host/workspace';
import { memoryFileSystem, type MemoryFileSystem } from '../memoryFileSystem';
import {
  customizationsXml,
  flowText,
  openContoso,
  openFolders,
  openWorkspace,
  settingsText,
  solutionXml,
} from '../engine';
import { contosoFolder } from '../engine';

const notify = '/repo/Workflows/Notify.json';
const other = '/repo/Workflows/Other.json';
const direct = flowText('{ "shared_teams": { "connection": {}, "api": { "name": "shared_teams" } } }');
const bound = flowText(
  '{ "shared_teams": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } }',
  '{ "Post": { "inputs": { "host": { "connectionName": "shared_teams" } } } }',
);

function disk(more: Readonly<Record<string, string | Uint8Array>> = {}): MemoryFileSystem {
  return memoryFileSystem({
    '/repo/Other/Solution.xml': solutionXml('ContosoHR'),
    '/repo/Other/Customizations.xml': customizationsXml({ name: 'contoso_teams', connector: 'shared_teams' }),
    [notify]: bound,
    [other]: bound,
    ...more,
  });
}

/** `Notify.json: use-connection-references` for each finding, in order of files. */
function findingsOf(workspace: Workspace): string[] {
  return [...workspace.snapshot.files.keys()].flatMap((file) =>
    workspace.findingsOf(file).map(({ rule }) => `${file.slice(file.lastIndexOf('/') + 1)}: ${rule.id}`),
  );
}

function filesOf(workspace: Workspace): string[] {
  return [...workspace.snapshot.files.keys()];
}

const isDirect = ['Notify.json: unused-connection-key', 'Notify.json: use-connection-references'];

describe('texts in editors', () => {
  it('count before those on disk, saved or not', () => {
    const workspace = openWorkspace(disk(), ['/repo']);
    assert.deepEqual(findingsOf(workspace), []);
    workspace.setOpenText(notify, { text: direct, version: 1 });
    assert.deepEqual(findingsOf(workspace), isDirect);
    assert.deepEqual(workspace.texts.openText(notify), { text: direct, version: 1 });
    workspace.setOpenText(notify, { text: bound, version: 2 });
    assert.deepEqual(findingsOf(workspace), []);
  });

  it('count before those on disk also when the file changes there', () => {
    const fileSystem = disk();
    const workspace = openWorkspace(fileSystem, ['/repo']);
    workspace.setOpenText(notify, { text: direct, version: 1 });
    fileSystem.write(notify, bound);
    workspace.filesChanged([notify]);
    assert.deepEqual(findingsOf(workspace), isDirect);
  });

  it('that were closed without saving do not count any more', () => {
    const workspace = openWorkspace(disk(), ['/repo']);
    workspace.setOpenText(notify, { text: direct, version: 1 });
    workspace.closeText(notify);
    assert.deepEqual(findingsOf(workspace), []);
  });

  it('stay when their file is deleted, and go with the editor', () => {
    const fileSystem = disk();
    const workspace = openWorkspace(fileSystem, ['/repo']);
    workspace.setOpenText(notify, { text: direct, version: 1 });
    fileSystem.remove(notify);
    workspace.filesChanged([notify]);
    assert.deepEqual(findingsOf(workspace), isDirect);
    workspace.closeText(notify);
    assert.ok(!filesOf(workspace).includes(notify));
  });

  it('of new files count before they are saved', () => {
    const workspace = openWorkspace(disk(), ['/repo']);
    workspace.setOpenText('/repo/Workflows/New.json', { text: direct, version: 1 });
    assert.equal(workspace.snapshot.flows.length, 3);
  });

  it('of files outside count as long as they are open', () => {
    const workspace = openWorkspace(
      disk({ '/else/Workflows/A.json': direct, '/repo/node_modules/Workflows/A.json': direct }),
      ['/repo'],
    );
    for (const file of ['/else/Workflows/A.json', '/repo/node_modules/Workflows/A.json']) {
      workspace.setOpenText(file, { text: direct, version: 1 });
      assert.equal(workspace.snapshot.flows.length, 3);
      workspace.closeText(file);
      assert.equal(workspace.snapshot.flows.length, 2);
    }
  });

  it('of other kinds of files are nobody’s business', () => {
    const workspace = openWorkspace(disk(), ['/repo']);
    workspace.setOpenText('/repo/README.md', { text: '# x', version: 1 });
    workspace.setOpenText('/repo/package.json', { text: '{}', version: 1 });
    assert.equal(workspace.snapshot.files.size, 4);
  });

  it('are what trees are built from, each once', () => {
    const workspace = openWorkspace(disk(), ['/repo']);
    assert.equal(workspace.documents.json(notify)?.text, bound);
    workspace.setOpenText(notify, { text: direct, version: 1 });
    assert.equal(workspace.documents.json(notify)?.text, direct);
    const { treesBuilt } = workspace.texts;
    workspace.documents.json(notify);
    assert.equal(workspace.texts.treesBuilt, treesBuilt);
    workspace.closeText(notify);
    assert.equal(workspace.documents.json(notify)?.text, bound);
  });

  it('cost no tree where they are none of a solution', () => {
    const workspace = openWorkspace(disk(), ['/repo']);
    const texts = { 'data.json': '{"a": ["b"]}', 'pom.xml': '<a b="c"/>', 'ci.yml': 'a: "b"' };
    for (const [name, text] of Object.entries(texts)) {
      const file = `/repo/${name}`;
      workspace.setOpenText(file, { text, version: 1 });
      const offset = text.indexOf('b"');
      const { snapshot, documents } = workspace;
      assert.equal(workspace.texts.lines(file)?.position(offset).line, 0);
      assert.equal(subjectAt(snapshot, documents, file, offset), undefined);
      assert.equal(completionsAt(snapshot, documents, file, offset), undefined);
      assert.equal(preciseTargetAt(snapshot, documents, file, offset), undefined);
      assert.deepEqual(selectionSpansAt(snapshot, documents, file, offset), []);
    }
    assert.equal(workspace.texts.treesBuilt, 0);
  });
});

describe('files on disk', () => {
  it('come, change and go', () => {
    const fileSystem = disk();
    const workspace = openWorkspace(fileSystem, ['/repo']);
    fileSystem.write('/repo/Workflows/New.json', direct);
    workspace.filesChanged(['/repo/Workflows/New.json']);
    assert.equal(workspace.snapshot.flows.length, 3);
    fileSystem.write('/repo/Workflows/New.json', '{}');
    workspace.filesChanged(['/repo/Workflows/New.json']);
    assert.equal(workspace.snapshot.flows.length, 2);
    fileSystem.remove('/repo/Other/Customizations.xml');
    workspace.filesChanged(['/repo/Other/Customizations.xml']);
    assert.equal(workspace.snapshot.solutions[0]?.customizations, 'missing');
  });

  it('go with their folder, told by one event', () => {
    const fileSystem = disk({ '/repo/WorkflowsOld/x.txt': '' });
    const workspace = openWorkspace(fileSystem, ['/repo']);
    fileSystem.remove('/repo/Workflows');
    workspace.filesChanged(['/repo/Workflows']);
    assert.deepEqual(filesOf(workspace), ['/repo/Other/Customizations.xml', '/repo/Other/Solution.xml']);
  });

  it('move with their folder, told by one event', () => {
    const fileSystem = disk();
    const workspace = openWorkspace(fileSystem, ['/repo']);
    for (const file of fileSystem.files()) {
      fileSystem.write(file.replace('/repo/', '/repo/hr/'), fileSystem.readFile(file) ?? '');
    }
    for (const folder of ['Workflows', 'Other']) fileSystem.remove(`/repo/${folder}`);
    workspace.filesChanged(['/repo/Workflows', '/repo/Other', '/repo/hr']);
    assert.deepEqual(
      workspace.snapshot.solutions.map(({ root, flows, declarations }) => [root, flows.length, declarations.length]),
      [['/repo/hr', 2, 1]],
    );
  });

  it('give way to a file of the name of their folder', () => {
    const fileSystem = disk({ '/repo/settings/prod.json/Workflows/A.json': direct });
    const workspace = openWorkspace(fileSystem, ['/repo']);
    fileSystem.remove('/repo/settings/prod.json');
    fileSystem.write('/repo/settings/prod.json', settingsText({ contoso_teams: 'x' }));
    workspace.filesChanged(['/repo/settings/prod.json']);
    assert.deepEqual([workspace.snapshot.flows.length, workspace.snapshot.settings.length], [2, 1]);
  });

  it('outside, in skipped folders and of other kinds are not read', () => {
    const fileSystem = disk({
      '/else/Workflows/A.json': direct,
      '/repo/node_modules/x/Workflows/A.json': direct,
      '/repo/.git/Workflows/A.json': direct,
      '/repository/Workflows/A.json': direct,
    });
    const workspace = openWorkspace(fileSystem, ['/repo']);
    workspace.filesChanged(fileSystem.files());
    assert.deepEqual(
      filesOf(workspace).filter((file) => file.endsWith('A.json')),
      [],
    );
  });

  it('of a workspace that lies in such a folder itself are read, and read again', () => {
    const file = '/x/node_modules/contoso/Workflows/A.json';
    const fileSystem = memoryFileSystem({ [file]: direct });
    const workspace = openWorkspace(fileSystem, ['/x/node_modules/contoso']);
    assert.equal(workspace.snapshot.flows.length, 1);
    fileSystem.remove(file);
    workspace.filesChanged([file]);
    assert.equal(workspace.snapshot.flows.length, 0);
  });

  it('that change many at a time give one snapshot', () => {
    const many = Array.from({ length: 300 }, (_, i) => `/repo/Workflows/Flow${i}.json`);
    const fileSystem = disk(Object.fromEntries(many.map((file) => [file, direct])));
    const workspace = openWorkspace(fileSystem, ['/repo']);
    findingsOf(workspace);
    for (const file of many) fileSystem.write(file, bound);
    const read = workspace.work.filesRead;
    workspace.filesChanged(many);
    assert.equal(workspace.work.filesRead - read, many.length);
    assert.deepEqual(findingsOf(workspace), []);
  });

  for (const encoding of ['utf8', 'utf8bom', 'utf16le', 'utf16lebom', 'utf16be', 'utf16bebom'] satisfies Encoding[]) {
    it(`in ${encoding} are read`, () => {
      const workspace = openWorkspace(
        disk({
          [notify]: encode(direct, encoding),
          '/repo/settings/prod.json': encode(settingsText({ contoso_teams: 'ä' }), encoding),
          '/repo/Other/Customizations.xml': encode(
            customizationsXml({ name: 'contoso_teams', connector: 'shared_teams' }),
            encoding,
          ),
        }),
        ['/repo'],
      );
      assert.deepEqual(findingsOf(workspace), isDirect);
      assert.equal(workspace.snapshot.bindingsOf('contoso_teams')[0]?.binding.connectionId, 'ä');
      assert.equal(workspace.texts.onDisk(notify)?.encoding, encoding);
      assert.equal(workspace.texts.text(notify), direct);
    });
  }
});

describe('bytes that are no text', () => {
  it('are told, and what can be read of the file is kept', () => {
    const bytes = encode(direct.replace('shared_teams"', 'shared_teäms"'), 'utf8');
    const broken = bytes.filter((byte) => byte !== 0xa4);
    const workspace = openWorkspace(disk({ [notify]: broken }), ['/repo']);
    assert.ok(workspace.texts.isLossy(notify));
    const [finding] = workspace.findingsOf(notify);
    assert.equal(finding?.rule.id, 'syntax-error');
    assert.match(finding.message, /no text in its encoding/);
    assert.equal(workspace.snapshot.flowAt(notify)?.facts.entries.length, 1);
  });
});

describe('opened folders', () => {
  const two = (): MemoryFileSystem =>
    disk({ '/second/Workflows/B.json': bound, '/second/Other/Solution.xml': solutionXml('Second') });

  it('are added and removed', () => {
    const workspace = openWorkspace(two(), ['/repo']);
    assert.equal(workspace.snapshot.solutions.length, 1);
    openFolders(workspace, ['/repo', '/second']);
    assert.deepEqual(
      workspace.snapshot.solutions.map(({ name }) => name),
      ['ContosoHR', 'Second'],
    );
    openFolders(workspace, ['/second']);
    assert.deepEqual(
      workspace.snapshot.solutions.map(({ name }) => name),
      ['Second'],
    );
    openFolders(workspace, []);
    assert.deepEqual(filesOf(workspace), []);
  });

  it('that stay are not read again', () => {
    const workspace = openWorkspace(two(), ['/repo']);
    const { filesRead } = workspace.work;
    openFolders(workspace, ['/repo', '/second']);
    assert.equal(workspace.work.filesRead - filesRead, 2);
  });

  it('that are removed leave the files that are open in an editor', () => {
    const workspace = openWorkspace(two(), ['/repo', '/second']);
    workspace.setOpenText('/second/Workflows/B.json', { text: bound, version: 1 });
    openFolders(workspace, ['/repo']);
    assert.ok(filesOf(workspace).includes('/second/Workflows/B.json'));
    workspace.closeText('/second/Workflows/B.json');
    assert.ok(!filesOf(workspace).includes('/second/Workflows/B.json'));
  });

  it('may lie in each other', () => {
    const workspace = openWorkspace(two(), ['/repo', '/repo/Workflows']);
    openFolders(workspace, ['/repo/Workflows']);
    assert.deepEqual(filesOf(workspace), [notify, other]);
  });

  it('may be single files', () => {
    assert.deepEqual(filesOf(openWorkspace(two(), [notify])), [notify]);
  });

  it('are read file by file, so that something else can be done in between', () => {
    const workspace = openWorkspace(two(), []);
    const readSoFar: number[] = [];
    for (const path of workspace.open(['/repo'])) {
      readSoFar.push(workspace.work.filesRead);
      assert.ok(path.startsWith('/repo'));
    }
    // Folders are told too, so that many files that do not count block nobody either.
    assert.deepEqual([...new Set(readSoFar)], [0, 1, 2, 3, 4]);
  });

  it('and files that cannot be read are told, and the rest is read', () => {
    const fileSystem = two();
    const locked = new Set(['/repo/Workflows', '/second/Workflows/B.json']);
    const guarded: FileSystem = {
      kindOf: (path) => fileSystem.kindOf(path),
      readDirectory: (folder) => (locked.has(folder) ? undefined : fileSystem.readDirectory(folder)),
      readFile: (file) => (locked.has(file) ? undefined : fileSystem.readFile(file)),
      stampOf: (file) => fileSystem.stampOf(file),
    };
    const workspace = new Workspace({ fileSystem: guarded });
    openFolders(workspace, ['/repo', '/second']);
    assert.deepEqual(workspace.unreadable, [...locked]);
    assert.deepEqual(
      workspace.snapshot.solutions.map(({ name }) => name),
      ['ContosoHR', 'Second'],
    );

    locked.clear();
    workspace.filesChanged(['/repo/Workflows', '/second']);
    assert.deepEqual([workspace.unreadable, workspace.snapshot.flows.length], [[], 3]);
  });

  it('that do not exist hold nothing', () => {
    assert.deepEqual(filesOf(openWorkspace(two(), ['/nowhere'])), []);
  });
});

describe('work', () => {
  /** Checks how many files are read and checked again for a new text in an editor. */
  function checkWork(
    file: string,
    change: (text: string) => string,
    expected: { read: number; checked: number },
  ): void {
    const workspace = openContoso();
    const path = `${contosoFolder}/${file}`;
    const text = workspace.texts.text(path) ?? '';
    workspace.setOpenText(path, { text, version: 1 });
    const count = findingsOf(workspace).length;
    assert.equal(count, 24);

    const { filesRead, filesChecked } = workspace.work;
    const changed = change(text);
    assert.notEqual(changed, text);
    workspace.setOpenText(path, { text: changed, version: 2 });
    findingsOf(workspace);
    assert.deepEqual(
      { read: workspace.work.filesRead - filesRead, checked: workspace.work.filesChecked - filesChecked },
      expected,
    );
  }

  const flow = 'ContosoHR/src/Workflows/NotifyNewHire-54D0E178-3DEA-491C-BC26-17299AD999B0.json';
  const all = openContoso().snapshot.files.size;

  it('for a key of a step: that file', () => {
    checkWork(flow, (text) => text.replace('"connectionName": "shared_teams_1"', '"connectionName": "shared_teams_"'), {
      read: 1,
      checked: 1,
    });
  });

  it('for what is no fact: the text, and no rules', () => {
    checkWork(flow, (text) => text.replaceAll('\n', '\n  '), { read: 1, checked: 0 });
    checkWork(flow, (text) => text.replace('"Office"', '"Offices"').replace('Get_manager', 'Get_manager'), {
      read: 1,
      checked: 1,
    });
  });

  it('for a logical name: every file, since it is seen by all', () => {
    checkWork(flow, (text) => text.replace('contoso_sharedteams_92c4d', 'contoso_sharedteams_92c4'), {
      read: 1,
      checked: all,
    });
    checkWork(
      'ContosoHR/src/Other/Customizations.xml',
      (text) => text.replace('contoso_sharedsql_c95a4', 'contoso_sql'),
      {
        read: 1,
        checked: all,
      },
    );
  });

  it('for typing on in a broken file: that file', () => {
    const workspace = openContoso();
    const path = `${contosoFolder}/${flow}`;
    const broken = `${workspace.texts.text(path) ?? ''} x`;
    workspace.setOpenText(path, { text: broken, version: 1 });
    findingsOf(workspace);
    const { filesChecked } = workspace.work;
    workspace.setOpenText(path, { text: broken.replace('{', '{ '), version: 2 });
    findingsOf(workspace);
    assert.equal(workspace.work.filesChecked - filesChecked, 1);
  });

  it('is done only when somebody asks', () => {
    const workspace = openContoso();
    assert.equal(workspace.work.filesChecked, 0);
    assert.equal(workspace.texts.treesBuilt, 0);
    const [file = ''] = filesOf(workspace);
    workspace.findingsOf(file);
    workspace.findingsOf(file);
    assert.equal(workspace.work.filesChecked, 1);
  });
});

describe('the disk', () => {
  it('is read by its own names', () => {
    assert.equal(diskFileSystem.kindOf(contosoFolder), 'folder');
    assert.equal(diskFileSystem.kindOf(`${contosoFolder}/README.md`), 'file');
    assert.equal(diskFileSystem.kindOf(`${contosoFolder}/nothing`), undefined);
    assert.deepEqual(
      diskFileSystem
        .readDirectory(`${contosoFolder}/settings`)
        ?.map(({ name, kind }) => `${kind} ${name}`)
        .sort(),
      ['file prod.json', 'file test.json'],
    );
    assert.equal(diskFileSystem.readDirectory(`${contosoFolder}/nothing`), undefined);
    assert.equal(diskFileSystem.readFile(`${contosoFolder}/nothing`), undefined);
  });
});
