import { findCustomConnector } from '../project/customConnectors';
import type { Rule } from './rule';

export const connectorInSameSolution: Rule = {
  id: 'connector-in-same-solution',
  severity: 'info',
  kinds: ['customizations'],
  docs: {
    summary: 'A custom connector and a connection reference on it are in one solution.',
    details: `A custom connector must be imported before the references and flows that use it, and so belongs into a solution of its own: *Use custom connectors in solutions*. In one solution the first import fails, or its flows stay off.

Move the connector to a solution that is imported first.`,
    bad: [
      `
//- /Connectors/contoso_5Forders.xml
<Connector><connectorid>6e1f0f52-0000-4000-8000-000000000000</connectorid><displayname>Orders</displayname><name>contoso_5Forders</name></Connector>
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_orders">
    <connectorid>⟦/providers/Microsoft.PowerApps/apis/shared_contoso-5forders-5f7fc9343cf45734fe⟧</connectorid>
    <customconnectorid><connectorid>6e1f0f52-0000-4000-8000-000000000000</connectorid></customconnectorid>
  </connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /Connectors/contoso_5Forders.xml
<Connector><connectorid>6e1f0f52-0000-4000-8000-000000000000</connectorid><displayname>Orders</displayname><name>contoso_5Forders</name></Connector>
//- /Other/Customizations.xml
<ImportExportXml />
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const solution = snapshot.solutionOf(file);
    if (!solution?.connectors.length) return;
    for (const declared of solution.declarations) {
      const custom = declared.at.file === file ? findCustomConnector(snapshot, declared) : undefined;
      if (custom?.solution !== solution) continue;
      yield {
        place: { path: [...declared.declaration.path, 'connectorid'] },
        message: l10n.t(
          "The custom connector '{0}' is in this solution too, and must be imported before '{1}'. Keep it in a solution of its own.",
          custom.title,
          declared.logicalName,
        ),
        related: [{ at: custom.at, message: l10n.t('The connector') }],
      };
    }
  },
};
