import { fold } from '../model/names';
import type { Rule } from './rule';

export const publisherPrefix: Rule = {
  id: 'publisher-prefix',
  severity: 'off',
  kinds: ['customizations'],
  docs: {
    summary: "A logical name does not begin with its solution's publisher prefix.",
    details: `The prefix tells whose component it is, and keeps names of different publishers apart. A reference with another one was made in another solution, or in the default one.

Make a reference in the solution, and let the flows use it.`,
    bad: [
      `
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="⟦new_teams⟧" />
</connectionreferences></ImportExportXml>
//- /Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName><Publisher><CustomizationPrefix>contoso</CustomizationPrefix></Publisher></SolutionManifest></ImportExportXml>
`,
    ],
    good: [
      `
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams" />
</connectionreferences></ImportExportXml>
//- /Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName><Publisher><CustomizationPrefix>contoso</CustomizationPrefix></Publisher></SolutionManifest></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const solution = snapshot.solutionOf(file);
    if (solution?.prefix === undefined) return;
    for (const { logicalName, at } of solution.declarations) {
      if (at.file !== file || fold(logicalName).startsWith(`${fold(solution.prefix)}_`)) continue;
      yield {
        place: at.place,
        message: l10n.t(
          "'{0}' does not begin with '{1}_', the prefix of {2}'s publisher, so it was made under another publisher.",
          logicalName,
          solution.prefix,
          solution.name,
        ),
      };
    }
  },
};
