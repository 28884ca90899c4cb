/** What is said of the nodes of the graph in words. */
import type { L10n } from '../base/l10n';
import type { GraphProblem } from './graphModel';

/** `1 error, 2 warnings`; undefined when there is no problem. */
export function problemWords(l10n: L10n, problems: readonly GraphProblem[]): string | undefined {
  const words = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const n = problems.filter((problem) => problem.severity === severity).length;
    return n === 0 ? [] : [countSeverity(l10n, n, severity)];
  });
  return words.length === 0 ? undefined : words.join(', ');
}

function countSeverity(l10n: L10n, n: number, severity: GraphProblem['severity']): string {
  switch (severity) {
    case 'error':
      return n === 1 ? l10n.t('1 error') : l10n.t('{0} errors', n);
    case 'warning':
      return n === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', n);
    case 'info':
      return n === 1 ? l10n.t('1 info') : l10n.t('{0} infos', n);
  }
}
