/** What things of the graph are called. */
import type { GraphNode, GraphNodeKind, GraphProblem } from '../../../server/src/features/graphModel';
import { l10n } from '../shared/l10n';

export const kindNames: Readonly<Record<GraphNodeKind, string>> = {
  connector: l10n.t('Connector'),
  connection: l10n.t('Connection'),
  reference: l10n.t('Connection reference'),
  solution: l10n.t('Solution'),
  flow: l10n.t('Flow'),
  app: l10n.t('App'),
  agent: l10n.t('Agent'),
  variable: l10n.t('Environment variable'),
};

export const severityNames: Readonly<Record<GraphProblem['severity'], string>> = {
  error: l10n.t('Error'),
  warning: l10n.t('Warning'),
  info: l10n.t('Info'),
};

/** Headings of the columns, from left to right. */
export const columnNames: readonly string[] = [
  l10n.t('Connectors'),
  l10n.t('Connections'),
  l10n.t('Connection references'),
  l10n.t('Used by'),
];

/** What a screen reader says of a node, and its tooltip: first what is written on it, in the same order. */
export function describeNode(node: GraphNode, sources: number, targets: number): string[] {
  const { kind, label, fullName, detail, problems, group } = node;
  const parts = [
    label,
    detail,
    problems.length === 0 ? undefined : countProblems(problems),
    group ? l10n.t('Group of {0}', group.members.length) : kindNames[kind],
    fullName === detail ? undefined : fullName,
    sources > 0 ? l10n.t('{0} to the left', sources) : undefined,
    targets > 0 ? l10n.t('{0} to the right', targets) : undefined,
  ];
  return parts.filter((part) => part !== undefined);
}

export function countProblems(problems: readonly GraphProblem[]): string {
  return problems.length === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', problems.length);
}
