/** Which flows call which, by the GUIDs in the steps that run a child flow. */
import type { Span } from '../base/span';
import { Multimap } from '../base/multimap';
import type { Step } from '../model/facts';
import { foldGuid } from '../model/names';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import { locate } from '../project/locate';
import type { Flow, Snapshot } from '../project/snapshot';
import { subjectAt } from '../project/subject';

export interface Call {
  /** The flow at the other end. */
  readonly flow: Flow;
  /** The names of the calling steps, in the parent flow. */
  readonly steps: readonly Span[];
}

/** The flow whose GUID stands at a position; elsewhere in a flow's file that flow itself. */
export function flowAt(snapshot: Snapshot, documents: Documents, file: FileId, offset: number): Flow | undefined {
  const subject = subjectAt(snapshot, documents, file, offset);
  return subject?.kind === 'flow'
    ? snapshot.flowByGuid(subject.guid, snapshot.solutionOf(file))
    : snapshot.flowAt(file);
}

/** Parents, by file. */
export function incomingCalls(snapshot: Snapshot, documents: Documents, child: Flow): readonly Call[] {
  const { guid } = child;
  if (guid === undefined) return [];
  return snapshot.flows.flatMap((flow) => {
    const called = snapshot.flowByGuid(guid, flow.solution);
    // A copy of a solution is not looked up by GUID, and its flows are called as the original's are.
    if (called !== child && snapshot.flowsWithGuid(guid).includes(child)) return [];
    const steps = callingSteps(flow).get(guid);
    return steps.length > 0 ? [{ flow, steps: locateNames(documents, flow, steps) }] : [];
  });
}

/** Children that have a file here, in the order of the steps. */
export function outgoingCalls(snapshot: Snapshot, documents: Documents, parent: Flow): readonly Call[] {
  return [...callingSteps(parent).entries()].flatMap(([guid, steps]) => {
    const flow = snapshot.flowByGuid(guid, parent.solution);
    return flow ? [{ flow, steps: locateNames(documents, parent, steps) }] : [];
  });
}

/** By the folded GUID of the child. */
function callingSteps({ facts }: Flow): Multimap<string, Step> {
  const steps = new Multimap<string, Step>();
  for (const step of facts.steps) {
    if (step.childFlow !== undefined) steps.add(foldGuid(step.childFlow), step);
  }
  return steps;
}

function locateNames(documents: Documents, { file }: Flow, steps: readonly Step[]): readonly Span[] {
  return steps.map(({ path }) => locate(documents, { file, place: { path, onKey: true } }));
}
