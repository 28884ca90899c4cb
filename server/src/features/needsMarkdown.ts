/** What flows need, as Markdown for a ticket. */
import { count } from '../rules/words';
import { escapeMarkdown, markdownCode, markdownTable } from './markdownText';
import type { NeededConnection, Needs } from './needs';
import { bindingWords, connectorWords, neededByWords, unknownFlowWords } from './needsWords';

/** @param about the flow, the solution or the workspace, as text. */
export function renderNeedsMarkdown(needs: Needs, about: string): string {
  const { environment, connections, unknownFlows } = needs;
  const own = connections.filter(({ runsWith }) => runsWith === 'embedded');
  const brought = connections.filter(({ runsWith }) => runsWith === 'invoker');
  const place = environment === undefined ? '' : ` in ${escapeMarkdown(environment)}`;
  const parts = [
    `# Connections for ${escapeMarkdown(about)}${place}`,
    own.length === 0
      ? 'Whoever turns it on needs no connection.'
      : `Whoever turns it on must own, or be allowed to use, ${count(own.length, 'connection')}:`,
    ...(own.length === 0 ? [] : [tableOf(own)]),
    ...(brought.length === 0
      ? []
      : [
          '## Connections of callers',
          'Whoever runs a flow runs these steps with a connection of their own:',
          tableOf(brought),
        ]),
    ...(unknownFlows.length === 0
      ? []
      : ['## Not known', unknownFlows.map((flow) => `- ${escapeMarkdown(unknownFlowWords(flow))}`).join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function tableOf(connections: readonly NeededConnection[]): string {
  const hasBinding = connections.some(({ binding }) => binding !== undefined);
  const header = ['Connector', 'Connection reference', ...(hasBinding ? ['Connection'] : []), 'Used by'];
  const rows = connections.map(({ connector, reference, binding, neededBy }) => [
    renderConnector(connector),
    reference ? renderReference(reference) : '–',
    ...(hasBinding ? [renderBinding(binding)] : []),
    neededBy.map((flow) => escapeMarkdown(neededByWords(flow))).join('<br>'),
  ]);
  return markdownTable(header, rows);
}

function renderConnector(connector: NeededConnection['connector']): string {
  if (!connector) return connectorWords(connector);
  return connectorWords({ ...connector, title: escapeMarkdown(connector.title) });
}

function renderReference({ title, logicalName }: NonNullable<NeededConnection['reference']>): string {
  const name = markdownCode(logicalName);
  return title === logicalName ? name : `${escapeMarkdown(title)} ${name}`;
}

function renderBinding(binding: NeededConnection['binding']): string {
  if (!binding) return '';
  const words = bindingWords(binding);
  return [...binding.values.map(markdownCode), ...(words === undefined ? [] : [words])].join(' ');
}
