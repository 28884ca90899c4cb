import type { Rule } from './rule';

export const malformedConnectorId: Rule = {
  id: 'malformed-connector-id',
  severity: 'error',
  kinds: ['customizations'],
  docs: {
    summary: "A declaration's connector id does not have the form of one.",
    details: `A connector's id is \`/providers/Microsoft.PowerApps/apis/<name>\`. With anything else the import can't find the connector.

Write the whole id.`,
    bad: [
      `
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams"><connectorid>⟦shared_teams⟧</connectorid></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams"><connectorid>/providers/microsoft.powerapps/apis/shared_teams</connectorid></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ facts, l10n }) {
    if (facts.kind !== 'customizations') return;
    for (const { logicalName, connectorId, path } of facts.declarations) {
      if (connectorId === undefined || /^\/providers\/Microsoft\.PowerApps\/apis\/[^/\s]+$/i.test(connectorId))
        continue;
      yield {
        place: { path: [...path, 'connectorid'] },
        message: l10n.t(
          "'{0}' is not a connector's id, so '{1}' can't be imported. Write '/providers/Microsoft.PowerApps/apis/<name>'.",
          connectorId,
          logicalName,
        ),
      };
    }
  },
};
