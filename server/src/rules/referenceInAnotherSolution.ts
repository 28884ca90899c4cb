import { givenBy } from '../project/declared';
import { fold } from '../model/names';
import { logicalNamePath } from '../project/snapshot';
import { declarationFixes } from './declarationFixes';
import type { Rule } from './rule';

export const referenceInAnotherSolution: Rule = {
  id: 'reference-in-another-solution',
  severity: 'info',
  kinds: ['flow'],
  docs: {
    summary: "A flow's connection reference is declared only by another solution.",
    details: `The designer offers references of all solutions before it creates one. A flow that uses one of another solution can be imported only where that solution already is: an import dependency that nobody may have wanted.

Add the reference to the flow's own solution too, or keep the order of imports.`,
    bad: [
      `
//- /Hr/Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "connection": { "connectionReferenceLogicalName": "⟦base_teams⟧" }, "api": { "name": "shared_teams" } } },
  "definition": {}
} }
//- /Hr/Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>ContosoHR</UniqueName></SolutionManifest></ImportExportXml>
//- /Hr/Other/Customizations.xml
<ImportExportXml />
//- /Base/Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>ContosoBase</UniqueName></SolutionManifest></ImportExportXml>
//- /Base/Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="base_teams">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } },
  "definition": {}
} }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_teams">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    const { solution } = flow ?? {};
    if (!flow || solution?.customizations !== 'read') return;
    const own = new Set(solution.declarations.map(({ logicalName }) => fold(logicalName)));
    for (const { key, logicalName } of flow.facts.entries) {
      if (logicalName === undefined || own.has(fold(logicalName))) continue;
      const declarations = snapshot.declarationsOf(logicalName);
      const base = givenBy(solution, logicalName);
      const owners = [...new Set(declarations.map((declared) => declared.solution.name))];
      const where = owners.length > 0 ? owners.reduce((all, owner) => l10n.t('{0} or {1}', all, owner)) : base;
      if (where === undefined) continue;
      yield {
        place: { path: logicalNamePath(key) },
        message: l10n.t(
          "The connection reference '{0}' belongs to {1}, not to {2}, so {1} must be imported first. Declare it in {2} too if the two should not depend on each other.",
          logicalName,
          where,
          solution.name,
        ),
        related: declarations.map((declared) => ({
          at: declared.at,
          message: l10n.t('Declared in {0}', declared.solution.name),
        })),
        fixes: () => declarationFixes(l10n, snapshot, flow, logicalName),
      };
    }
  },
};
