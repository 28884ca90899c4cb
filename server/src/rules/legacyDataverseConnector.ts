import { fold } from '../model/names';
import type { Rule, RuleFinding } from './rule';

export const legacyDataverseConnector: Rule = {
  id: 'legacy-dataverse-connector',
  severity: 'info',
  kinds: ['flow', 'customizations'],
  docs: {
    summary: 'A flow or a connection reference uses the legacy Dataverse connector.',
    details: `\`shared_commondataservice\` is *Microsoft Dataverse (legacy)*. Its operations differ from those of \`shared_commondataserviceforapps\`, which Microsoft asks to use instead, so it can't be exchanged by its name alone.

Build the steps again with *Microsoft Dataverse*.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_cds": { "connection": { "connectionReferenceLogicalName": "contoso_cds" }, "api": { "name": "⟦shared_commondataservice⟧" } } },
  "definition": {}
} }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_cds">
  <connectorid>⟦/providers/Microsoft.PowerApps/apis/shared_commondataservice⟧</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_cds": { "connection": { "connectionReferenceLogicalName": "contoso_cds" }, "api": { "name": "shared_commondataserviceforapps" } } },
  "definition": {}
} }
`,
    ],
  },

  *check({ file, facts, snapshot }) {
    const finding = (path: RuleFinding['place'], what: string): RuleFinding => ({
      place: path,
      message: `${what} uses Microsoft Dataverse (legacy), which Microsoft asks to replace by Microsoft Dataverse. Its operations differ, so the steps must be built again.`,
    });
    for (const { key, connector } of snapshot.flowAt(file)?.facts.entries ?? []) {
      if (connector && isLegacy(connector.name)) yield finding({ path: connector.path }, `The entry '${key}'`);
    }
    if (facts.kind !== 'customizations') return;
    for (const { logicalName, connectorId, path } of facts.declarations) {
      if (connectorId === undefined || !isLegacy(connectorId.slice(connectorId.lastIndexOf('/') + 1))) continue;
      yield finding({ path: [...path, 'connectorid'] }, `The connection reference '${logicalName}'`);
    }
  },
};

function isLegacy(connector: string): boolean {
  return fold(connector) === 'shared_commondataservice';
}
