import type { L10n } from '../base/l10n';
import { fold } from '../model/names';
import { isDeclaredOrGiven } from '../project/declared';
import { logicalNamePath, type Flow, type Snapshot, type Solution } from '../project/snapshot';
import { setLogicalName } from '../refactor/entryEdits';
import { creationFixes } from './declarationFixes';
import { findNearName } from '../project/nearName';
import type { Fix, Rule } from './rule';

export const undeclaredConnectionReference: Rule = {
  id: 'undeclared-connection-reference',
  severity: 'error',
  kinds: ['flow'],
  docs: {
    summary: 'A flow names a connection reference that no solution declares.',
    details: `The flow's solution does not declare the logical name, no other solution of the workspace does, and \`MissingDependencies\` does not give it to a named base solution (\`solution="Active"\` means that it was in no solution at all). An import then fails or asks for a reference that nobody can bind: *Failed to find connection references with logical name(s) '…'*.

Declare the reference in the solution, or name one that is declared.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "connection": { "connectionReferenceLogicalName": "⟦contoso_teams_92c⟧" }, "api": { "name": "shared_teams" } } },
  "definition": {}
} }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_teams_92c4">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "connection": { "connectionReferenceLogicalName": "base_teams" }, "api": { "name": "shared_teams" } } },
  "definition": {}
} }
//- /Other/Customizations.xml
<ImportExportXml />
//- /Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName><MissingDependencies><MissingDependency>
  <Required type="connectionreference" solution="ContosoBase (1.0)" id.connectionreferencelogicalname="base_teams" />
</MissingDependency></MissingDependencies></SolutionManifest></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    const { solution } = flow ?? {};
    if (!flow || !solution || !knowsDeclarations(snapshot, solution)) return;
    for (const entry of flow.facts.entries) {
      const { key, logicalName, connector } = entry;
      if (logicalName === undefined || isDeclaredOrGiven(snapshot, solution, logicalName)) continue;
      const near = findNearName(snapshot, logicalName, connector?.name);
      const advice = near
        ? l10n.t("Did you mean '{0}'?", near.logicalName)
        : l10n.t('Declare it in {0}, or name another one.', solution.name);
      yield {
        place: { path: logicalNamePath(key) },
        message: solution.missing.has(fold(logicalName))
          ? l10n.t(
              "The connection reference '{0}' is declared in no solution here (when it was exported, it was in none), so an import can't bind it. {1}",
              logicalName,
              advice,
            )
          : l10n.t(
              "The connection reference '{0}' is declared in no solution here, so an import can't bind it. {1}",
              logicalName,
              advice,
            ),
        ...(near && { related: [{ at: near.at, message: l10n.t("'{0}' is declared here", near.logicalName) }] }),
        fixes: () => [
          ...(near ? [nearNameFix(l10n, flow, key, near.logicalName)] : []),
          ...creationFixes(l10n, flow, entry),
        ],
      };
    }
  },
};

function nearNameFix(l10n: L10n, { file }: Flow, key: string, name: string): Fix {
  return {
    title: l10n.t("Write '{0}'", name),
    group: 'correct-name',
    preferred: true,
    apply: (draft) => setLogicalName(draft, file, key, name),
  };
}

/** A file that can't be read may declare any name; a solution of which only flows are here may too. */
function knowsDeclarations(snapshot: Snapshot, solution: Solution): boolean {
  const isRead = solution.customizations === 'read' && solution.isManifestRead;
  return isRead && snapshot.solutions.every(({ customizations }) => customizations !== 'broken');
}
