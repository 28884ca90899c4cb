import { entryPath } from '../project/snapshot';
import type { Rule } from './rule';

export const duplicateConnectionKey: Rule = {
  id: 'duplicate-connection-key',
  severity: 'error',
  kinds: ['flow'],
  docs: {
    summary: 'The same connection key stands twice in one flow.',
    details: `JSON readers take the last of two properties with one name and drop the other without a word, so a connection is lost. A careless merge leaves such entries.

Remove one, or give it another key.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": {
    "shared_teams": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } },
    "⟦shared_teams⟧": { "connection": { "connectionReferenceLogicalName": "contoso_bot" }, "api": { "name": "shared_teams" } }
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
    "shared_teams": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } },
    "shared_teams_1": { "connection": { "connectionReferenceLogicalName": "contoso_bot" }, "api": { "name": "shared_teams" } }
  },
  "definition": {}
} }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    for (const key of snapshot.flowAt(file)?.facts.duplicateKeys ?? []) {
      yield {
        place: { path: entryPath(key), onKey: true },
        message: l10n.t(
          "The key '{0}' stands more than once in this flow's connectionReferences. Only this last entry counts, and the others are lost. Remove one, or give it another key.",
          key,
        ),
      };
    }
  },
};
