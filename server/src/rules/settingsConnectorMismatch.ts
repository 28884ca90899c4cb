import { describeConnector } from '../model/connectors';
import { connectorMismatches } from '../project/settingsGaps';
import { setSettingsConnector } from '../refactor/settingsEntries';
import type { Rule } from './rule';

export const settingsConnectorMismatch: Rule = {
  id: 'settings-connector-mismatch',
  severity: 'error',
  kinds: ['settings'],
  docs: {
    summary: 'A deployment settings file gives a connection reference another connector than its declaration.',
    details: `\`ConnectorId\` repeats the connector of the declaration. Where it differs, the connection beside it belongs to another connector, and the import fails or binds the wrong one.

Take the connector of the declaration, and a connection of it.`,
    bad: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [ { "LogicalName": "contoso_sql", "ConnectionId": "0fae", "ConnectorId": "⟦/providers/Microsoft.PowerApps/apis/shared_teams⟧" } ] }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_sql">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_sql</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [ { "LogicalName": "contoso_sql", "ConnectionId": "0fae", "ConnectorId": "/providers/microsoft.powerapps/apis/shared_sql" } ] }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_sql">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_sql</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const settings = snapshot.settingsAt(file);
    if (!settings) return;
    for (const { binding, given, declared } of connectorMismatches(snapshot, settings)) {
      const { logicalName, connectorIdPath } = binding;
      const [givenTitle, declaredTitle] = [given, declared.connector].map((name) => describeConnector(name).title);
      yield {
        place: { path: connectorIdPath },
        message: l10n.t(
          "'{0}' is declared for {1}, but this entry says {2}, so it would bind a connection of the wrong connector. Take the connector of the declaration.",
          logicalName,
          declaredTitle ?? '',
          givenTitle ?? '',
        ),
        related: [{ at: declared.at, message: l10n.t("'{0}' is declared here", logicalName) }],
        fixes: () => [
          {
            title: l10n.t("Take the connector that '{0}' is declared for", logicalName),
            group: 'update-settings',
            preferred: true,
            apply: (draft) => setSettingsConnector(draft, file, logicalName, declared.declaration.connectorId ?? ''),
          },
        ],
      };
    }
  },
};
