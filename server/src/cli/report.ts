/** What the commands share that print one report of the workspace: the graph, the matrix, the needs, the order. */
import type { FileSystem } from '../host/fileSystem';
import type { FileId } from '../model/place';
import type { Snapshot } from '../project/snapshot';
import { openPaths } from './check';
import { escapeForTerminal } from './jsonReport';
import { nearest } from './nearest';

/** What every report is made from. */
export interface ReportInput {
  readonly paths: readonly FileId[];
  readonly disk: FileSystem;
  readonly today: string;
}

export interface Report {
  /** Undefined when there is nothing to show. */
  readonly text?: string;
  readonly failures: readonly string[];
}

interface Opened extends Pick<ReturnType<typeof openPaths>, 'workspace' | 'root'> {
  readonly snapshot: Snapshot;
}

type Answer = { readonly text: string } | { readonly wrong: string };

export function makeReport({ paths, disk, today }: ReportInput, make: (opened: Opened) => Answer): Report {
  const { workspace, existing, root, failures } = openPaths(paths, disk, today);
  if (existing.length === 0) return { failures };
  const answer = make({ workspace, root, snapshot: workspace.snapshot });
  return 'wrong' in answer ? { failures: [...failures, answer.wrong] } : { text: answer.text, failures };
}

export function unknownSolution({ solutions }: Snapshot, typed: string): string {
  const names = solutions.map(({ name }) => name);
  return `There is no solution '${typed}' here. ${adviseName('--solution', typed, names)}`;
}

/** What to type instead, for a name that is none of those known. */
export function adviseName(option: string, typed: string, names: readonly string[]): string {
  if (names.length === 0) return 'There are none at all.';
  const meant = nearest(typed, names);
  return meant === undefined ? `There are: ${names.join(', ')}.` : `Type '${option} ${meant}'.`;
}

/** Its shape is public: `version` changes when something in it changes its meaning. */
export function asJson(data: object): string {
  return `${escapeForTerminal(JSON.stringify({ version: 1, ...data }, undefined, 2))}\n`;
}
