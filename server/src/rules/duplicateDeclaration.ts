import { compare } from '../base/compare';
import type { L10n } from '../base/l10n';
import { fold } from '../model/names';
import type { DeclaredReference } from '../project/snapshot';
import type { Rule } from './rule';

export const duplicateDeclaration: Rule = {
  id: 'duplicate-declaration',
  severity: 'error',
  kinds: ['customizations'],
  docs: {
    summary: 'One logical name is declared twice in one solution, or for different connectors in two.',
    details: `Within a solution the packer takes one of the two declarations. In two solutions one name with different connectors can't be imported into one environment. Where the connectors are the same, the finding is a warning; two solutions that declare the same reference are no finding.

Remove one declaration, or rename it.`,
    bad: [
      `
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams"><connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid></connectionreference>
  <connectionreference connectionreferencelogicalname="⟦Contoso_Teams⟧"><connectorid>/providers/Microsoft.PowerApps/apis/shared_sql</connectorid></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /A/Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>A</UniqueName></SolutionManifest></ImportExportXml>
//- /A/Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams"><connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid></connectionreference>
</connectionreferences></ImportExportXml>
//- /B/Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>B</UniqueName></SolutionManifest></ImportExportXml>
//- /B/Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams"><connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const solution = snapshot.solutionOf(file);
    for (const declared of solution?.declarations ?? []) {
      if (declared.at.file !== file) continue;
      const first = firstRival(declared, snapshot.declarationsOf(declared.logicalName));
      if (!first) continue;
      yield {
        place: declared.at.place,
        severity: isSameConnector(first, declared) ? 'warning' : 'error',
        message: describe(l10n, declared, first),
        related: [{ at: first.at, message: l10n.t('Declared in {0}', first.solution.name) }],
      };
    }
  },
};

function describe(l10n: L10n, declared: DeclaredReference, first: DeclaredReference): string {
  const { logicalName } = declared;
  const { name } = first.solution;
  if (first.solution !== declared.solution) {
    return l10n.t(
      "'{0}' is declared for another connector in {1}, so the two solutions can't be imported into one environment. Rename one.",
      logicalName,
      name,
    );
  }
  return isSameConnector(first, declared)
    ? l10n.t("'{0}' is declared twice in {1}, and only one of the two is imported. Remove one.", logicalName, name)
    : l10n.t(
        "'{0}' is declared twice in {1}, for different connectors, and only one of the two is imported. Remove one.",
        logicalName,
        name,
      );
}

/** An earlier declaration that can't stand beside this one. */
function firstRival(declared: DeclaredReference, all: readonly DeclaredReference[]): DeclaredReference | undefined {
  return all.slice(0, all.indexOf(declared)).find((other) => {
    if (other.solution === declared.solution) return true;
    // A custom connector's id is another one in each environment.
    const isCustom = other.declaration.isCustomConnector || declared.declaration.isCustomConnector;
    return !isCustom && !isSameConnector(other, declared) && compare(other.solution.name, declared.solution.name) !== 0;
  });
}

function isSameConnector(a: DeclaredReference, b: DeclaredReference): boolean {
  return a.connector === undefined || b.connector === undefined || fold(a.connector) === fold(b.connector);
}
