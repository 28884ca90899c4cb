/** What it means that nodes of the tree are let go on another one: the same change as a command of their menu makes. */
import type { KeyUse, RefactorRequest, TreeNode } from '../../../server/src/lsp/protocol';

/** Why there is no change to plan. */
export type NoDrop = 'nothing to move' | 'no reference' | 'itself' | 'both';

/** Keys and steps use the reference from then on; references become it. */
export function planDrop(dragged: readonly TreeNode[], onto: TreeNode | undefined): RefactorRequest | NoDrop {
  const uses = usesOf(dragged);
  const references = referencesOf(dragged);
  if (uses.length + references.length === 0) return 'nothing to move';
  if (uses.length > 0 && references.length > 0) return 'both';
  const reference = onto?.about?.reference;
  // Who lets a key go among those of a reference means the reference; to merge two of them is more to undo.
  if (reference === undefined || (uses.length === 0 && onto?.kind !== 'reference')) return 'no reference';
  if (uses.length > 0) return { kind: 'rebind', reference, uses };
  const from = references.filter((name) => name.toLowerCase() !== reference.toLowerCase());
  return from.length === 0 ? 'itself' : { kind: 'merge', into: reference, from };
}

/** The keys of flows, and the steps of other keys. */
export function usesOf(nodes: readonly TreeNode[]): readonly KeyUse[] {
  const uses = new Map<string, KeyUse>();
  for (const { about } of nodes) {
    if (about?.file === undefined || about.key === undefined) continue;
    const { file, key, step } = about;
    // The same thing may stand at several nodes.
    uses.set(JSON.stringify([file, key, step]), { file, key, ...(step && { step }) });
  }
  const whole = [...uses.values()].filter(({ step }) => !step);
  const isWithin = (use: KeyUse): boolean => whole.some(({ file, key }) => file === use.file && key === use.key);
  return [...whole, ...[...uses.values()].filter((use) => use.step && !isWithin(use))];
}

function referencesOf(nodes: readonly TreeNode[]): readonly string[] {
  const names = nodes.flatMap(({ kind, about }) =>
    kind === 'reference' && about?.key === undefined && about?.reference !== undefined ? [about.reference] : [],
  );
  return [...new Set(names)];
}
