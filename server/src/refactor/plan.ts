/** The one door to all refactorings. */
import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import type { Change, Refusal } from './change';
import { convert } from './convert';
import { Draft } from './draft';
import type { RefactorRequest } from './request';
import { setRuntimeSourceOf } from './runtimeSource';
import { mergeKeys, useReference } from './useReference';

/** What the change is called, or why there is none. */
export type Outcome = string | Refusal;

/** Plans a change. Nothing is written: the texts that the snapshot was made from stay as they are. */
export function plan(snapshot: Snapshot, documents: Documents, request: RefactorRequest): Change | Refusal {
  const draft = new Draft(snapshot, documents);
  const outcome = make(draft, request);
  return typeof outcome === 'object' ? outcome : draft.finish(outcome);
}

/** Makes it in a draft, in which other things may have been done before. */
export function make(draft: Draft, request: RefactorRequest): Outcome {
  switch (request.kind) {
    case 'convert':
      return convert(draft, request);
    case 'use':
      return useReference(draft, request);
    case 'merge-keys':
      return mergeKeys(draft, request);
    case 'runtime-source':
      return setRuntimeSourceOf(draft, request);
    default:
      return { refused: `This can't be done yet: ${request.kind}.` };
  }
}
