/** Lets steps of a flow use another reference: keys are added, taken over and removed as that needs, and the steps follow. */
import { isEqual } from '../base/equal';
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
  if (!flow?.solution) return { refused: 'Only a flow of a solution can use connection references.' };
  if (!draft.mayEdit(flow.file)) return titleOf(request.reference);
  const steps = stepsOf(flow.facts, request);
  const keys = keysOf(flow.facts, steps, request);
  if (keys.length === 0) return { refused: 'No step there uses a connection.' };
  for (const key of keys) {
    const problem = whyNot(snapshot, flow, key, request.reference);
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
  return titleOf(request.reference);
}

/** Lets one key stand for others that are bound to the same reference. */
export function mergeKeys(draft: Draft, { file, into, from }: MergeKeysRequest): Outcome {
  const facts = draft.snapshot.flowAt(file)?.facts;
  const target = facts?.entries.find(({ key }) => key === into);
  if (!facts || !target) return { refused: `The flow has no key '${into}'.` };
  const title = `Use '${into}' instead of ${from.map((key) => `'${key}'`).join(', ')}`;
  if (!draft.mayEdit(file)) return title;
  for (const key of from) {
    const entry = facts.entries.find((candidate) => candidate.key === key);
    if (!entry || !isAlike(entry, target)) {
      return {
        refused: `The keys '${into}' and '${key}' are not bound to the same connection reference in the same way.`,
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

function titleOf(reference: string): string {
  return `Use connection reference '${reference}'`;
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
  snapshot: Snapshot,
  flow: Flow,
  { key, connector }: ConnectionEntry,
  reference: string,
): string | undefined {
  if (!connector) return `The key '${key}' names no connector.`;
  const fits = findCandidates(snapshot, flow, connector.name).some((one) => fold(one.logicalName) === fold(reference));
  if (fits) return undefined;
  const [declared] = snapshot.declarationsOf(reference);
  if (!declared) return `'${reference}' is declared in no solution here.`;
  const [wanted, given] = [connector.name, declared.connector ?? ''].map((name) => describeConnector(name).title);
  return `'${reference}' is a reference of ${given ?? ''}, and '${key}' is a key of ${wanted ?? ''}.`;
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
    if (keys.has(key)) draft.leave(file, `An expression of the flow names the key '${key}', so its entry stays.`);
  }
}
