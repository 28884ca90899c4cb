import type { L10n } from '../base/l10n';
import { isUnused, knowsUses } from '../project/unused';
import { removalFixes } from './declarationFixes';
import type { Rule } from './rule';

export const unusedConnectionReference: Rule = {
  id: 'unused-connection-reference',
  severity: 'hint',
  kinds: ['customizations'],
  unnecessary: true,
  docs: {
    summary: 'No flow, app, agent or variable of the workspace uses a declared connection reference.',
    details: `Every import asks for a connection for each declared reference, used or not. The rule is silent in a solution without any flow, app or agent (one that only brings references for others), for a connector that an app uses without naming a reference (older exports never name one), and while a file that could use it can't be read.

Remove the reference and its entries in the settings files.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": { "connectionReferences": {}, "definition": {} } }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="⟦contoso_sql⟧">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_sql</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": { "connectionReferences": {}, "definition": {} } }
//- /Assets/botcomponent_connectionreferenceset.xml
<botcomponent_connectionreferenceset>
  <botcomponent_connectionreference botcomponentid.schemaname="contoso_hr.topic.ask" connectionreferenceid.connectionreferencelogicalname="Contoso_SQL" />
</botcomponent_connectionreferenceset>
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_sql">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_sql</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
      `
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_sql">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_sql</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, facts, snapshot, l10n }) {
    if (facts.kind !== 'customizations') return;
    const solution = snapshot.solutionOf(file);
    if (!solution || !knowsUses(snapshot, solution)) return;
    for (const declared of solution.declarations) {
      const { logicalName, at } = declared;
      if (at.file !== file || !isUnused(snapshot, declared)) continue;
      const bindings = snapshot.bindingsOf(logicalName);
      yield {
        place: at.place,
        message: describe(l10n, logicalName, bindings.length),
        related: bindings.map(({ binding, settings: { file: settingsFile, environment } }) => ({
          at: { file: settingsFile, place: { path: binding.logicalNamePath } },
          message: l10n.t('Named in the settings for {0}', environment),
        })),
        fixes: () => removalFixes(l10n, snapshot, declared),
      };
    }
  },
};

function describe(l10n: L10n, logicalName: string, settingsFiles: number): string {
  if (settingsFiles === 0) {
    return l10n.t(
      "No flow, app or agent here uses the connection reference '{0}', yet every import asks for its connection. It can be removed.",
      logicalName,
    );
  }
  return settingsFiles === 1
    ? l10n.t(
        "No flow, app or agent here uses the connection reference '{0}', yet every import asks for its connection. It can be removed. 1 settings file names it.",
        logicalName,
      )
    : l10n.t(
        "No flow, app or agent here uses the connection reference '{0}', yet every import asks for its connection. It can be removed. {1} settings files name it.",
        logicalName,
        settingsFiles,
      );
}
