/** Sizes and durations for who reports an issue. No name, path or content of anything in the workspace is among them. */
import { statisticsMethod, type Statistics } from './protocol';
import type { Session } from './session';

export function registerStatistics(session: Session): void {
  // At once, also while the workspace is being read: what takes too long may be what the report is about.
  session.connection.onRequest(statisticsMethod, () => statisticsOf(session));
}

function statisticsOf({ workspace, timings, log }: Session): Statistics {
  const { snapshot } = workspace;
  const files: Record<string, number> = {};
  for (const { kind } of snapshot.allFiles.values()) files[kind] = (files[kind] ?? 0) + 1;
  return {
    folders: workspace.folders.length,
    files,
    unreadable: workspace.unreadable.length,
    solutions: snapshot.solutions.length,
    flows: snapshot.flows.length,
    ...(timings.read && { read: timings.read }),
    ...(timings.check && { check: timings.check }),
    crashes: log.crashes,
    memoryMegabytes: Math.round(process.memoryUsage().rss / 1_000_000),
    node: process.version,
  };
}
