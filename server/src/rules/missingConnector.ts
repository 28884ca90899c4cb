import { describeConnector } from '../model/connectors';
import type { Facts } from '../model/facts';
import { findCustomConnector } from '../project/customConnectors';
import type { Rule } from './rule';

export const missingConnector: Rule = {
  id: 'missing-connector',
  severity: 'info',
  kinds: ['customizations'],
  docs: {
    summary: 'A connection reference is for a custom connector that no solution of the workspace has.',
    details: `A custom connector must be in the target environment before a reference on it can be imported. Where its solution is kept elsewhere, that is fine to know and nothing to mend.

Import the solution with the connector first.`,
    bad: [
      `
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
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams"><connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    for (const declared of snapshot.solutionOf(file)?.declarations ?? []) {
      const { declaration, connector, at, logicalName } = declared;
      if (at.file !== file || !declaration.isCustomConnector || connector === undefined) continue;
      if (findCustomConnector(snapshot, declared)) continue;
      // Asked last: it goes over all files, and few declarations come this far.
      if ([...snapshot.files.values()].some(mayHoldConnector)) return;
      yield {
        place: { path: [...declaration.path, 'connectorid'] },
        message: l10n.t(
          "The custom connector '{0}' of '{1}' is in no solution here, so it must be imported first from elsewhere.",
          describeConnector(connector).title,
          logicalName,
        ),
      };
    }
  },
};

/** A file that can't be read in full may hold any connector. */
function mayHoldConnector({ kind, problems }: Facts): boolean {
  return problems.length > 0 && (kind === 'connector' || kind === 'customizations');
}
