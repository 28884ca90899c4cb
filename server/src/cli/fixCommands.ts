/** Which command fixes what is found. */
import { isEqual } from '../base/equal';
import { hasCandidate } from '../project/fitting';
import { entryPath, type Snapshot } from '../project/snapshot';
import { canHaveNewReference } from '../rules/declarationFixes';
import type { Finding } from '../rules/rule';

/** The command that fixes a fixable finding; undefined where only the light bulb does. */
export function commandFor(snapshot: Snapshot, finding: Finding): string | undefined {
  return finding.rule.id === 'use-connection-references'
    ? commandForDirect(snapshot, finding)
    : commandsByRule.get(finding.rule.id);
}

/** Where no reference fits, a new one is only created for those who want it. */
function commandForDirect(snapshot: Snapshot, { file, place }: Finding): string | undefined {
  const flow = snapshot.flowAt(file);
  const entry = flow?.facts.entries.find(({ key }) => 'path' in place && isEqual(entryPath(key), place.path));
  if (!flow || !entry?.connector) return undefined;
  if (hasCandidate(snapshot, flow, entry.connector.name)) return 'connref convert';
  return canHaveNewReference(flow, entry) ? 'connref convert --create' : undefined;
}

const commandsByRule: ReadonlyMap<string, string> = new Map([
  ['half-converted-flow', 'connref convert'],
  ['settings-missing-reference', 'connref settings update'],
  ['settings-missing-variable', 'connref settings update'],
  ['settings-unknown-reference', 'connref settings update --remove-stale'],
  ['settings-unknown-variable', 'connref settings update --remove-stale'],
  ['unused-connection-reference', 'connref remove --unused'],
  ['unused-connection-key', 'connref remove --unused-keys'],
]);
