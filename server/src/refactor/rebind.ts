/** Lets keys and steps of one or more flows use another reference: what somebody has chosen in a list or a tree. */
import { isEqual } from '../base/equal';
import type { L10n } from '../base/l10n';
import { Multimap } from '../base/multimap';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import { entryPath, stepsOf, type Flow, type Snapshot } from '../project/snapshot';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import type { KeyUse, RebindRequest } from './request';
import { bindSteps, whyNot } from './useReference';

/** Those that can't use it stay as they are; where none can, that is all there is to say. */
export function rebind(draft: Draft, { reference, uses }: RebindRequest): Outcome {
  const { snapshot } = draft;
  const chosen = uses.map((use) => judge(draft.l10n, snapshot, use, reference));
  const fitting = chosen.filter(({ problem }) => problem === undefined);
  const [first] = chosen;
  if (fitting.length === 0) return { refused: first?.problem ?? draft.l10n.t('Say what is to use the reference.') };
  for (const { use, problem } of chosen) {
    if (problem !== undefined) draft.leave(use.file, problem, { path: entryPath(use.key), onKey: true });
  }
  const byFile = new Multimap<FileId, Judged>();
  for (const one of fitting) byFile.add(one.use.file, one);
  for (const [file, inFile] of byFile.entries()) if (draft.mayEdit(file)) bindIn(draft, file, inFile, reference);
  return draft.l10n.t("Use connection reference '{0}'", reference);
}

interface Judged {
  readonly use: KeyUse;
  readonly flow?: Flow;
  /** Why it can't use the reference. */
  readonly problem?: string;
}

function judge(l10n: L10n, snapshot: Snapshot, use: KeyUse, reference: string): Judged {
  const flow = snapshot.flowAt(use.file);
  const entry = flow?.facts.entries.find(({ key }) => key === use.key);
  if (!flow || !entry) return { use, problem: l10n.t("There is no flow with the key '{0}' any more.", use.key) };
  if (!flow.solution)
    return { use, problem: l10n.t("'{0}' is no flow of a solution, and can use no references.", flow.name) };
  const problem = whyNot(l10n, snapshot, flow, entry, reference);
  if (problem !== undefined) return { use, problem };
  const isSame = fold(entry.logicalName ?? '') === fold(reference);
  return isSame ? { use, problem: l10n.t("'{0}' uses '{1}' there already.", flow.name, reference) } : { use, flow };
}

/** A key that is chosen takes all of its steps along, those that are chosen too. */
function bindIn(draft: Draft, file: FileId, chosen: readonly Judged[], reference: string): void {
  const paths = new Multimap<string, KeyUse['step']>();
  for (const { use } of chosen) paths.add(use.key, use.step);
  for (const { flow, use } of new Map(chosen.map((one) => [one.use.key, one])).values()) {
    const wanted = paths.get(use.key);
    const steps = flow ? stepsOf(flow, use.key) : [];
    const isWanted = (path: KeyUse['step']): boolean => wanted.some((one) => one === undefined || isEqual(one, path));
    bindSteps(
      draft,
      file,
      use.key,
      steps.filter(({ path }) => isWanted(path)),
      reference,
    );
  }
}
