import { missingReferences } from '../project/settingsGaps';
import { addSettingsEntry } from '../refactor/settingsEntries';
import type { Rule } from './rule';
import { enumerate } from './words';

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

  *check({ file, facts, snapshot, l10n }) {
    const settings = snapshot.settingsAt(file);
    if (!settings || facts.kind !== 'settings' || facts.problems.length > 0) return;
    const { referencesPath } = facts;
    for (const solution of settings.solutions) {
      const missing = missingReferences(settings, solution);
      if (missing.length === 0) continue;
      const names = missing.map(({ logicalName }) => logicalName);
      yield {
        place: referencesPath?.length ? { path: referencesPath, onKey: true } : { path: [], onBracket: true },
        message:
          missing.length === 1
            ? l10n.t(
                '1 reference of {0} is missing: {1}. Without an entry, an import with this file leaves it without a connection.',
                solution.name,
                enumerate(l10n, names),
              )
            : l10n.t(
                '{0} references of {1} are missing: {2}. Without an entry, an import with this file leaves them without a connection.',
                missing.length,
                solution.name,
                enumerate(l10n, names),
              ),
        related: missing.map(({ at, logicalName }) => ({ at, message: l10n.t("'{0}' is declared here", logicalName) })),
        fixes: () => [
          {
            title:
              missing.length === 1
                ? l10n.t("Add '{0}'", names[0] ?? '')
                : l10n.t('Add the {0} references', missing.length),
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
