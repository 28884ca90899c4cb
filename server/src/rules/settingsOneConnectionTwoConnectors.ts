import { describeConnector } from '../model/connectors';
import { connectorName, fold, isToken } from '../model/names';
import type { Binding } from '../model/facts';
import { declarationFor } from '../project/declared';
import type { SettingsFile, Snapshot } from '../project/snapshot';
import type { Rule } from './rule';

export const settingsOneConnectionTwoConnectors: Rule = {
  id: 'settings-one-connection-two-connectors',
  severity: 'error',
  kinds: ['settings'],
  docs: {
    summary: 'One connection is bound to connection references of different connectors.',
    details: `A connection belongs to one connector, so at least one of the entries has the wrong id, mostly by copy and paste.

Enter a connection of each connector.`,
    bad: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [
  { "LogicalName": "contoso_sql", "ConnectionId": "0fae", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_sql" },
  { "LogicalName": "contoso_teams", "ConnectionId": "⟦0fae⟧", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams" }
] }
`,
    ],
    good: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [
  { "LogicalName": "contoso_teams", "ConnectionId": "0fae", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams" },
  { "LogicalName": "contoso_bot", "ConnectionId": "0fae", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_teams" }
] }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const settings = snapshot.settingsAt(file);
    const first = new Map<string, { readonly binding: Binding; readonly connector: string }>();
    for (const binding of settings?.facts.bindings ?? []) {
      const { connectionId = '' } = binding;
      const connector = connectorOf(snapshot, settings, binding);
      if (connector === undefined || connectionId.trim() === '' || isToken(connectionId)) continue;
      const other = first.get(connectionId);
      first.set(connectionId, other ?? { binding, connector });
      if (!other || fold(other.connector) === fold(connector)) continue;
      yield {
        place: { path: binding.connectionIdPath },
        message: l10n.t(
          "This connection is bound to '{0}' ({1}) too, but '{2}' is for {3}, and a connection belongs to one connector. Enter the right one.",
          other.binding.logicalName,
          describeConnector(other.connector).title,
          binding.logicalName,
          describeConnector(connector).title,
        ),
        related: [
          { at: { file, place: { path: other.binding.connectionIdPath } }, message: `'${other.binding.logicalName}'` },
        ],
      };
    }
  },
};

function connectorOf(snapshot: Snapshot, settings: SettingsFile | undefined, binding: Binding): string | undefined {
  const declared = declarationFor(snapshot, settings?.solutions[0], binding.logicalName)?.connector;
  return declared ?? (binding.connectorId === undefined ? undefined : connectorName(binding.connectorId));
}
