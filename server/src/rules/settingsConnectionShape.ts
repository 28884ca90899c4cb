import { otherConnectorOf } from '../model/connection';
import { describeConnector } from '../model/connectors';
import { connectorName } from '../model/names';
import { declarationFor } from '../project/declared';
import type { Rule } from './rule';

export const settingsConnectionShape: Rule = {
  id: 'settings-connection-shape',
  severity: 'hint',
  kinds: ['settings'],
  docs: {
    summary: "A connection's id looks like one of another connector.",
    details: `Many connections are named \`shared-<connector>\`, cut to 20 characters, and a GUID. An id that begins with another connector's name was meant for another reference.

Enter a connection of the reference's connector.`,
    bad: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [ { "LogicalName": "contoso_sql", "ConnectionId": "⟦shared-office365-3f2a9c41-0000-4000-8000-000000000000⟧", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_sql" } ] }
`,
    ],
    good: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [ { "LogicalName": "contoso_cds", "ConnectionId": "shared-commondataser-3f2a9c41-0000-4000-8000-000000000000", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps" } ] }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const settings = snapshot.settingsAt(file);
    for (const { logicalName, connectionId = '', connectorId = '', connectionIdPath } of settings?.facts.bindings ??
      []) {
      const declared = declarationFor(snapshot, settings?.solutions[0], logicalName);
      const connector = declared?.connector ?? connectorName(connectorId);
      const named = connector === undefined ? undefined : otherConnectorOf(connectionId, connector);
      if (connector === undefined || named === undefined) continue;
      yield {
        place: { path: connectionIdPath },
        message: l10n.t(
          "This id looks like a connection of '{0}', but '{1}' is for {2}. Check that it is the right one.",
          named,
          logicalName,
          describeConnector(connector).title,
        ),
      };
    }
  },
};
