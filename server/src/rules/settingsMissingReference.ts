import { missingReferences } from '../project/settingsGaps';
import { addSettingsEntry } from '../refactor/settingsEntries';
import type { Rule } from './rule';
import { count, enumerate } from './words';

export const settingsMissingReference: Rule = {
  id: 'settings-missing-reference',
  severity: 'warning',
  kinds: ['settings'],
  docs: {
    summary: 'A deployment settings file lacks connection references that its solution declares.',
    details: `A reference that the settings file does not name stays without a connection after the import: *Connection Id missing for connection reference logical name '…'*. There is one finding for each solution that the file is for. A reference that a base solution gives is not missing.

Add the references to the file.`,
    bad: [
      `
//- /settings/prod.json
{ "EnvironmentVariables": [], "⟦ConnectionReferences⟧": [] }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_sql">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_sql</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [ { "LogicalName": "CONTOSO_sql", "ConnectionId": "0fae", "ConnectorId": "/providers/Microsoft.PowerApps/apis/shared_sql" } ] }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_sql">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_sql</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, facts, snapshot }) {
    const settings = snapshot.settingsAt(file);
    if (!settings || facts.kind !== 'settings' || facts.problems.length > 0) return;
    const { referencesPath } = facts;
    for (const solution of settings.solutions) {
      const missing = missingReferences(settings, solution);
      if (missing.length === 0) continue;
      const names = missing.map(({ logicalName }) => logicalName);
      yield {
        place: referencesPath?.length ? { path: referencesPath, onKey: true } : { path: [], onBracket: true },
        message: `${count(missing.length, 'reference')} of ${solution.name} ${missing.length === 1 ? 'is' : 'are'} missing: ${enumerate(names)}. Without an entry, an import with this file leaves ${missing.length === 1 ? 'it' : 'them'} without a connection.`,
        related: missing.map(({ at, logicalName }) => ({ at, message: `'${logicalName}' is declared here` })),
        fixes: () => [
          {
            title: missing.length === 1 ? `Add '${names[0] ?? ''}'` : `Add the ${missing.length} references`,
            group: 'update-settings',
            preferred: true,
            apply(draft) {
              for (const { logicalName, declaration } of missing) {
                addSettingsEntry(draft, file, {
                  logicalName,
                  connectorId: declaration.connectorId ?? '',
                  connectionId: '',
                });
              }
            },
          },
        ],
      };
    }
  },
};
