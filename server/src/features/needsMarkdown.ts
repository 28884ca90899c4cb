/** What flows need, as Markdown for a ticket. */
import type { L10n } from '../base/l10n';
import { escapeMarkdown, markdownCode, markdownTable } from './markdownText';
import type { NeededConnection, Needs } from './needs';
import { bindingWords, connectorWords, neededByWords, unknownFlowWords } from './needsWords';

/** What the page is called, as text. */
export function needsTitle(l10n: L10n, { environment }: Needs, about: string): string {
  return titleOf(l10n, about, environment);
}

/** @param about the flow, the solution or the workspace, as text. */
export function renderNeedsMarkdown(l10n: L10n, needs: Needs, about: string): string {
  const { environment, connections, unknownFlows } = needs;
  const own = connections.filter(({ runsWith }) => runsWith === 'embedded');
  const brought = connections.filter(({ runsWith }) => runsWith === 'invoker');
  const title = titleOf(l10n, escapeMarkdown(about), environment && escapeMarkdown(environment));
  const parts = [
    `# ${title}`,
    own.length === 0
      ? l10n.t('Whoever turns it on needs no connection.')
      : own.length === 1
        ? l10n.t('Whoever turns it on must own, or be allowed to use, 1 connection:')
        : l10n.t('Whoever turns it on must own, or be allowed to use, {0} connections:', own.length),
    ...(own.length === 0 ? [] : [tableOf(l10n, own)]),
    ...(brought.length === 0
      ? []
      : [
          `## ${l10n.t('Connections of callers')}`,
          l10n.t('Whoever runs a flow runs these steps with a connection of their own:'),
          tableOf(l10n, brought),
        ]),
    ...(unknownFlows.length === 0
      ? []
      : [
          `## ${l10n.t('Not known')}`,
          unknownFlows.map((flow) => `- ${escapeMarkdown(unknownFlowWords(l10n, flow))}`).join('\n'),
        ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function titleOf(l10n: L10n, about: string, environment: string | undefined): string {
  return environment === undefined
    ? l10n.t('Connections for {0}', about)
    : l10n.t('Connections for {0} in {1}', about, environment);
}

function tableOf(l10n: L10n, connections: readonly NeededConnection[]): string {
  const hasBinding = connections.some(({ binding }) => binding !== undefined);
  const header = [
    l10n.t('Connector'),
    l10n.t('Connection reference'),
    ...(hasBinding ? [l10n.t('Connection')] : []),
    l10n.t('Used by'),
  ];
  const rows = connections.map(({ connector, reference, binding, neededBy }) => [
    renderConnector(l10n, connector),
    reference ? renderReference(reference) : '–',
    ...(hasBinding ? [renderBinding(l10n, binding)] : []),
    neededBy.map((flow) => escapeMarkdown(neededByWords(l10n, flow))).join('<br>'),
  ]);
  return markdownTable(header, rows);
}

function renderConnector(l10n: L10n, connector: NeededConnection['connector']): string {
  if (!connector) return connectorWords(l10n, connector);
  return connectorWords(l10n, { ...connector, title: escapeMarkdown(connector.title) });
}

function renderReference({ title, logicalName }: NonNullable<NeededConnection['reference']>): string {
  const name = markdownCode(logicalName);
  return title === logicalName ? name : `${escapeMarkdown(title)} ${name}`;
}

function renderBinding(l10n: L10n, binding: NeededConnection['binding']): string {
  if (!binding) return '';
  const words = bindingWords(l10n, binding);
  return [...binding.values.map(markdownCode), ...(words === undefined ? [] : [words])].join(' ');
}
