import { declarationFor } from '../project/declared';
import { logicalNamePath } from '../project/snapshot';
import { setLogicalName } from '../refactor/entryEdits';
import type { Rule } from './rule';

export const logicalNameCase: Rule = {
  id: 'logical-name-case',
  severity: 'hint',
  kinds: ['flow'],
  docs: {
    summary: 'A logical name is written in other letters than its declaration.',
    details: `The platform compares logical names without case, but people and search tools don't.

Take the declaration's spelling.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "connection": { "connectionReferenceLogicalName": "⟦Contoso_Teams⟧" }, "api": { "name": "shared_teams" } } },
  "definition": {}
} }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_teams">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "connection": { "connectionReferenceLogicalName": "Contoso_Teams" }, "api": { "name": "shared_teams" } } },
  "definition": {}
} }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="Contoso_Teams">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot }) {
    const flow = snapshot.flowAt(file);
    for (const { key, logicalName } of flow?.facts.entries ?? []) {
      if (logicalName === undefined) continue;
      const declared = declarationFor(snapshot, flow?.solution, logicalName);
      if (!declared || declared.logicalName === logicalName) continue;
      yield {
        place: { path: logicalNamePath(key) },
        message: `This connection reference is declared as '${declared.logicalName}'. The platform takes both for the same, but a search does not.`,
        related: [{ at: declared.at, message: 'Declared here' }],
        fixes: () => [
          {
            title: `Write '${declared.logicalName}'`,
            group: 'correct-name',
            preferred: true,
            isSafe: true,
            apply: (draft) => setLogicalName(draft, file, key, declared.logicalName),
          },
        ],
      };
    }
  },
};
