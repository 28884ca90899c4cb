/** Lets an entry use the connection of the flow's owner (embedded) or of whoever calls the flow (invoker). */
import { mayHaveCaller } from '../project/callers';
import type { Draft } from './draft';
import { setRuntimeSource } from './entryEdits';
import type { Outcome } from './plan';
import type { RuntimeSourceRequest } from './request';

export function setRuntimeSourceOf(draft: Draft, { file, key, source }: RuntimeSourceRequest): Outcome {
  const flow = draft.snapshot.flowAt(file);
  const entry = flow?.facts.entries.find((candidate) => candidate.key === key);
  if (!flow || !entry) return { refused: draft.l10n.t("The flow has no key '{0}'.", key) };
  if (source === 'invoker' && !mayHaveCaller(flow)) {
    const triggers = flow.facts.triggerTypes.join(', ');
    return {
      refused: draft.l10n.t(
        'The flow starts by itself ({0}), so it has no caller whose connection it could use.',
        triggers,
      ),
    };
  }
  if (draft.mayEdit(file)) setRuntimeSource(draft, file, key, source);
  return draft.l10n.t("Set the runtime source of '{0}' to {1}", key, source);
}
