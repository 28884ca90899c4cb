/** What is said of the nodes of the graph in words. */
import { count } from '../rules/words';
import type { GraphProblem } from './graphModel';

/** `1 error, 2 warnings`; undefined when there is no problem. */
export function problemWords(problems: readonly GraphProblem[]): string | undefined {
  const words = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const n = problems.filter((problem) => problem.severity === severity).length;
    return n === 0 ? [] : [count(n, severity, severity === 'info' ? 'infos' : undefined)];
  });
  return words.length === 0 ? undefined : words.join(', ');
}
