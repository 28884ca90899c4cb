import { displayNamePlace } from '../project/declarationPlaces';
import { renameFixes } from './declarationFixes';
import type { Rule } from './rule';

export const generatedName: Rule = {
  id: 'generated-name',
  severity: 'off',
  kinds: ['customizations'],
  docs: {
    summary: 'A connection reference still has the name that the designer or an agent made up.',
    details: `Generated names such as \`Office 365 Outlook ContosoHR-1a2b3\` say nothing of what the reference is for. Whoever binds connections on an import sees only them.

Rename it; \`<Area> – <Connector> – <Type>\` is a common scheme.`,
    bad: [
      `
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_sharedteams_1a2b3"><connectionreferencedisplayname>⟦Microsoft Teams ContosoHR-1a2b3⟧</connectionreferencedisplayname></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_sharedteams_1a2b3"><connectionreferencedisplayname>HR – Teams – Service</connectionreferencedisplayname></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    for (const declared of snapshot.solutionOf(file)?.declarations ?? []) {
      const { displayName } = declared.declaration;
      if (declared.at.file !== file || displayName === undefined) continue;
      const suffix = /_([0-9a-f]{4,6})$/i.exec(declared.logicalName)?.[1];
      const isDesigners = suffix !== undefined && displayName.toLowerCase().endsWith(`-${suffix.toLowerCase()}`);
      const isAgents = displayName === declared.logicalName;
      if (!isDesigners && !isAgents) continue;
      yield {
        place: displayNamePlace(declared),
        message: l10n.t(
          "'{0}' is a generated name and does not say what the reference is for. Rename it.",
          displayName,
        ),
        fixes: () => renameFixes(l10n, snapshot, declared),
      };
    }
  },
};
