/** The findings that a node of the graph is marked with. Hints are left out: they would mark half of the graph. */
import type { FileId, FilePlace } from '../model/place';
import type { Finding } from '../rules/rule';
import { findingsAt, type FindingsOf } from './findingsAt';
import type { GraphProblem } from './graphModel';

/** All that is told of a file. */
export function problemsIn(findingsOf: FindingsOf, file: FileId): GraphProblem[] {
  return toProblems(findingsOf(file));
}

/** What stands at one of the places, or below it. */
export function problemsAt(findingsOf: FindingsOf, places: readonly FilePlace[]): GraphProblem[] {
  return toProblems(places.flatMap((place) => findingsAt(findingsOf, place)));
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
