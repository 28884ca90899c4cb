import { describeConnector } from '../model/connectors';
import { fold } from '../model/names';
import type { ConnectionEntry } from '../model/facts';
import type { Rule } from './rule';

export const mixedDataGroups: Rule = {
  id: 'mixed-data-groups',
  severity: 'error',
  kinds: ['flow'],
  docs: {
    summary: 'A flow uses connectors of the business and of the non-business group.',
    details: `A data loss prevention policy suspends a flow that joins connectors of two groups. \`connref.json\` can repeat the policy's groups (\`connectors.groups.business\`, \`connectors.groups.nonBusiness\`); without them the rule is silent.

Split the flow, or use connectors of one group.`,
    bad: [
      `
//- /connref.json
{ "connectors": { "groups": { "business": ["shared_sql"], "nonBusiness": ["shared_twitter"] } } }
//- /Workflows/Post.json
{ "properties": {
  "connectionReferences": {
    "shared_sql": { "connection": { "connectionReferenceLogicalName": "contoso_sql" }, "api": { "name": "shared_sql" } },
    "shared_twitter": { "connection": { "connectionReferenceLogicalName": "contoso_x" }, "api": { "name": "⟦shared_twitter⟧" } }
  },
  "definition": {}
} }
`,
    ],
    good: [
      `
//- /connref.json
{ "connectors": { "groups": { "business": ["shared_sql", "shared_teams"], "nonBusiness": ["shared_twitter"] } } }
//- /Workflows/Post.json
{ "properties": {
  "connectionReferences": {
    "shared_sql": { "connection": { "connectionReferenceLogicalName": "contoso_sql" }, "api": { "name": "shared_sql" } },
    "shared_teams": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } }
  },
  "definition": {}
} }
`,
    ],
  },

  *check({ file, snapshot, configuration: { connectors }, l10n }) {
    if (connectors.business.length === 0) return;
    const { entries } = snapshot.flowAt(file)?.facts ?? { entries: [] };
    const business = entries.find((entry) => isListed(entry, connectors.business));
    if (!business?.connector) return;
    for (const entry of entries) {
      if (!entry.connector || !isListed(entry, connectors.nonBusiness)) continue;
      yield {
        place: { path: entry.connector.path },
        message: l10n.t(
          '{0} is in the non-business group, and {1} in the business group: a data loss prevention policy suspends a flow that joins them.',
          describeConnector(entry.connector.name).title,
          describeConnector(business.connector.name).title,
        ),
        related: [
          {
            at: { file, place: { path: business.connector.path } },
            message: l10n.t('A connector of the business group'),
          },
        ],
      };
    }
  },
};

function isListed({ connector }: ConnectionEntry, list: readonly string[]): boolean {
  const plain = (name: string): string => fold(name).replace(/^shared_/, '');
  return connector !== undefined && list.some((name) => plain(name) === plain(connector.name));
}
