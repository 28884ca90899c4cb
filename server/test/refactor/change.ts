/** Plans changes of a workspace in one string, and checks them. */
import assert from 'node:assert/strict';
import type { FileId } from '../../src/model/place';
import { isRefusal, type Change, type Refusal } from '../../src/refactor/change';
import { plan } from '../../src/refactor/plan';
import type { RefactorRequest } from '../../src/refactor/request';
import { openFixture, textsAfter, type Engine } from '../engine';
import { parseFixture } from '../fixture';

export interface Planned extends Change {
  /** Files that change, and their whole texts afterwards; undefined for one that is deleted. */
  readonly texts: ReadonlyMap<FileId, string | undefined>;
}

/** @throws AssertionError where it is refused. */
export function planned(source: string, request: RefactorRequest): Planned {
  const { workspace } = openFixture(source);
  const change = planIn(workspace, request);
  if (isRefusal(change)) assert.fail(change.refused);
  return { ...change, texts: textsAfter(workspace, change) };
}

/**
 * Checks the whole text of every file that changes.
 * @param after the changed files as `//- /path` and their text.
 */
export function checkChange(before: string, request: RefactorRequest, after: string): void {
  const expected = parseFixture(after, { addsSolution: false }).files;
  assert.deepEqual(Object.fromEntries(planned(before, request).texts), Object.fromEntries(expected));
}

/** Checks the reason for which nothing is done: the whole of it, or what is in it. */
export function checkRefusal(source: string, request: RefactorRequest, reason: string | RegExp): void {
  const change = planIn(openFixture(source).workspace, request);
  const found = isRefusal(change) ? change.refused : `Not refused: ${change.title}`;
  if (typeof reason === 'string') assert.equal(found, reason);
  else assert.match(found, reason);
}

/** The reasons for which things are left as they are. */
export function reasonsOf({ left }: Change): string[] {
  return left.map(({ reason }) => reason);
}

function planIn({ snapshot, documents }: Engine['workspace'], request: RefactorRequest): Change | Refusal {
  return plan(snapshot, documents, request);
}
