/** Removes what nothing needs any more. */
import type { FileId } from '../model/place';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import { removeUnusedReferences } from './removeReferences';
import type { RemoveUnusedRequest } from './request';

type Removable = RemoveUnusedRequest['what'][number];

/** In an order in which each can make the next one unused. */
const removers: readonly (readonly [Removable, (draft: Draft, file: FileId | undefined) => void])[] = [
  ['references', removeUnusedReferences],
];

export function removeUnused(draft: Draft, { what, file }: RemoveUnusedRequest): Outcome {
  const missing = what.find((one) => !removers.some(([name]) => name === one));
  if (missing !== undefined) return { refused: `This can't be done yet: remove unused ${missing}.` };
  for (const [name, remove] of removers) {
    if (what.includes(name)) remove(draft, file);
  }
  return 'Remove what nothing uses';
}
