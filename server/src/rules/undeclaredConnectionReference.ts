import { fold } from '../model/names';
import { isDeclaredOrGiven } from '../project/declared';
import { logicalNamePath, type Flow, type Snapshot, type Solution } from '../project/snapshot';
import { setLogicalName } from '../refactor/entryEdits';
import { creationFixes } from './declarationFixes';
import { findNearName } from './nearName';
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

  *check({ file, snapshot }) {
    const flow = snapshot.flowAt(file);
    const { solution } = flow ?? {};
    if (!flow || !solution || !knowsDeclarations(snapshot, solution)) return;
    for (const entry of flow.facts.entries) {
      const { key, logicalName, connector } = entry;
      if (logicalName === undefined || isDeclaredOrGiven(snapshot, solution, logicalName)) continue;
      const near = findNearName(snapshot, logicalName, connector?.name);
      const inNone = solution.missing.has(fold(logicalName)) ? ' (when it was exported, it was in none)' : '';
      const advice = near
        ? `Did you mean '${near.logicalName}'?`
        : `Declare it in ${solution.name}, or name another one.`;
      yield {
        place: { path: logicalNamePath(key) },
        message: `The connection reference '${logicalName}' is declared in no solution here${inNone}, so an import can't bind it. ${advice}`,
        ...(near && { related: [{ at: near.at, message: `'${near.logicalName}' is declared here` }] }),
        fixes: () => [...(near ? [nearNameFix(flow, key, near.logicalName)] : []), ...creationFixes(flow, entry)],
      };
    }
  },
};

function nearNameFix({ file }: Flow, key: string, name: string): Fix {
  return {
    title: `Write '${name}'`,
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
