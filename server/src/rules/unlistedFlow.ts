import { foldGuid } from '../model/names';
import type { Rule } from './rule';

export const unlistedFlow: Rule = {
  id: 'unlisted-flow',
  severity: 'warning',
  kinds: ['flow', 'solution'],
  docs: {
    summary: "A flow's file and its solution's root components don't agree.",
    details: `\`Solution.xml\` lists every flow as a root component of type 29. A file that it does not list is not packed, and a listed flow without a file makes packing fail. Files that were copied or deleted by hand leave such a state.

List the flow, or remove its file; or the other way round.`,
    bad: [
      `
//- /Workflows/Notify-3F2A9C41-0000-4000-8000-000000000000.json
⟦{⟧ "properties": { "connectionReferences": {}, "definition": {} } }
//- /Other/Customizations.xml
<ImportExportXml />
//- /Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName><RootComponents>
  <RootComponent type="29" id="{⟦77aa9c41-0000-4000-8000-000000000000⟧}" behavior="0" />
</RootComponents></SolutionManifest></ImportExportXml>
`,
    ],
    good: [
      `
//- /Workflows/Notify-3F2A9C41-0000-4000-8000-000000000000.json
{ "properties": { "connectionReferences": {}, "definition": {} } }
//- /Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName><RootComponents>
  <RootComponent type="29" id="{3f2a9c41-0000-4000-8000-000000000000}" behavior="0" />
</RootComponents></SolutionManifest></ImportExportXml>
`,
    ],
  },

  *check({ file, facts, snapshot, l10n }) {
    const solution = snapshot.solutionOf(file);
    // Not every packer lists flows; where none is listed, it says nothing that one of them isn't.
    if (!solution?.isManifestRead || solution.listedFlows.size === 0) return;
    if (facts.kind === 'flow') {
      const flow = snapshot.flowAt(file);
      if (flow?.guid === undefined || solution.listedFlows.has(flow.guid) || facts.problems.length > 0) return;
      yield {
        place: { path: [], onBracket: true },
        message: l10n.t(
          "{0} does not list the flow '{1}' ({2}) as a root component, so it is not packed. List it in Solution.xml, or remove the file.",
          solution.name,
          flow.name,
          flow.guid,
        ),
      };
    }
    if (facts.kind !== 'solution' || file !== solution.file) return;
    for (const { guid, path } of facts.listedFlows) {
      if (solution.workflowGuids.has(foldGuid(guid))) continue;
      yield {
        place: { path: [...path, '@id'], part: guid.replace(/[{}]/g, '') },
        message: l10n.t(
          '{0} lists the flow {1}, but has no file for it, so packing fails. Add the file, or remove the root component.',
          solution.name,
          foldGuid(guid),
        ),
      };
    }
  },
};
