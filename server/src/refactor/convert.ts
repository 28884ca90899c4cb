/** Turns direct connections into connection references: binds each to the reference that fits best. */
import type { ConnectionEntry } from '../model/facts';
import type { FileId } from '../model/place';
import { findCandidates } from '../project/fitting';
import { entryPath, type Flow, type Snapshot } from '../project/snapshot';
import type { Draft } from './draft';
import { bindEntry } from './entryEdits';
import type { Outcome } from './plan';
import type { ConvertRequest } from './request';

export function convert(draft: Draft, request: ConvertRequest): Outcome {
  const { snapshot } = draft;
  for (const { flow, entry } of entriesOf(snapshot, request)) {
    if (!draft.mayEdit(flow.file)) continue;
    const logicalName = request.reference ?? bestFor(snapshot, flow, entry);
    if (logicalName === undefined) {
      draft.leave(flow.file, `No connection reference fits '${entry.key}'.`, {
        path: entryPath(entry.key),
        onKey: true,
      });
    } else bindEntry(draft, flow.file, entry, logicalName);
  }
  return 'Use connection references';
}

interface FlowEntry {
  readonly flow: Flow;
  readonly entry: ConnectionEntry;
}

function entriesOf(snapshot: Snapshot, { scope, file, key }: ConvertRequest): FlowEntry[] {
  return flowsOf(snapshot, scope, file)
    .filter(({ solution }) => solution !== undefined)
    .flatMap((flow) => flow.facts.entries.map((entry) => ({ flow, entry })))
    .filter(({ entry }) => entry.logicalName === undefined && (scope !== 'entry' || entry.key === key));
}

function flowsOf(snapshot: Snapshot, scope: ConvertRequest['scope'], file: FileId | undefined): readonly Flow[] {
  if (scope === 'workspace') return snapshot.flows;
  if (file === undefined) return [];
  const flow = snapshot.flowAt(file);
  return scope === 'solution' ? (snapshot.solutionOf(file)?.flows ?? []) : flow ? [flow] : [];
}

function bestFor(snapshot: Snapshot, flow: Flow, { connector }: ConnectionEntry): string | undefined {
  return connector && findCandidates(snapshot, flow, connector.name)[0]?.logicalName;
}
