import { followsNaming } from '../project/naming';
import { displayNamePlace } from '../project/declarationPlaces';
import { nameByTemplate } from '../refactor/renameDisplay';
import { renameFixes } from './declarationFixes';
import type { Rule } from './rule';

export const namingConvention: Rule = {
  id: 'naming-convention',
  severity: 'off',
  kinds: ['customizations'],
  docs: {
    summary: 'A display name does not follow the naming that the configuration asks for.',
    details: `\`connref.json\` can give a template (\`naming.template\`, such as \`{area} – {connector} – {type}\`) or a regular expression for the whole name (\`naming.pattern\`). In a template, \`{connector}\` stands for the connector's name or a part of it, and every other word in braces for any text. Without either the rule is silent.

Rename the reference.`,
    bad: [
      `
//- /connref.json
{ "rules": { "naming-convention": "warning" }, "naming": { "template": "{area} – {connector} – {type}" } }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams"><connectionreferencedisplayname>⟦Teams⟧</connectionreferencedisplayname><connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /connref.json
{ "rules": { "naming-convention": "warning" }, "naming": { "template": "{area} – {connector} – {type}" } }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams"><connectionreferencedisplayname>HR – Teams – Service</connectionreferencedisplayname><connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot, configuration: { naming }, l10n }) {
    for (const declared of snapshot.solutionOf(file)?.declarations ?? []) {
      if (declared.at.file !== file || followsNaming(declared.title, declared.connector, naming)) continue;
      yield {
        place: displayNamePlace(declared),
        message: l10n.t(
          "'{0}' does not follow the naming of this workspace, {1}. Rename it.",
          declared.title,
          naming.template ?? naming.pattern ?? '',
        ),
        // Where the template asks for a word that nothing tells, only a person knows it.
        fixes: () =>
          typeof nameByTemplate(snapshot, declared) === 'string' ? renameFixes(l10n, snapshot, declared) : [],
      };
    }
  },
};
