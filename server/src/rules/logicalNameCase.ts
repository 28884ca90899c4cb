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

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    for (const { key, logicalName } of flow?.facts.entries ?? []) {
      if (logicalName === undefined) continue;
      const declared = declarationFor(snapshot, flow?.solution, logicalName);
      if (!declared || declared.logicalName === logicalName) continue;
      yield {
        place: { path: logicalNamePath(key) },
        message: l10n.t(
          "This connection reference is declared as '{0}'. The platform takes both for the same, but a search does not.",
          declared.logicalName,
        ),
        related: [{ at: declared.at, message: l10n.t('Declared here') }],
        fixes: () => [
          {
            title: l10n.t("Write '{0}'", declared.logicalName),
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
