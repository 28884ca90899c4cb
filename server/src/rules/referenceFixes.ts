/** Fixes that bind an entry of a flow to a connection reference which fits it. */
import type { L10n } from '../base/l10n';
import type { ConnectionEntry } from '../model/facts';
import { fold } from '../model/names';
import { findCandidates, type Candidate } from '../project/fitting';
import type { Flow, Snapshot } from '../project/snapshot';
import { declare } from '../refactor/declare';
import { bindEntry } from '../refactor/entryEdits';
import { canHaveNewReference } from './declarationFixes';
import type { Fix } from './rule';

export type ReferenceFix = Fix & Pick<Candidate, 'origin'>;

/** One for each reference that fits and that the entry does not have, best first. */
export function referenceFixes(
  l10n: L10n,
  snapshot: Snapshot,
  flow: Flow,
  entry: ConnectionEntry,
): readonly ReferenceFix[] {
  const found = entry.connector ? findCandidates(snapshot, flow, entry.connector.name) : [];
  const candidates = found.filter(({ logicalName }) => fold(logicalName) !== fold(entry.logicalName ?? ''));
  const canDeclare = canHaveNewReference(flow, entry);
  return candidates.map((candidate, index) => ({
    origin: candidate.origin,
    ...(index === 0 && { preferred: true }),
    ...(candidate.origin === 'other solution' && canDeclare
      ? bindAndDeclare(l10n, flow, entry, candidate)
      : {
          title: titleOf(l10n, candidate),
          apply: (draft) => bindEntry(draft, flow.file, entry, candidate.logicalName),
        }),
  }));
}

/**
 * A reference of another solution. Without a declaration of its own, the flow's solution would depend on that one: an
 * editor asks which of both is meant.
 */
function bindAndDeclare(l10n: L10n, { file }: Flow, entry: ConnectionEntry, candidate: Candidate): Fix {
  const { logicalName: reference } = candidate;
  return {
    title: `${titleOf(l10n, candidate)}…`,
    reachesFurther: true,
    request: { kind: 'use', file, key: entry.key, reference },
    apply: (draft) => {
      declare(draft, { kind: 'declare', file, reference });
      bindEntry(draft, file, entry, reference);
    },
  };
}

/** Two references of one title must not look the same in a list. */
function titleOf(l10n: L10n, { logicalName, title, solutionName }: Candidate): string {
  if (title === logicalName) {
    return solutionName === undefined
      ? l10n.t("Use connection reference '{0}'", title)
      : l10n.t("Use connection reference '{0}' of {1}", title, solutionName);
  }
  return solutionName === undefined
    ? l10n.t("Use connection reference '{0}' ({1})", title, logicalName)
    : l10n.t("Use connection reference '{0}' ({1}) of {2}", title, logicalName, solutionName);
}
