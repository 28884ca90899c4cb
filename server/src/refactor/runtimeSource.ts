/** Lets an entry use the connection of the flow's owner (embedded) or of whoever calls the flow (invoker). */
import type { Draft } from './draft';
import { setRuntimeSource } from './entryEdits';
import type { Outcome } from './plan';
import type { RuntimeSourceRequest } from './request';

export function setRuntimeSourceOf(draft: Draft, { file, key, source }: RuntimeSourceRequest): Outcome {
  const flow = draft.snapshot.flowAt(file);
  if (!flow?.facts.entries.some((entry) => entry.key === key)) return { refused: `The flow has no key '${key}'.` };
  if (draft.mayEdit(file)) setRuntimeSource(draft, file, key, source);
  return `Set the runtime source of '${key}' to ${source}`;
}
