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

  *check({ file, snapshot }) {
    const settings = snapshot.settingsAt(file);
    if (!settings) return;
    for (const { binding, given, declared } of connectorMismatches(snapshot, settings)) {
      const { logicalName, connectorIdPath } = binding;
      const [givenTitle, declaredTitle] = [given, declared.connector].map((name) => describeConnector(name).title);
      yield {
        place: { path: connectorIdPath },
        message: `'${logicalName}' is declared for ${declaredTitle ?? ''}, but this entry says ${givenTitle ?? ''}, so it would bind a connection of the wrong connector. Take the connector of the declaration.`,
        related: [{ at: declared.at, message: `'${logicalName}' is declared here` }],
        fixes: () => [
          {
            title: `Take the connector that '${logicalName}' is declared for`,
            group: 'update-settings',
            preferred: true,
            apply: (draft) => setSettingsConnector(draft, file, logicalName, declared.declaration.connectorId ?? ''),
          },
        ],
      };
    }
  },
};
