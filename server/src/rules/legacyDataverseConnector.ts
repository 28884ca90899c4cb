import { fold } from '../model/names';
import type { Snapshot } from '../project/snapshot';
import type { Rule } from './rule';

export const legacyDataverseConnector: Rule = {
  id: 'legacy-dataverse-connector',
  severity: 'info',
  kinds: ['flow', 'customizations'],
  docs: {
    summary: 'A flow or a connection reference uses the legacy Dataverse connector.',
    details: `\`shared_commondataservice\` is *Microsoft Dataverse (legacy)*. Its operations differ from those of \`shared_commondataserviceforapps\`, which Microsoft asks to use instead, so it can't be exchanged by its name alone.

Build the steps again with *Microsoft Dataverse*. A connection reference is told of only where no flow is that uses it: what has to be built again stands in the flows.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_cds": { "connection": { "connectionReferenceLogicalName": "contoso_cds" }, "api": { "name": "⟦shared_commondataservice⟧" } } },
  "definition": {}
} }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_cds">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_commondataservice</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
      `
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

  *check({ file, facts, snapshot, l10n }) {
    for (const { key, connector } of snapshot.flowAt(file)?.facts.entries ?? []) {
      if (!connector || !isLegacy(connector.name)) continue;
      yield {
        place: { path: connector.path },
        message: l10n.t(
          "The entry '{0}' uses Microsoft Dataverse (legacy), which Microsoft asks to replace by Microsoft Dataverse. Its operations differ, so the steps must be built again.",
          key,
        ),
      };
    }
    if (facts.kind !== 'customizations') return;
    for (const { logicalName, connectorId, path } of facts.declarations) {
      if (connectorId === undefined || !isLegacy(connectorId.slice(connectorId.lastIndexOf('/') + 1))) continue;
      if (isToldAtFlow(snapshot, logicalName)) continue;
      yield {
        place: { path: [...path, 'connectorid'] },
        message: l10n.t(
          "The connection reference '{0}' uses Microsoft Dataverse (legacy), which Microsoft asks to replace by Microsoft Dataverse. Its operations differ, so the steps must be built again.",
          logicalName,
        ),
      };
    }
  },
};

/** Whether a flow that uses the reference has the finding, so that the declaration needs none. */
function isToldAtFlow(snapshot: Snapshot, logicalName: string): boolean {
  return snapshot.usesOf(logicalName).some((use) => {
    if (use.by !== 'flow' || !isLegacy(use.entry.connector?.name ?? '')) return false;
    return snapshot.files.has(use.flow.file) && snapshot.isReported(use.flow.file);
  });
}

function isLegacy(connector: string): boolean {
  return fold(connector) === 'shared_commondataservice';
}
