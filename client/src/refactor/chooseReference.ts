/** The step that asks for a reference, where nothing has said which one is meant. */
import { l10n } from 'vscode';
import type { Inventory, ReferenceChoice, Target } from '../../../server/src/lsp/protocol';
import { isSameName, referenceItem } from './choices';
import { pick, then, type Step } from './dialog';

interface WithReference {
  readonly reference: ReferenceChoice | undefined;
}

/** @returns the reference that the target names, or the step that asks for one. */
export function chooseReference<S extends WithReference>(
  { references }: Inventory,
  target: Target,
): { readonly reference: ReferenceChoice | undefined; readonly steps: readonly Step<S>[] } {
  const reference = references.find(({ logicalName }) => isSameName(logicalName, target.reference));
  if (reference) return { reference, steps: [] };
  const items = references.map((value) => ({ ...referenceItem(value), value }));
  const step: Step<S> = async (known, asking) => {
    const answer = await pick<ReferenceChoice>(asking, items, {
      placeholder: l10n.t('The connection reference'),
      active: (one) => one === known.reference,
    });
    return then(answer, (chosen) => ({ ...known, reference: chosen }));
  };
  return { reference, steps: [step] };
}
