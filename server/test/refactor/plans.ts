/** Plans changes of a workspace in one string. */
import assert from 'node:assert/strict';
import type { FileId } from '../../src/model/place';
import { isRefusal, type Change } from '../../src/refactor/change';
import { plan } from '../../src/refactor/plan';
import type { RefactorRequest } from '../../src/refactor/request';
import { openFixture, textsAfter } from '../engine';

export interface Planned {
  readonly change: Change;
  /** Files that change, and their whole texts afterwards. */
  readonly texts: ReadonlyMap<FileId, string | undefined>;
}

/** @throws AssertionError when it is refused. */
export function planned(source: string, request: RefactorRequest): Planned {
  const { workspace } = openFixture(source);
  const change = plan(workspace.snapshot, workspace.documents, request);
  assert.ok(!isRefusal(change), 'it is refused');
  return { change, texts: textsAfter(workspace, change) };
}

/** The reason; undefined when it is planned. */
export function refusal(source: string, request: RefactorRequest): string | undefined {
  const { workspace } = openFixture(source);
  const change = plan(workspace.snapshot, workspace.documents, request);
  return isRefusal(change) ? change.refused : undefined;
}
