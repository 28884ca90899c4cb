import { describeConnector } from '../model/connectors';
import type { Naming } from '../model/facts';
import type { DeclaredReference } from '../project/snapshot';
import { displayNamePlace } from './declarationPlaces';
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

  *check({ file, snapshot, configuration: { naming } }) {
    for (const declared of snapshot.solutionOf(file)?.declarations ?? []) {
      if (declared.at.file !== file || follows(declared, naming)) continue;
      yield {
        place: displayNamePlace(declared),
        message: `'${declared.title}' does not follow the naming of this workspace, ${naming.template ?? naming.pattern ?? ''}. Rename it.`,
      };
    }
  },
};

function follows({ title, connector }: DeclaredReference, { template, pattern }: Naming): boolean {
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(title)) return false;
  if (template === undefined) return true;
  const connectorTitle = connector === undefined ? '' : describeConnector(connector).title;
  const names = template.match(/\{\w+\}/g) ?? [];
  const expression = template
    .split(/\{\w+\}/)
    .map(escape)
    .join('(.+)');
  const parts = new RegExp(`^${expression}$`, 'u').exec(title)?.slice(1);
  if (!parts) return false;
  return names.every((name, i) => name !== '{connector}' || isPartOf(parts[i] ?? '', connectorTitle));
}

/** `Outlook` stands for Office 365 Outlook. */
function isPartOf(part: string, connectorTitle: string): boolean {
  return connectorTitle.toLowerCase().includes(part.toLowerCase());
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
