/** Checks of what a refactoring makes of a workspace in one string. */
import assert from 'node:assert/strict';
import type { FileId } from '../../src/model/place';
import { isRefusal, type Change } from '../../src/refactor/change';
import { plan } from '../../src/refactor/plan';
import type { RefactorRequest } from '../../src/refactor/request';
import { openFixture, textsAfter } from '../engine';
import { parseFixture } from '../fixture';

/** @returns the change; fails where it is refused. */
export function planned(source: string, request: RefactorRequest): Change {
  const { workspace } = openFixture(source);
  const change = plan(workspace.snapshot, workspace.documents, request);
  if (isRefusal(change)) assert.fail(change.refused);
  return change;
}

/**
 * Checks the whole text of every file that changes.
 * @param after the changed files as `//- /path` and their text; a path with nothing behind it is a deleted file.
 */
export function checkChange(before: string, request: RefactorRequest, after: string): Change {
  const { workspace } = openFixture(before);
  const change = plan(workspace.snapshot, workspace.documents, request);
  if (isRefusal(change)) assert.fail(change.refused);
  const expected = parseFixture(after, { addsSolution: false }).files;
  const texts = textsAfter(workspace, change);
  assert.deepEqual(
    Object.fromEntries([...texts].map(([file, text]): [FileId, string] => [file, text ?? ''])),
    Object.fromEntries(expected),
  );
  return change;
}

/** Checks the reason for which nothing is done. */
export function checkRefusal(source: string, request: RefactorRequest, reason: RegExp): void {
  const { workspace } = openFixture(source);
  const change = plan(workspace.snapshot, workspace.documents, request);
  assert.match(isRefusal(change) ? change.refused : `Not refused: ${change.title}`, reason);
}

/** The reasons for which things are left as they are. */
export function reasonsOf({ left }: Change): string[] {
  return left.map(({ reason }) => reason);
}
