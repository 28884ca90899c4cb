import { fold } from '../model/names';
import { knownNames } from '../project/settings';
import type { SettingsFile, Snapshot, Solution } from '../project/snapshot';
import { findNearName } from './nearName';
import type { Rule } from './rule';
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

  *check({ file, facts, snapshot }) {
    const settings = snapshot.settingsAt(file);
    if (!settings || facts.kind !== 'settings' || settings.solutions.length === 0) return;
    if (!settings.solutions.every(isReadInFull)) return;
    const known = new Set(settings.solutions.flatMap((solution) => [...knownNames(solution)]));
    const owners = enumerate(settings.solutions.map(({ name }) => name));
    for (const { logicalName, logicalNamePath, connectorId } of facts.bindings) {
      if (known.has(fold(logicalName)) || isUsedByAppOrAgent(snapshot, settings, logicalName)) continue;
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
      };
    }
  },
};

function isReadInFull({ customizations, isManifestRead, hasUnreadUses }: Solution): boolean {
  return customizations === 'read' && isManifestRead && !hasUnreadUses;
}

function isUsedByAppOrAgent(snapshot: Snapshot, { solutions }: SettingsFile, logicalName: string): boolean {
  return snapshot
    .usesOf(logicalName)
    .some((use) => use.by !== 'flow' && use.solution !== undefined && solutions.includes(use.solution));
}
