import { entryPath } from '../project/snapshot';
import { removeUnusedKeys } from '../refactor/flowKeys';
import type { Rule } from './rule';

export const unusedConnectionKey: Rule = {
  id: 'unused-connection-key',
  severity: 'hint',
  kinds: ['flow'],
  unnecessary: true,
  docs: {
    summary: 'No step of the flow uses the connection key.',
    details: `An entry of \`connectionReferences\` that no trigger and no action names still asks for a connection on import, and whoever turns the flow on must be allowed to use it.

Remove the entry.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": {
    "⟦shared_sql⟧": { "connection": { "connectionReferenceLogicalName": "contoso_sql" }, "api": { "name": "shared_sql" } }
  },
  "definition": { "actions": { "Wait": { "type": "Wait", "inputs": {} } } }
} }
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": {
    "shared_sql": { "connection": { "connectionReferenceLogicalName": "contoso_sql" }, "api": { "name": "shared_sql" } }
  },
  "definition": { "triggers": { "When_an_item_is_created": { "type": "OpenApiConnectionWebhook", "inputs": { "host": { "connectionName": "shared_sql" } } } } }
} }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    if (!flow || flow.facts.problems.length > 0) return;
    const used = new Set([...flow.facts.steps.map((step) => step.key?.name), ...flow.facts.otherKeyUses]);
    for (const { key } of flow.facts.entries) {
      if (used.has(key)) continue;
      yield {
        place: { path: entryPath(key), onKey: true },
        message: l10n.t(
          "No step of this flow uses the key '{0}', yet an import asks for its connection. The entry can be removed.",
          key,
        ),
        fixes: () => [
          {
            title: l10n.t("Remove the entry '{0}'", key),
            preferred: true,
            apply: (draft) => removeUnusedKeys(draft, file, new Set([key])),
          },
        ],
      };
    }
  },
};
