import { fold } from '../model/names';
import { stepKeyPlace } from '../project/stepPlaces';
import { entryPath } from '../project/snapshot';
import { editKey } from '../refactor/entryEdits';
import { wantedKey } from './wantedKey';
import type { Rule } from './rule';

export const wrongHostValue: Rule = {
  id: 'wrong-host-value',
  severity: 'error',
  kinds: ['flow'],
  docs: {
    summary: "A step names a logical name or a connection where the flow's key belongs.",
    details: `\`host.connectionName\` holds a key of the flow's \`connectionReferences\`, in spite of its name: neither a connection's name nor a reference's logical name.

Use the key that is bound to it.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } },
  "definition": { "actions": { "Post": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "⟦contoso_teams⟧" } } } } }
} }
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } },
  "definition": { "actions": { "Post": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "shared_teams" } } } } }
} }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    if (!flow || flow.facts.problems.length > 0) return;
    for (const step of flow.facts.steps) {
      const wanted = wantedKey(flow, step);
      if (!step.key || !wanted) continue;
      const isReference = fold(wanted.logicalName ?? '') === fold(step.key.name);
      yield {
        place: stepKeyPlace(step),
        message: isReference
          ? l10n.t(
              "'{0}' is the logical name of a connection reference, and a step names a key of its flow's connectionReferences. Use the key '{1}'.",
              step.key.name,
              wanted.key,
            )
          : l10n.t(
              "'{0}' is the name of a connection, and a step names a key of its flow's connectionReferences. Use the key '{1}'.",
              step.key.name,
              wanted.key,
            ),
        related: [
          {
            at: { file, place: { path: entryPath(wanted.key), onKey: true } },
            message: l10n.t("Key '{0}'", wanted.key),
          },
        ],
        fixes: () => [
          {
            title: l10n.t("Use the key '{0}'", wanted.key),
            group: 'correct-name',
            preferred: true,
            isSafe: true,
            apply: (draft) => editKey(draft, file, step, wanted.key),
          },
        ],
      };
    }
  },
};
