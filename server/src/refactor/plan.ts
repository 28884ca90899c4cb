/** The one door to all refactorings. */
import { english, type L10n } from '../base/l10n';
import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import { bind } from './bind';
import type { Change, Refusal } from './change';
import { convert } from './convert';
import { copyBindings } from './copyBindings';
import { createSettings } from './createSettings';
import { create } from './create';
import { declare } from './declare';
import { Draft } from './draft';
import { merge } from './merge';
import { rebind } from './rebind';
import { rename, renameKey } from './rename';
import { removeReferences } from './removeReferences';
import { removeUnused } from './removeUnused';
import { applyNaming, renameDisplay } from './renameDisplay';
import type { RefactorRequest } from './request';
import { setRuntimeSourceOf } from './runtimeSource';
import { updateSettings } from './updateSettings';
import { mergeKeys, useReference } from './useReference';

/** What the change is called, or why there is none. */
export type Outcome = string | Refusal;

/** Plans a change. Nothing is written: the texts that the snapshot was made from stay as they are. */
export function plan(
  snapshot: Snapshot,
  documents: Documents,
  request: RefactorRequest,
  l10n: L10n = english,
): Change | Refusal {
  const draft = new Draft(snapshot, documents, l10n);
  const outcome = make(draft, request);
  return typeof outcome === 'object' ? outcome : draft.finish(outcome);
}

/** Makes it in a draft, in which other things may have been done before. */
export function make(draft: Draft, request: RefactorRequest): Outcome {
  switch (request.kind) {
    case 'convert':
      return convert(draft, request);
    case 'create':
      return create(draft, request);
    case 'declare':
      return declare(draft, request);
    case 'rename-display':
      return renameDisplay(draft, request);
    case 'apply-naming':
      return applyNaming(draft, request);
    case 'remove-references':
      return removeReferences(draft, request);
    case 'remove-unused':
      return removeUnused(draft, request);
    case 'use':
      return useReference(draft, request);
    case 'rebind':
      return rebind(draft, request);
    case 'merge-keys':
      return mergeKeys(draft, request);
    case 'merge':
      return merge(draft, request);
    case 'rename':
      return rename(draft, request);
    case 'rename-key':
      return renameKey(draft, request);
    case 'runtime-source':
      return setRuntimeSourceOf(draft, request);
    case 'bind':
      return bind(draft, request);
    case 'copy-bindings':
      return copyBindings(draft, request);
    case 'create-settings':
      return createSettings(draft, request);
    case 'update-settings':
      return updateSettings(draft, request);
  }
}
