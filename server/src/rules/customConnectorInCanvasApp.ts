import { appsOf } from '../model/users';
import { declarationFor } from '../project/declared';
import type { Rule } from './rule';

export const customConnectorInCanvasApp: Rule = {
  id: 'custom-connector-in-canvas-app',
  severity: 'info',
  kinds: ['canvasApp', 'customizations'],
  docs: {
    summary: 'A canvas app has a connection reference on a custom connector.',
    details: `Canvas apps do not recognise connection references on custom connectors: the app asks for a connection after each import all the same.

Plan for the hand work, or call the connector from a flow.`,
    bad: [
      `
//- /CanvasApps/contoso_orders_1a2b3.meta.xml
<CanvasApp><Name>contoso_orders_1a2b3</Name><ConnectionReferences>{"1":{"id":"/providers/microsoft.powerapps/apis/shared_contoso-5forders-5f7fc9343cf45734fe","xrmConnectionReferenceLogicalName":"⟦contoso_orders⟧"}}</ConnectionReferences></CanvasApp>
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_orders">
    <connectorid>/providers/Microsoft.PowerApps/apis/shared_contoso-5forders-5f7fc9343cf45734fe</connectorid>
    <customconnectorid><connectorid>6e1f0f52-0000-4000-8000-000000000000</connectorid></customconnectorid>
  </connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /CanvasApps/contoso_orders_1a2b3.meta.xml
<CanvasApp><Name>contoso_orders_1a2b3</Name><ConnectionReferences>{"1":{"id":"/providers/microsoft.powerapps/apis/shared_sql","xrmConnectionReferenceLogicalName":"contoso_sql"}}</ConnectionReferences></CanvasApp>
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_sql"><connectorid>/providers/Microsoft.PowerApps/apis/shared_sql</connectorid></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, facts, snapshot, l10n }) {
    for (const { logicalName, place } of appsOf(facts).flatMap(({ uses }) => uses)) {
      const declared = declarationFor(snapshot, snapshot.solutionOf(file), logicalName);
      if (!declared?.declaration.isCustomConnector) continue;
      yield {
        place,
        message: l10n.t(
          "'{0}' is for a custom connector, and canvas apps do not recognise such references, so the app asks for a connection after each import.",
          logicalName,
        ),
        related: [{ at: declared.at, message: l10n.t("'{0}' is declared here", logicalName) }],
      };
    }
  },
};
