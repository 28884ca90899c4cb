import { entryPath } from '../project/snapshot';
import { entryFixes, keyFixes } from './keyFixes';
import type { Rule } from './rule';
import { stepKeyPlace } from '../project/stepPlaces';
import { wantedKey } from './wantedKey';
import { enumerate } from './words';

export const unknownConnectionKey: Rule = {
  id: 'unknown-connection-key',
  severity: 'error',
  kinds: ['flow'],
  docs: {
    summary: "A step names a connection key that its flow's `connectionReferences` does not have.",
    details: `A step says which connection it uses by a key of its flow's \`connectionReferences\`. Without that entry the import fails, or the step has no connection.

Use one of the flow's keys, or add the entry.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": {},
  "definition": { "actions": { "Scope": { "type": "Scope", "actions": {
    "Send": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "⟦shared_office365⟧" } } },
    "Post": { "type": "ApiConnection", "inputs": { "host": { "connection": { "name": "@parameters('$connections')['⟦shared_teams⟧']['connectionId']" } } } }
  } } } }
} }
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams_1": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } },
  "definition": { "actions": { "Post": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "shared_teams_1" } } } } }
} }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    if (!flow || flow.facts.problems.length > 0) return;
    const keys = flow.facts.entries.map(({ key }) => key);
    for (const step of flow.facts.steps) {
      const name = step.key?.name;
      // What stands there instead may be known all the same: that is told by its own rule.
      if (name === undefined || keys.includes(name) || wantedKey(flow, step)) continue;
      yield {
        place: stepKeyPlace(step),
        message:
          keys.length === 0
            ? l10n.t(
                "This flow's connectionReferences has no key '{0}' (it has none), so the step has no connection. Use one of the flow's keys or add the entry.",
                name,
              )
            : l10n.t(
                "This flow's connectionReferences has no key '{0}' (it has {1}), so the step has no connection. Use one of the flow's keys or add the entry.",
                name,
                enumerate(l10n, keys),
              ),
        related: keys.map((key) => ({
          at: { file, place: { path: entryPath(key), onKey: true } },
          message: l10n.t("Key '{0}'", key),
        })),
        fixes: () => [...keyFixes(l10n, flow, step), ...entryFixes(l10n, snapshot, flow, step)],
      };
    }
  },
};
