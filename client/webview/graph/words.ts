/** What things of the graph are called, in the language of VS Code. */
import type { GraphNode, GraphProblem } from '../../../server/src/features/graphModel';
import * as words from '../../../server/src/features/graphNodeWords';
import { l10n } from '../shared/l10n';

export const kindNames = words.kindNames(l10n);
export const columnNames = words.columnNames(l10n);

export const severityNames: Readonly<Record<GraphProblem['severity'], string>> = {
  error: l10n.t('Error'),
  warning: l10n.t('Warning'),
  info: l10n.t('Info'),
};

export function describeNode(node: GraphNode, sources: number, targets: number): string[] {
  return words.describeNode(l10n, node, sources, targets);
}

export function countProblems(problems: readonly GraphProblem[]): string {
  return words.countProblems(l10n, problems);
}
