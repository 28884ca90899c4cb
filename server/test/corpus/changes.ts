/** Plans changes of a workspace whose disk is in memory, and makes them there. */
import type { Workspace } from '../../src/host/workspace';
import { writeChange } from '../../src/host/write';
import type { FileId } from '../../src/model/place';
import { isRefusal, type Change } from '../../src/refactor/change';
import { plan } from '../../src/refactor/plan';
import type { RefactorRequest } from '../../src/refactor/request';
import { memoryWriter, type MemoryFileSystem } from '../memoryFileSystem';
import type { Report } from './property';

/** @returns undefined when it is refused, which the report tells. */
export function planned(workspace: Workspace, request: RefactorRequest, report: Report): Change | undefined {
  const change = plan(workspace.snapshot, workspace.documents, request);
  if (!isRefusal(change)) return change;
  report.fail(`'${request.kind}' is refused: ${change.refused}`);
  return undefined;
}

/** Writes a change as the product does. */
export function writeTo(disk: MemoryFileSystem, workspace: Workspace, change: Change): void {
  const failed = writeChange(memoryWriter(disk), change, (file) => workspace.texts.text(file));
  if (failed !== undefined) throw new Error(failed);
}

/** Writes a change, and tells the workspace of it. */
export function makeChange(workspace: Workspace, disk: MemoryFileSystem, change: Change): void {
  writeTo(disk, workspace, change);
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
