import { fold } from '../model/names';
import { entryPath } from '../project/snapshot';
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
    "shared_teams_1": { "runtimeSource": "invoker", "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } }
  },
  "definition": {}
} }
`,
    ],
  },

  *check({ file, snapshot }) {
    const firstKeys = new Map<string, string>();
    for (const { key, logicalName, runtimeSource } of snapshot.flowAt(file)?.facts.entries ?? []) {
      if (logicalName === undefined) continue;
      // An invoker's entry runs on another connection than an embedded one of the same reference.
      const same = `${fold(logicalName)} ${fold(runtimeSource ?? 'embedded')}`;
      const first = firstKeys.get(same);
      firstKeys.set(same, first ?? key);
      if (first === undefined) continue;
      yield {
        place: { path: entryPath(key), onKey: true },
        message: `The keys '${first}' and '${key}' are bound to the same connection reference, '${logicalName}'. One of them would do.`,
        related: [{ at: { file, place: { path: entryPath(first), onKey: true } }, message: `Key '${first}'` }],
        fixes: () => [
          {
            title: `Use '${first}' in all steps and remove '${key}'`,
            preferred: true,
            apply: (draft) => void mergeKeys(draft, { kind: 'merge-keys', file, into: first, from: [key] }),
          },
        ],
      };
    }
  },
};
