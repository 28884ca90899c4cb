/** What the parts of a drawn graph are called. */
import type { L10n } from '../base/l10n';
import type { GraphNode, GraphNodeKind, GraphProblem } from './graphModel';

export function kindNames(l10n: L10n): Readonly<Record<GraphNodeKind, string>> {
  return {
    connector: l10n.t('Connector'),
    connection: l10n.t('Connection'),
    reference: l10n.t('Connection reference'),
    solution: l10n.t('Solution'),
    flow: l10n.t('Flow'),
    app: l10n.t('App'),
    agent: l10n.t('Agent'),
    variable: l10n.t('Environment variable'),
  };
}

/** Headings of the columns, from left to right. */
export function columnNames(l10n: L10n): readonly string[] {
  return [l10n.t('Connectors'), l10n.t('Connections'), l10n.t('Connection references'), l10n.t('Used by')];
}

/** What a screen reader says of a node, and its tooltip: first what is written on it, in the same order. */
export function describeNode(l10n: L10n, node: GraphNode, sources: number, targets: number): string[] {
  const { kind, label, fullName, detail, problems, group } = node;
  const parts = [
    label,
    detail,
    problems.length === 0 ? undefined : countProblems(l10n, problems),
    group ? l10n.t('Group of {0}', group.members.length) : kindNames(l10n)[kind],
    fullName === detail ? undefined : fullName,
    sources > 0 ? l10n.t('{0} to the left', sources) : undefined,
    targets > 0 ? l10n.t('{0} to the right', targets) : undefined,
  ];
  return parts.filter((part) => part !== undefined);
}

export function countProblems(l10n: L10n, problems: readonly GraphProblem[]): string {
  return problems.length === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', problems.length);
}
