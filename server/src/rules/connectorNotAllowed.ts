import { describeConnector } from '../model/connectors';
import { fold } from '../model/names';
import type { ConnectorLists } from '../model/facts';
import { connectorPlaces } from './connectorPlaces';
import type { Rule } from './rule';

export const connectorNotAllowed: Rule = {
  id: 'connector-not-allowed',
  severity: 'error',
  kinds: ['flow', 'customizations'],
  docs: {
    summary: 'A connector that the configuration blocks, or that is missing from the list of those that it allows.',
    details: `\`connref.json\` can list connectors that may be used (\`connectors.allow\`), and such that may not (\`connectors.block\`). Without either list the rule is silent.

Use another connector, or ask for this one to be allowed.`,
    bad: [
      `
//- /connref.json
{ "connectors": { "block": ["shared_twitter"] } }
//- /Workflows/Post.json
{ "properties": {
  "connectionReferences": { "shared_twitter": { "connection": { "connectionReferenceLogicalName": "contoso_x" }, "api": { "name": "⟦shared_twitter⟧" } } },
  "definition": {}
} }
`,
    ],
    good: [
      `
//- /connref.json
{ "connectors": { "allow": ["office365", "shared_teams"] } }
//- /Workflows/Post.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } },
  "definition": {}
} }
`,
    ],
  },

  *check({ file, facts, snapshot, configuration: { connectors }, l10n }) {
    if (connectors.allow.length === 0 && connectors.block.length === 0) return;
    for (const { connector, place } of connectorPlaces(snapshot, file, facts)) {
      if (isAllowed(connector, connectors)) continue;
      yield {
        place,
        message: l10n.t(
          '{0} ({1}) is not among the connectors that this workspace allows. Use another one, or ask for it to be allowed.',
          describeConnector(connector).title,
          connector,
        ),
      };
    }
  },
};

function isAllowed(connector: string, { allow, block }: ConnectorLists): boolean {
  if (block.some((name) => isSame(name, connector))) return false;
  return allow.length === 0 || allow.some((name) => isSame(name, connector));
}

/** People write `office365` for `shared_office365`. */
function isSame(listed: string, connector: string): boolean {
  return fold(listed).replace(/^shared_/, '') === fold(connector).replace(/^shared_/, '');
}
