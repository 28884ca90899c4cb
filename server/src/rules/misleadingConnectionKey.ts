import { describeConnector, isKnownConnector } from '../model/connectors';
import { fold } from '../model/names';
import { entryPath } from '../project/snapshot';
import type { Rule } from './rule';

export const misleadingConnectionKey: Rule = {
  id: 'misleading-connection-key',
  severity: 'info',
  kinds: ['flow'],
  docs: {
    summary: 'A connection key reads like one connector and holds another.',
    details: `A key is a name of the flow's own, and the designer makes it from the connector's. One that is the id of another connector misleads whoever reads the flow, and tools that guess the connector from the key.

Give the entry a key of its connector.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "⟦shared_office365⟧": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } },
  "definition": {}
} }
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams_1": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } },
  "definition": {}
} }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    for (const { key, connector } of snapshot.flowAt(file)?.facts.entries ?? []) {
      if (!connector || fold(key) === fold(connector.name) || !isKnownConnector(key)) continue;
      yield {
        place: { path: entryPath(key), onKey: true },
        message: l10n.t(
          "The key '{0}' reads like {1}, but the entry is for {2}. A key of its own connector would mislead nobody.",
          key,
          describeConnector(key).title,
          describeConnector(connector.name).title,
        ),
        related: [{ at: { file, place: { path: connector.path } }, message: l10n.t('The connector of the entry') }],
      };
    }
  },
};
