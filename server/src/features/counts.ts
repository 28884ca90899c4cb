/** How much there is in a workspace, as reports and the side bar tell it. */
import type { Snapshot } from '../project/snapshot';
import type { Severity } from '../rules/rule';

export interface WorkspaceCounts {
  readonly solutions: number;
  readonly flows: number;
  /** Declarations, so that one that two solutions declare counts twice. */
  readonly connectionReferences: number;
  readonly settingsFiles: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

/** @param severities of all findings that are told. */
export function countWorkspace(snapshot: Snapshot, severities: Iterable<Severity>): WorkspaceCounts {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const severity of severities) counts[severity]++;
  return {
    solutions: snapshot.solutions.length,
    flows: snapshot.flows.length,
    connectionReferences: snapshot.solutions.reduce((sum, { declarations }) => sum + declarations.length, 0),
    settingsFiles: snapshot.settings.length,
    errors: counts.error,
    warnings: counts.warning,
    infos: counts.info,
    hints: counts.hint,
  };
}
