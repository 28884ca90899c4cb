import { describeConnector } from '../model/connectors';
import { fold } from '../model/names';
import { declarationFor } from '../project/declared';
import { referenceFixes } from './referenceFixes';
import type { Rule } from './rule';

export const connectorMismatch: Rule = {
  id: 'connector-mismatch',
  severity: 'error',
  kinds: ['flow'],
  docs: {
    summary: "A flow's entry says another connector than the declaration of its connection reference.",
    details: `An entry of \`connectionReferences\` names its connector in \`api.name\`, and its reference is declared for one connector. When they differ, the flow gets a connection that can't run its operations.

Choose a reference of the entry's connector.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "connection": { "connectionReferenceLogicalName": "contoso_outlook" }, "api": { "name": "⟦shared_teams⟧" } } },
  "definition": {}
} }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_outlook">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_office365</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "any_key": { "connection": { "connectionReferenceLogicalName": "contoso_outlook" }, "api": { "name": "Shared_Office365" } } },
  "definition": {}
} }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_outlook">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_office365</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    for (const entry of flow?.facts.entries ?? []) {
      const { logicalName, connector } = entry;
      if (logicalName === undefined || !connector) continue;
      const declared = declarationFor(snapshot, flow?.solution, logicalName);
      // Custom connectors have another hash in each environment, so a different id proves nothing.
      if (declared?.connector === undefined || declared.declaration.isCustomConnector) continue;
      if (declared.solution.customizations !== 'read') continue;
      if (fold(declared.connector) === fold(connector.name)) continue;
      const [entryTitle, declaredTitle] = [connector.name, declared.connector].map(
        (name) => describeConnector(name).title,
      );
      yield {
        place: { path: connector.path },
        message: l10n.t(
          "This entry is for {0}, but its connection reference '{1}' is declared for {2}, so the flow's operations would fail. Choose a reference of {0}.",
          entryTitle ?? '',
          logicalName,
          declaredTitle ?? '',
        ),
        related: [{ at: declared.at, message: l10n.t("'{0}' is declared here", logicalName) }],
        fixes: () => (flow ? referenceFixes(l10n, snapshot, flow, entry) : []),
      };
    }
  },
};
