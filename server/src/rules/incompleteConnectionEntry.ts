import { declarationFor } from '../project/declared';
import { entryPath } from '../project/snapshot';
import { setConnector } from '../refactor/entryEdits';
import type { Rule } from './rule';

export const incompleteConnectionEntry: Rule = {
  id: 'incomplete-connection-entry',
  severity: 'error',
  kinds: ['flow'],
  docs: {
    summary: 'A connection entry names no connector.',
    details: `Every entry of \`connectionReferences\` says which connector it is for: in \`api.name\`, in older flows in \`id\`. Without it the platform can't tell which connections fit.

Add the connector; where the entry is bound to a declared reference, it is the declaration's.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "⟦shared_teams⟧": { "runtimeSource": "embedded", "connection": { "connectionReferenceLogicalName": "contoso_teams" } } },
  "definition": {}
} }
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "connectionName": "0fae", "id": "/providers/Microsoft.PowerApps/apis/shared_teams" } },
  "definition": {}
} }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    if (!flow || flow.facts.problems.length > 0) return;
    for (const { key, connector, logicalName } of flow.facts.entries) {
      if (connector) continue;
      const declared =
        logicalName === undefined ? undefined : declarationFor(snapshot, flow.solution, logicalName)?.connector;
      yield {
        place: { path: entryPath(key), onKey: true },
        message: l10n.t(
          "The entry '{0}' names no connector, so nothing tells which connections fit it. Add {1}.",
          key,
          `"api": { "name": "${declared ?? 'shared_…'}" }`,
        ),
        ...(declared !== undefined && {
          fixes: () => [
            {
              title: l10n.t("Add the connector '{0}'", declared),
              group: 'correct-name' as const,
              preferred: true as const,
              isSafe: true as const,
              apply: (draft) => setConnector(draft, file, key, declared),
            },
          ],
        }),
      };
    }
  },
};
