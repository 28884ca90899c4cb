/** All files of a change are written, or none, whatever the disk does. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { applyEdits } from '../../src/base/textEdit';
import { diskWriter, type FileWriter } from '../../src/host/fileWriter';
import { writeChange } from '../../src/host/write';
import type { Change, FileChange } from '../../src/refactor/change';
import { decode, encode, type Encoding } from '../../src/syntax/encoding';

/** A disk in memory; `onCall` may throw in the place of any call. */
class MemoryWriter implements FileWriter {
  readonly files = new Map<string, { bytes: Uint8Array; mode: number }>();
  readonly links = new Map<string, string>();
  readonly readOnly = new Set<string>();
  calls = 0;
  onCall: (call: number, name: string, file: string) => void = () => undefined;

  write(file: string, text: string, encoding: Encoding = 'utf8', mode = 0o640): void {
    this.files.set(file, { bytes: encode(text, encoding), mode });
  }

  /** All that a person would see of it. */
  dump(): Record<string, string> {
    return Object.fromEntries(
      [...this.files].map(([file, { bytes, mode }]) => [
        file,
        `${mode.toString(8)} ${Buffer.from(bytes).toString('hex')}`,
      ]),
    );
  }

  resolve(file: string): string {
    this.#called('resolve', file);
    return this.links.get(file) ?? file;
  }

  read(file: string): Uint8Array {
    this.#called('read', file);
    return this.#get(file).bytes;
  }

  exists(file: string): boolean {
    this.#called('exists', file);
    return this.files.has(file);
  }

  create(file: string, bytes: Uint8Array): void {
    // A disk that gets full leaves a part of the file.
    this.files.set(file, { bytes: bytes.slice(0, 1), mode: 0o600 });
    this.#called('create', file);
    this.files.set(file, { bytes, mode: 0o600 });
  }

  move(from: string, to: string): void {
    this.#called('move', to);
    this.files.set(to, this.#get(from));
    this.files.delete(from);
  }

  remove(file: string): void {
    this.#called('remove', file);
    this.#get(file);
    this.files.delete(file);
  }

  isWritable(file: string): boolean {
    this.#called('isWritable', file);
    return !this.readOnly.has(file);
  }

  copyMode(from: string, to: string): void {
    this.#called('copyMode', to);
    this.files.set(to, { ...this.#get(to), mode: this.#get(from).mode });
  }

  #called(name: string, file: string): void {
    this.onCall(this.calls++, name, file);
  }

  #get(file: string): { bytes: Uint8Array; mode: number } {
    const found = this.files.get(file);
    if (!found) throw new Error(`no such file: ${file}`);
    return found;
  }
}

/** The word `old` of the file becomes `new`. */
function edit(file: string, text: string): FileChange {
  const start = text.indexOf('old');
  return { kind: 'edit', file, edits: [{ span: { start, end: start + 'old'.length }, newText: 'new', label: 'Test' }] };
}

const texts: Readonly<Record<string, string>> = {
  '/a.json': '{ "a": "old" }\r\n',
  '/b.json': '{ "ü": "old" }',
  '/gone.json': '{ "gone": true }',
};

const change = changeOf(
  edit('/a.json', texts['/a.json'] ?? ''),
  edit('/b.json', texts['/b.json'] ?? ''),
  { kind: 'create', file: '/made/c.json', text: '{ "c": "ü" }', label: 'Test' },
  { kind: 'delete', file: '/gone.json', label: 'Test' },
);

function changeOf(...files: FileChange[]): Change {
  return { title: 'Test', files, notes: [], left: [] };
}

function disk(): MemoryWriter {
  const writer = new MemoryWriter();
  writer.write('/a.json', texts['/a.json'] ?? '', 'utf8bom', 0o755);
  writer.write('/b.json', texts['/b.json'] ?? '', 'utf16lebom');
  writer.write('/gone.json', texts['/gone.json'] ?? '', 'utf8', 0o600);
  return writer;
}

function write(writer: FileWriter, made: Change = change): string | undefined {
  return writeChange(writer, made, (file) => texts[file]);
}

describe('writing a change', () => {
  it('edits, makes and deletes files in their encodings and with their permissions', () => {
    const [writer, after] = [disk(), new MemoryWriter()];
    assert.equal(write(writer), undefined);
    after.write('/a.json', '{ "a": "new" }\r\n', 'utf8bom', 0o755);
    after.write('/b.json', '{ "ü": "new" }', 'utf16lebom');
    after.write('/made/c.json', '{ "c": "ü" }', 'utf8', 0o600);
    assert.deepEqual(writer.dump(), after.dump());
  });

  it('leaves all as it was when any one call fails, and says so', () => {
    const untroubled = disk();
    write(untroubled);
    for (let failing = 0; failing < untroubled.calls; failing++) {
      const writer = disk();
      let failed = '';
      writer.onCall = (call, name, file) => {
        if (call !== failing) return;
        failed = `${name} ${file}`;
        throw new Error('no space left');
      };
      const problem = write(writer);
      assert.match(problem ?? '', /no space left\. Nothing was changed\.$/, failed);
      assert.deepEqual(writer.dump(), disk().dump(), failed);
    }
  });

  it('names every file that it can not put back when the disk fails for good', () => {
    const untroubled = disk();
    write(untroubled);
    for (let failing = 0; failing < untroubled.calls; failing++) {
      const writer = disk();
      writer.onCall = (call, name) => {
        if (call >= failing && ['create', 'move', 'remove', 'copyMode'].includes(name)) throw new Error('disk is gone');
      };
      const problem = write(writer) ?? '';
      const [before, after] = [disk().dump(), writer.dump()];
      const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
        (file) => before[file] !== after[file],
      );
      assert.match(problem, /disk is gone/);
      for (const file of changed) assert.ok(problem.includes(`'${file}'`), `${file} is not in: ${problem}`);
      if (changed.length === 0) assert.match(problem, /Nothing was changed\.$/);
      else assert.doesNotMatch(problem, /Nothing was changed/);
    }
  });

  it('keeps what a file held where it can not be put in its place', () => {
    const writer = disk();
    let moves = 0;
    writer.onCall = (_, name) => {
      // The first file is put in place; the second one can't be, and then not even the first one back.
      if (name === 'move' && ++moves >= 2) throw new Error('locked');
    };
    assert.equal(
      write(writer),
      "'/b.json' can't be written: locked. '/a.json' is changed and can't be put back: locked. What it held is in '/a.json.connref-new'.",
    );
    assert.equal(writer.dump()['/a.json.connref-new'], disk().dump()['/a.json']);
    assert.equal(writer.dump()['/b.json.connref-new'], undefined);
  });

  it('changes nothing where a file is read-only, has changed, is no text, or is not there', () => {
    const cases: [message: RegExp, prepare: (writer: MemoryWriter) => void][] = [
      [/^'\/b\.json' is read-only\. Nothing was changed\.$/, (writer) => void writer.readOnly.add('/b.json')],
      [/^'\/gone\.json' is read-only\. Nothing was changed\.$/, (writer) => void writer.readOnly.add('/gone.json')],
      [
        /^'\/b\.json' has changed meanwhile\. Nothing was changed: run it again\.$/,
        (writer) => writer.write('/b.json', '{}'),
      ],
      [
        /^'\/b\.json' holds bytes that are no text in its encoding\. Nothing was changed\.$/,
        (writer) => void writer.files.set('/b.json', { bytes: Uint8Array.of(0x7b, 0xff, 0x7d), mode: 0o640 }),
      ],
      [/^'\/b\.json' can't be read: .*Nothing was changed\.$/, (writer) => void writer.files.delete('/b.json')],
      [/^'\/made\/c\.json' is there already\. Nothing was changed\.$/, (writer) => writer.write('/made/c.json', 'x')],
      [/^'\/a\.json\.connref-new' is left of an earlier run/, (writer) => writer.write('/a.json.connref-new', 'x')],
    ];
    for (const [message, prepare] of cases) {
      const [writer, before] = [disk(), disk()];
      prepare(writer);
      prepare(before);
      assert.match(write(writer) ?? '', message);
      assert.deepEqual(writer.dump(), before.dump());
    }
  });

  it('changes nothing where somebody saves or makes a file while it writes', () => {
    for (const file of ['/b.json', '/made/c.json']) {
      const writer = disk();
      writer.onCall = (_, name, moved) => {
        if (name === 'move' && moved === '/a.json') writer.write(file, 'theirs');
      };
      const before = disk();
      before.write(file, 'theirs');
      assert.match(write(writer) ?? '', /meanwhile\. Nothing was changed\.$/);
      assert.deepEqual(writer.dump(), before.dump());
    }
  });

  it('writes through a link and not over it', () => {
    const writer = new MemoryWriter();
    writer.write('/elsewhere.json', 'old');
    writer.links.set('/link.json', '/elsewhere.json');
    assert.equal(
      writeChange(writer, changeOf(edit('/link.json', 'old')), () => 'old'),
      undefined,
    );
    assert.equal(decode(writer.read('/elsewhere.json')).text, 'new');
    assert.deepEqual([...writer.files.keys()], ['/elsewhere.json']);
  });
});

describe('the disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'connref-write-'))).replaceAll('\\', '/');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('gets the files of a change, new folders among them, and keeps permissions and links', () => {
    const [a, link, made] = [`${folder}/a.json`, `${folder}/link.json`, `${folder}/new/folder/c.json`];
    fs.writeFileSync(a, 'old', { mode: 0o600 });
    fs.symlinkSync(a, link);
    const edited = edit(link, 'old');
    const problem = writeChange(
      diskWriter,
      changeOf(edited, { kind: 'create', file: made, text: 'made', label: 'Test' }),
      () => 'old',
    );
    assert.equal(problem, undefined);
    assert.equal(fs.readFileSync(a, 'utf8'), edited.kind === 'edit' ? applyEdits('old', edited.edits) : '');
    assert.ok(fs.lstatSync(link).isSymbolicLink());
    assert.equal(fs.readFileSync(made, 'utf8'), 'made');
    assert.deepEqual(fs.readdirSync(folder).sort(), ['a.json', 'link.json', 'new']);
    if (process.platform !== 'win32') assert.equal(fs.statSync(a).mode & 0o777, 0o600);
  });

  it('is as it was when a file has changed since the change was planned', () => {
    const [a, b] = [`${folder}/a.json`, `${folder}/b.json`];
    fs.writeFileSync(a, 'old');
    fs.writeFileSync(b, 'old, and more');
    const problem = writeChange(diskWriter, changeOf(edit(a, 'old'), edit(b, 'old')), () => 'old');
    assert.equal(problem, `'${b}' has changed meanwhile. Nothing was changed: run it again.`);
    assert.equal(fs.readFileSync(a, 'utf8'), 'old');
    assert.deepEqual(fs.readdirSync(folder).sort(), ['a.json', 'b.json']);
  });
});
