import { entryPath } from '../project/snapshot';
import { isAlike } from '../refactor/flowKeys';
import { mergeKeys } from '../refactor/useReference';
import type { Rule } from './rule';

export const duplicateConnectionEntry: Rule = {
  id: 'duplicate-connection-entry',
  severity: 'hint',
  kinds: ['flow'],
  docs: {
    summary: 'Two keys of one flow are bound to the same connection reference.',
    details: `Both keys stand for the same connection, so one would do. The designer leaves such keys behind when references are exchanged.

Let the steps of both name one key.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": {
    "shared_teams": { "runtimeSource": "embedded", "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } },
    "⟦shared_teams_1⟧": { "runtimeSource": "embedded", "connection": { "connectionReferenceLogicalName": "Contoso_Teams" }, "api": { "name": "shared_teams" } }
  },
  "definition": {}
} }
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": {
    "shared_teams": { "runtimeSource": "embedded", "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } },
    "shared_teams_1": { "runtimeSource": "invoker", "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } },
    "shared_teams_2": { "impersonation": { "source": "invoker" }, "runtimeSource": "embedded", "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } }
  },
  "definition": {}
} }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const entries = snapshot.flowAt(file)?.facts.entries ?? [];
    for (const [i, entry] of entries.entries()) {
      const { key, logicalName } = entry;
      // An invoker's entry runs on another connection than an embedded one of the same reference.
      const first = entries.slice(0, i).find((other) => isAlike(other, entry))?.key;
      if (logicalName === undefined || first === undefined) continue;
      yield {
        place: { path: entryPath(key), onKey: true },
        message: l10n.t(
          "The keys '{0}' and '{1}' are bound to the same connection reference, '{2}'. One of them would do.",
          first,
          key,
          logicalName,
        ),
        related: [
          { at: { file, place: { path: entryPath(first), onKey: true } }, message: l10n.t("Key '{0}'", first) },
        ],
        fixes: () => [
          {
            title: l10n.t("Use '{0}' in all steps and remove '{1}'", first, key),
            preferred: true,
            apply: (draft) => void mergeKeys(draft, { kind: 'merge-keys', file, into: first, from: [key] }),
          },
        ],
      };
    }
  },
};
