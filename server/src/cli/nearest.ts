import { editDistance } from '../base/editDistance';

/** Gives the name that was probably meant: the one with the fewest letters to change, if they are few. */
export function nearest<T extends string>(typed: string, names: readonly T[]): T | undefined {
  const limit = Math.max(1, Math.floor(typed.length / 3));
  const ranked = names
    .map((name) => ({ name, changes: editDistance(typed, name, limit + 1) }))
    .filter(({ changes }) => changes <= limit)
    .sort((a, b) => a.changes - b.changes);
  return ranked[0]?.name;
}
