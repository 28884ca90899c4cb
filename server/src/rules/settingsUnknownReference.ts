import type { L10n } from '../base/l10n';
import { fold } from '../model/names';
import { unknownBindings } from '../project/settingsGaps';
import type { DeclaredReference, SettingsFile } from '../project/snapshot';
import { removeSettingsEntries, renameSettingsEntry } from '../refactor/settingsEntries';
import { findNearName } from '../project/nearName';
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

  *check({ file, snapshot, l10n }) {
    const settings = snapshot.settingsAt(file);
    if (!settings) return;
    const owners = enumerate(
      l10n,
      settings.solutions.map(({ name }) => name),
    );
    for (const { logicalName, logicalNamePath, connectorId } of unknownBindings(snapshot, settings)) {
      const owner = snapshot.declarationsOf(logicalName)[0];
      const near = owner
        ? undefined
        : findNearName(snapshot, logicalName, connectorId?.slice(connectorId.lastIndexOf('/') + 1));
      const advice = owner
        ? l10n.t('It belongs to {0}: remove the entry here.', owner.solution.name)
        : near
          ? l10n.t("Did you mean '{0}'?", near.logicalName)
          : l10n.t('Remove the entry or correct its name.');
      const other = owner ?? near;
      yield {
        place: { path: logicalNamePath },
        message: l10n.t(
          "'{0}' is not known in {1}. No solution of this file declares, uses or depends on this connection reference, so its connection goes nowhere. {2}",
          logicalName,
          owners,
          advice,
        ),
        ...(other && { related: [{ at: other.at, message: l10n.t("'{0}' is declared here", other.logicalName) }] }),
        fixes: () => listFixes(l10n, settings, logicalName, near),
      };
    }
  },
};

function listFixes(
  l10n: L10n,
  { file, facts, solutions }: SettingsFile,
  logicalName: string,
  near: DeclaredReference | undefined,
): Fix[] {
  // Renaming must not give a second entry of one name, nor the name of a solution that the file is not for.
  const isNamed = facts.bindings.some((binding) => near && fold(binding.logicalName) === fold(near.logicalName));
  const meant = near && !isNamed && solutions.includes(near.solution) ? near : undefined;
  const remove: Fix = {
    title: l10n.t('Remove the entry'),
    group: 'update-settings',
    ...(!meant && { preferred: true }),
    apply: (draft) => removeSettingsEntries(draft, file, [logicalName]),
  };
  if (!meant) return [remove];
  const rename: Fix = {
    title: l10n.t("Rename it to '{0}'", meant.logicalName),
    group: 'correct-name',
    preferred: true,
    apply: (draft) => renameSettingsEntry(draft, file, logicalName, meant.logicalName),
  };
  return [rename, remove];
}
