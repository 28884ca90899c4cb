/** What refactorings make of whole workspaces, byte for byte, however the files are stored and laid out. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import path from 'node:path';
import type { FileId } from '../../src/model/place';
import { writeChange } from '../../src/host/write';
import { isRefusal } from '../../src/refactor/change';
import { plan } from '../../src/refactor/plan';
import { decode, encode } from '../../src/syntax/encoding';
import { openWorkspace } from '../engine';
import { memoryFileSystem, memoryWriter } from '../memoryFileSystem';
import { casesFolder, readCases, type RefactoringCase } from './refactoringCase';
import { variants, type Variant } from './variants';

const cases = readCases();

describe('the cases of refactorings', () => {
  it('are those that their README lists', () => {
    const readme = fs.readFileSync(path.join(casesFolder, 'README.md'), 'utf8');
    const [, table = ''] = readme.split('| Refactoring |');
    const listed = Array.from(table.matchAll(/`([^`]+)`/g), ([, name = '']) => name);
    assert.deepEqual(listed.sort(), cases.map(({ name }) => name).sort());
  });
});

describe('the refactoring', () => {
  for (const one of cases) {
    it(`${one.name}: ${one.shows}`, () => {
      checkFolder(one);
      for (const variant of variants) {
        const { [variant.name]: reason } = one.except;
        if (reason === undefined) check(one, variant);
        else assert.throws(() => check(one, variant), assert.AssertionError, `${variant.name} is no exception`);
      }
    });
  }
});

/** What stands in a case says something. */
function checkFolder({ before, after, gone, except }: RefactoringCase): void {
  const same = [...after].filter(([file, text]) => before.get(file) === text).map(([file]) => file);
  assert.deepEqual(same, [], "files of 'after' that are as they were");
  const unknown = gone.filter((file) => !before.has(file));
  assert.deepEqual(unknown, [], "files of 'gone' that never were");
  const names = variants.map(({ name }) => name);
  assert.deepEqual(
    Object.keys(except).filter((name) => !names.includes(name)),
    [],
    'exceptions that are no variants',
  );
}

function check(one: RefactoringCase, variant: Variant): void {
  const disk = memoryFileSystem(stored(one.before, variant));
  const workspace = openWorkspace(disk, ['']);
  const change = plan(workspace.snapshot, workspace.documents, one.request);
  if (isRefusal(change)) assert.fail(change.refused);
  const failed = writeChange(memoryWriter(disk), change, (file) => workspace.texts.text(file));
  assert.equal(failed, undefined);
  const expected = {
    ...stored(wholeAfter(one), variant),
    ...Object.fromEntries(one.plain.map((file) => [file, encode(one.after.get(file) ?? '', 'utf8')])),
  };
  const found = Object.fromEntries(disk.files().map((file) => [file, disk.readFile(file) ?? new Uint8Array()]));
  if (!isSame(found, expected)) assert.deepEqual(shown(variant, found), shown(variant, expected));
  assert.deepEqual(change.notes, one.notes, variant.name);
  const left = change.left.map(({ at, reason }) => `${at.file.slice(1)}: ${reason}`);
  assert.deepEqual(left, one.left, variant.name);
}

/** All files of the workspace as they are to be. */
function wholeAfter({ before, after, gone }: RefactoringCase): ReadonlyMap<FileId, string> {
  return new Map([...before, ...after].filter(([file]) => !gone.includes(file)));
}

type Files = Readonly<Record<FileId, Uint8Array>>;

function stored(files: ReadonlyMap<FileId, string>, variant: Variant): Files {
  return Object.fromEntries([...files].map(([file, text]) => [file, variant.store(file, text)]));
}

function isSame(found: Files, expected: Files): boolean {
  const files = Object.keys(expected);
  return (
    Object.keys(found).length === files.length &&
    files.every((file) => Buffer.compare(found[file] ?? new Uint8Array(), expected[file] ?? new Uint8Array()) === 0)
  );
}

/** Encoding and lines tell the bytes, and can be read. */
function shown(variant: Variant, files: Files): unknown {
  const lines = Object.entries(files).map(([file, bytes]) => {
    const { text, encoding } = decode(bytes);
    return [file, [encoding, ...text.split(/(?<=\n)/)]] as const;
  });
  return { variant: variant.name, ...Object.fromEntries(lines.sort()) };
}
