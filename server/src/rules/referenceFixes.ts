/** Fixes that bind an entry of a flow to a connection reference which fits it. */
import type { ConnectionEntry } from '../model/facts';
import { fold } from '../model/names';
import { findCandidates, type Candidate } from '../project/fitting';
import type { Flow, Snapshot } from '../project/snapshot';
import { bindEntry } from '../refactor/entryEdits';
import type { Fix } from './rule';

export type ReferenceFix = Fix & Pick<Candidate, 'origin'>;

/** One for each reference that fits and that the entry does not have, best first. */
export function referenceFixes(snapshot: Snapshot, flow: Flow, entry: ConnectionEntry): readonly ReferenceFix[] {
  const found = entry.connector ? findCandidates(snapshot, flow, entry.connector.name) : [];
  const candidates = found.filter(({ logicalName }) => fold(logicalName) !== fold(entry.logicalName ?? ''));
  return candidates.map((candidate, index) => ({
    title: `Use connection reference '${candidate.title}'${whose(candidate)}`,
    origin: candidate.origin,
    ...(index === 0 && { preferred: true }),
    apply: (draft) => bindEntry(draft, flow.file, entry, candidate.logicalName),
  }));
}

/** Two references of one title must not look the same in a list. */
function whose({ logicalName, title, solutionName }: Candidate): string {
  const name = title === logicalName ? '' : ` (${logicalName})`;
  return solutionName === undefined ? name : `${name} of ${solutionName}`;
}
