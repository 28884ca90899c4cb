/** Plans changes of a workspace whose disk is in memory, and makes them there. */
import { applyEdits } from '../../src/base/textEdit';
import type { Workspace } from '../../src/host/workspace';
import type { FileId } from '../../src/model/place';
import { isRefusal, type Change } from '../../src/refactor/change';
import { plan } from '../../src/refactor/plan';
import type { RefactorRequest } from '../../src/refactor/request';
import { decode, encode } from '../../src/syntax/encoding';
import type { MemoryFileSystem } from '../memoryFileSystem';
import type { Report } from './property';

/** @returns undefined when it is refused, which the report tells. */
export function planned(workspace: Workspace, request: RefactorRequest, report: Report): Change | undefined {
  const change = plan(workspace.snapshot, workspace.documents, request);
  if (!isRefusal(change)) return change;
  report.fail(`'${request.kind}' is refused: ${change.refused}`);
  return undefined;
}

/** Writes the files of a change, each in its encoding. */
export function writeChange(disk: MemoryFileSystem, { files }: Change): void {
  for (const change of files) {
    const { file } = change;
    if (change.kind === 'create') disk.write(file, change.text);
    else if (change.kind === 'delete') disk.remove(file);
    else {
      const { text, encoding } = decode(disk.readFile(file) ?? new Uint8Array());
      disk.write(file, encode(applyEdits(text, change.edits), encoding));
    }
  }
}

/** Writes a change, and tells the workspace of it. */
export function makeChange(workspace: Workspace, disk: MemoryFileSystem, change: Change): void {
  writeChange(disk, change);
  workspace.filesChanged(change.files.map(({ file }) => file));
}

/** Gives the files that hold other bytes than they should, those that are missing, and those that should not be. */
export function differences(disk: MemoryFileSystem, expected: ReadonlyMap<FileId, Uint8Array>): FileId[] {
  const strangers = disk.files().filter((file) => !expected.has(file));
  const changed = [...expected].filter(([file, bytes]) => !Buffer.from(disk.readFile(file) ?? []).equals(bytes));
  return [...changed.map(([file]) => file), ...strangers];
}

/** Makes the files what they should be again. */
export function restore(workspace: Workspace, disk: MemoryFileSystem, expected: ReadonlyMap<FileId, Uint8Array>): void {
  const changed = differences(disk, expected);
  for (const file of changed) {
    const bytes = expected.get(file);
    if (bytes) disk.write(file, bytes);
    else disk.remove(file);
  }
  workspace.filesChanged(changed);
}
