/** Removes what nothing needs any more. */
import type { FileId } from '../model/place';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import { removeUnusedKeys } from './flowKeys';
import { removeUnusedReferences } from './removeReferences';
import type { RemoveUnusedRequest } from './request';
import { removeStaleSettings } from './staleSettings';

type Removable = RemoveUnusedRequest['what'][number];

/** In an order in which each can make the next one unused. */
const removers: readonly (readonly [Removable, (draft: Draft, file: FileId | undefined) => void])[] = [
  ['keys', removeKeys],
  ['references', removeUnusedReferences],
  ['settings', removeStaleSettings],
];

export function removeUnused(draft: Draft, { what, file }: RemoveUnusedRequest): Outcome {
  for (const [name, remove] of removers) {
    if (what.includes(name)) remove(draft, file);
  }
  return draft.l10n.t('Remove what nothing uses');
}

/** @param file the flow, or a file of the solution; all solutions without it. */
function removeKeys(draft: Draft, file: FileId | undefined): void {
  const { snapshot } = draft;
  const flow = file === undefined ? undefined : snapshot.flowAt(file);
  const flows = flow ? [flow] : file === undefined ? snapshot.flows : (snapshot.solutionOf(file)?.flows ?? []);
  for (const { file: one, facts, solution } of flows) {
    const used = new Set([...facts.steps.map(({ key }) => key?.name), ...facts.otherKeyUses]);
    if (solution && facts.entries.some(({ key }) => !used.has(key)) && draft.mayEdit(one)) removeUnusedKeys(draft, one);
  }
}
