import { fold } from '../model/names';
import type { DeclaredReference } from '../project/snapshot';
import { displayNamePlace } from '../project/declarationPlaces';
import { renameFixes } from './declarationFixes';
import type { Rule } from './rule';

export const displayNameNotUnique: Rule = {
  id: 'display-name-not-unique',
  severity: 'warning',
  kinds: ['customizations'],
  docs: {
    summary: 'Two connection references of one solution have the same display name.',
    details: `Whoever binds connections on an import, and whoever picks a reference in the designer, sees display names only, and can't tell the two apart.

Rename one; \`<Area> – <Connector> – <Type>\` is a common scheme.`,
    bad: [
      `
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams"><connectionreferencedisplayname>Teams</connectionreferencedisplayname></connectionreference>
  <connectionreference connectionreferencelogicalname="contoso_teams2"><connectionreferencedisplayname>⟦Teams⟧</connectionreferencedisplayname></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams"><connectionreferencedisplayname>HR – Teams – Service</connectionreferencedisplayname></connectionreference>
  <connectionreference connectionreferencelogicalname="contoso_teams2"><connectionreferencedisplayname>HR – Teams – Bot</connectionreferencedisplayname></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const first = new Map<string, DeclaredReference>();
    for (const declared of snapshot.solutionOf(file)?.declarations ?? []) {
      const { displayName } = declared.declaration;
      if (displayName === undefined) continue;
      const other = first.get(fold(displayName));
      first.set(fold(displayName), other ?? declared);
      // The other one may stand in another file: the YAML layout has one for each.
      if (declared.at.file !== file || !other || fold(other.logicalName) === fold(declared.logicalName)) continue;
      yield {
        place: displayNamePlace(declared),
        message: l10n.t(
          "'{0}' has the display name '{1}' too, so nobody can tell the two apart when connections are bound. Rename one.",
          other.logicalName,
          displayName,
        ),
        related: [{ at: { file: other.at.file, place: displayNamePlace(other) }, message: `'${other.logicalName}'` }],
        fixes: () => renameFixes(l10n, snapshot, declared),
      };
    }
  },
};
