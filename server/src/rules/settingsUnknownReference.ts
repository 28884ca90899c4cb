import { fold } from '../model/names';
import { unknownBindings } from '../project/settingsGaps';
import type { DeclaredReference, SettingsFile } from '../project/snapshot';
import { removeSettingsEntries, renameSettingsEntry } from '../refactor/settingsEntries';
import { findNearName } from './nearName';
import type { Fix, Rule } from './rule';
import { enumerate } from './words';

export const settingsUnknownReference: Rule = {
  id: 'settings-unknown-reference',
  severity: 'warning',
  kinds: ['settings'],
  docs: {
    summary: 'A deployment settings file names a connection reference that none of its solutions knows.',
    details: `No solution of the file declares, uses or depends on the logical name: it was renamed or deleted, or is mistyped, and the connection that was meant for it goes nowhere.

Remove the entry, or correct its name.`,
    bad: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [ { "LogicalName": "⟦contoso_planner⟧", "ConnectionId": "0fae" } ] }
//- /Other/Customizations.xml
<ImportExportXml />
`,
    ],
    good: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [ { "LogicalName": "base_teams", "ConnectionId": "0fae" } ] }
//- /Other/Customizations.xml
<ImportExportXml />
//- /Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName><MissingDependencies><MissingDependency>
  <Required type="connectionreference" solution="ContosoBase (1.0)" id.connectionreferencelogicalname="base_teams" />
</MissingDependency></MissingDependencies></SolutionManifest></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot }) {
    const settings = snapshot.settingsAt(file);
    if (!settings) return;
    const owners = enumerate(settings.solutions.map(({ name }) => name));
    for (const { logicalName, logicalNamePath, connectorId } of unknownBindings(snapshot, settings)) {
      const owner = snapshot.declarationsOf(logicalName)[0];
      const near = owner
        ? undefined
        : findNearName(snapshot, logicalName, connectorId?.slice(connectorId.lastIndexOf('/') + 1));
      const advice = owner
        ? `It belongs to ${owner.solution.name}: remove the entry here.`
        : near
          ? `Did you mean '${near.logicalName}'?`
          : 'Remove the entry or correct its name.';
      const other = owner ?? near;
      yield {
        place: { path: logicalNamePath },
        message: `No solution of this file (${owners}) declares, uses or depends on the connection reference '${logicalName}'. ${advice}`,
        ...(other && { related: [{ at: other.at, message: `'${other.logicalName}' is declared here` }] }),
        fixes: () => listFixes(settings, logicalName, near),
      };
    }
  },
};

function listFixes(
  { file, facts, solutions }: SettingsFile,
  logicalName: string,
  near: DeclaredReference | undefined,
): Fix[] {
  // Renaming must not give a second entry of one name, nor the name of a solution that the file is not for.
  const isNamed = facts.bindings.some((binding) => near && fold(binding.logicalName) === fold(near.logicalName));
  const meant = near && !isNamed && solutions.includes(near.solution) ? near : undefined;
  const remove: Fix = {
    title: 'Remove the entry',
    group: 'update-settings',
    ...(!meant && { preferred: true }),
    apply: (draft) => removeSettingsEntries(draft, file, [logicalName]),
  };
  if (!meant) return [remove];
  const rename: Fix = {
    title: `Rename it to '${meant.logicalName}'`,
    group: 'correct-name',
    preferred: true,
    apply: (draft) => renameSettingsEntry(draft, file, logicalName, meant.logicalName),
  };
  return [rename, remove];
}
