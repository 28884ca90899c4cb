/** Lets steps of a flow use another reference: keys are added, taken over and removed as that needs, and the steps follow. */
import { isEqual } from '../base/equal';
import type { L10n } from '../base/l10n';
import { describeConnector } from '../model/connectors';
import type { ConnectionEntry, FlowFacts, Step } from '../model/facts';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import { findCandidates } from '../project/fitting';
import type { Flow, Snapshot } from '../project/snapshot';
import { declareIn, isForeign } from './declare';
import type { Draft } from './draft';
import { bindEntry } from './entryEdits';
import { addEntryLike, flowFactsNow, freeKey, isAlike, moveSteps, removeUnusedKeys } from './flowKeys';
import type { Outcome } from './plan';
import type { MergeKeysRequest, UseRequest } from './request';

export function useReference(draft: Draft, request: UseRequest): Outcome {
  const { snapshot } = draft;
  const flow = snapshot.flowAt(request.file);
  if (!flow?.solution) return { refused: draft.l10n.t('Only a flow of a solution can use connection references.') };
  if (!draft.mayEdit(flow.file)) return titleOf(draft, request.reference);
  const steps = stepsOf(flow.facts, request);
  const keys = keysOf(flow.facts, steps, request);
  if (keys.length === 0) return { refused: draft.l10n.t('No step there uses a connection.') };
  for (const key of keys) {
    const problem = whyNot(draft.l10n, snapshot, flow, key, request.reference);
    if (problem !== undefined) return { refused: problem };
  }
  if (request.declares === true && isForeign(snapshot, flow.solution, request.reference)) {
    const problem = declareIn(draft, snapshot, flow.solution, request.reference);
    if (problem !== undefined) return { refused: problem };
  }
  for (const { key } of keys) {
    const moving = steps.filter((step) => step.key?.name === key);
    bindSteps(draft, flow.file, key, moving, request.reference);
  }
  return titleOf(draft, request.reference);
}

/** Lets one key stand for others that are bound to the same reference. */
export function mergeKeys(draft: Draft, { file, into, from }: MergeKeysRequest): Outcome {
  const facts = draft.snapshot.flowAt(file)?.facts;
  const target = facts?.entries.find(({ key }) => key === into);
  if (!facts || !target) return { refused: draft.l10n.t("The flow has no key '{0}'.", into) };
  const title = draft.l10n.t("Use '{0}' instead of {1}", into, from.map((key) => `'${key}'`).join(', '));
  if (!draft.mayEdit(file)) return title;
  for (const key of from) {
    const entry = facts.entries.find((candidate) => candidate.key === key);
    if (!entry || !isAlike(entry, target)) {
      return {
        refused: draft.l10n.t(
          "The keys '{0}' and '{1}' are not bound to the same connection reference in the same way.",
          into,
          key,
        ),
      };
    }
  }
  const going = new Set(from.filter((key) => key !== into));
  moveSteps(
    draft,
    file,
    facts.steps.filter(({ key }) => key && going.has(key.name)),
    into,
  );
  removeUnusedKeys(draft, file, going);
  leaveOtherUses(draft, file, going);
  return title;
}

function titleOf(draft: Draft, reference: string): string {
  return draft.l10n.t("Use connection reference '{0}'", reference);
}

function stepsOf({ steps, entries }: FlowFacts, request: UseRequest): readonly Step[] {
  const connectorOf = new Map(entries.map(({ key, connector }) => [key, fold(connector?.name ?? '')]));
  return steps.filter((step) => {
    if (!step.key) return false;
    if (request.steps) return request.steps.some((path) => isEqual(path, step.path));
    if (request.key !== undefined) return step.key.name === request.key;
    return request.connector !== undefined && connectorOf.get(step.key.name) === fold(request.connector);
  });
}

/** The entries that the steps use; the one that is named also where no step uses it. */
function keysOf({ entries }: FlowFacts, steps: readonly Step[], { key }: UseRequest): readonly ConnectionEntry[] {
  const used = new Set([key, ...steps.map((step) => step.key?.name)]);
  return entries.filter((entry) => used.has(entry.key));
}

/** Why a key of the flow can't be bound to the reference. */
export function whyNot(
  l10n: L10n,
  snapshot: Snapshot,
  flow: Flow,
  { key, connector }: ConnectionEntry,
  reference: string,
): string | undefined {
  if (!connector) return l10n.t("The key '{0}' names no connector.", key);
  const fits = findCandidates(snapshot, flow, connector.name).some((one) => fold(one.logicalName) === fold(reference));
  if (fits) return undefined;
  const [declared] = snapshot.declarationsOf(reference);
  if (!declared) return l10n.t("'{0}' is declared in no solution here.", reference);
  const [wanted, given] = [connector.name, declared.connector ?? ''].map((name) => describeConnector(name).title);
  return l10n.t("'{0}' is a reference of {1}, and '{2}' is a key of {3}.", reference, given ?? '', key, wanted ?? '');
}

/** All steps of a key take the key with them; some of them get a key of their own, or one that is there. */
export function bindSteps(draft: Draft, file: FileId, key: string, moving: readonly Step[], reference: string): void {
  const facts = flowFactsNow(draft, file);
  const entry = facts.entries.find((candidate) => candidate.key === key);
  if (!entry || fold(entry.logicalName ?? '') === fold(reference)) return;
  const twin = facts.entries.find((other) => isAlike(other, { ...entry, logicalName: reference }));
  if (twin) {
    moveSteps(draft, file, moving, twin.key);
    removeUnusedKeys(draft, file, new Set([key]));
    return;
  }
  const staying = facts.steps.some(
    (step) => step.key?.name === key && !moving.some(({ path }) => isEqual(path, step.path)),
  );
  if (!staying) {
    bindEntry(draft, file, entry, reference);
    return;
  }
  const added = freeKey(facts, entry.connector?.name ?? key);
  addEntryLike(draft, file, key, added, reference);
  moveSteps(draft, file, moving, added);
}

/** What an expression names can't be followed, because nobody knows what it is for. */
function leaveOtherUses(draft: Draft, file: FileId, keys: ReadonlySet<string>): void {
  for (const key of flowFactsNow(draft, file).otherKeyUses) {
    if (keys.has(key))
      draft.leave(file, draft.l10n.t("An expression of the flow names the key '{0}', so its entry stays.", key));
  }
}
