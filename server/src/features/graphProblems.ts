/** The findings that a node of the graph is marked with. Hints are left out: they would mark half of the graph. */
import { isWithin } from '../base/path';
import type { FileId, FilePlace } from '../model/place';
import type { Finding } from '../rules/rule';
import type { GraphProblem } from './graphModel';

export type FindingsOf = (file: FileId) => readonly Finding[];

/** All that is told of a file. */
export function problemsIn(findingsOf: FindingsOf, file: FileId): GraphProblem[] {
  return toProblems(findingsOf(file));
}

/** What stands at one of the places, or below it. */
export function problemsAt(findingsOf: FindingsOf, places: readonly FilePlace[]): GraphProblem[] {
  const findings = places.flatMap(({ file, place }) =>
    'path' in place
      ? findingsOf(file).filter((finding) => 'path' in finding.place && isWithin(finding.place.path, place.path))
      : [],
  );
  return toProblems(findings);
}

export function sortProblems(problems: readonly GraphProblem[]): GraphProblem[] {
  return [...problems].sort((a, b) => order[a.severity] - order[b.severity]);
}

const order: Readonly<Record<GraphProblem['severity'], number>> = { error: 0, warning: 1, info: 2 };

/** Each finding once, the worst first. */
export function toProblems(findings: readonly Finding[]): GraphProblem[] {
  return sortProblems(
    [...new Set(findings)].flatMap(({ severity, message }) => (severity === 'hint' ? [] : [{ severity, message }])),
  );
}
