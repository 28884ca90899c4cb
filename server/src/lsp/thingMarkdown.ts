/** Words and layout of the cards of connectors, connections, child flows, environments and variables. */
import type { Location } from 'vscode-languageserver/node';
import type {
  ConnectionCard,
  ConnectorCard,
  EnvironmentCard,
  FlowCard,
  ThingCard,
  VariableCard,
} from '../features/thingCard';
import type { Connector } from '../model/connectors';
import type { FilePlace } from '../model/place';
import { count } from '../rules/words';
import { hardBreak, isSaid, shortName, type Markup } from './markup';

/** @param locate finds what a link of the card opens. */
export function renderThing(card: ThingCard, markup: Markup, locate: (at: FilePlace) => Location): string {
  const { bold, code, link, table, text } = markup;
  const links = (
    items: readonly { readonly solution: string; readonly version?: string; readonly at: FilePlace }[],
  ): string[] =>
    items.map(({ solution, version, at }) =>
      link(version === undefined ? solution : `${solution} ${version}`, locate(at)),
    );
  switch (card.kind) {
    case 'connector':
      return renderConnector(card);
    case 'connection':
      return renderConnection(card);
    case 'flow':
      return renderFlow(card);
    case 'environment':
      return renderEnvironment(card);
    case 'variable':
      return renderVariable(card);
  }

  function renderConnector({
    connector,
    customIn,
    takesServicePrincipals,
    references,
    directFlows,
  }: ConnectorCard): string {
    const kind = customIn.length > 0 ? 'custom connector' : 'connector';
    const facts = [
      code(connector.name),
      connector.tier,
      takesServicePrincipals ? 'service principals can connect' : undefined,
      ...links(customIn),
    ];
    const uses = [
      references > 0 ? count(references, 'connection reference') : undefined,
      directFlows > 0
        ? `${count(directFlows, 'flow')} that ${directFlows === 1 ? 'uses' : 'use'} a connection directly`
        : undefined,
    ].filter(isSaid);
    const inWorkspace = `In this workspace: ${uses.length === 0 ? 'no connection reference' : uses.join(', ')}`;
    return `${bold(connector.title)} · ${kind}${hardBreak}${facts.filter(isSaid).join(' · ')}\n\n${inWorkspace}`;
  }

  function renderConnection({ id, connectors, bound }: ConnectionCard): string {
    const rows = [...new Set(bound.map(({ environment }) => environment))].map((environment) => {
      const references = bound.filter((one) => one.environment === environment);
      return [text(environment), references.map(({ title, at }) => link(title, locate(at))).join(', ')];
    });
    const facts = connectors.map(titleOf);
    const heading = [`${bold(id)} · connection`, ...(facts.length > 0 ? [facts.join(', ')] : [])].join(hardBreak);
    return `${heading}\n\n${table(['Environment', 'Bound to it'], rows)}`;
  }

  function renderFlow({ name, solution, at, connections }: FlowCard): string {
    const facts = [solution === undefined ? undefined : text(solution), link(shortName(at.file), locate(at))];
    const rows = connections.map(({ key, reference }) => [
      code(key),
      reference === undefined ? bold('used directly') : text(reference),
    ]);
    return [
      `${bold(name)} · child flow${hardBreak}${facts.filter(isSaid).join(' · ')}`,
      rows.length === 0 ? 'Uses no connection' : table(['Key', 'Connection reference'], rows),
    ].join('\n\n');
  }

  function renderEnvironment({ name, files, solutions, states }: EnvironmentCard): string {
    const { bound, token, unbound, missing } = states;
    const numbers = [
      `${count(bound, 'reference')} bound`,
      token > 0 ? `${token} filled in by the pipeline` : undefined,
      unbound > 0 ? `${unbound} not bound` : undefined,
      missing > 0 ? `${missing} not listed` : undefined,
    ];
    const facts = [...solutions.map(text), ...files.map((at) => link(shortName(at.file), locate(at)))];
    return `${bold(name)} · environment${hardBreak}${facts.join(' · ')}\n\n${numbers.filter(isSaid).join(' · ')}`;
  }

  function renderVariable({ schemaName, declaredIn, lacksValue, environments, flows }: VariableCard): string {
    const rows = environments.map(({ environment, isListed, at }) => [
      text(environment),
      `${isListed ? 'listed' : bold('not listed')} in ${link(shortName(at.file), locate(at))}`,
    ]);
    const facts = [...links(declaredIn), lacksValue ? 'brings neither a value nor a default' : undefined];
    return [
      `${bold(schemaName)} · environment variable${hardBreak}${facts.filter(isSaid).join(' · ')}`,
      rows.length === 0 ? undefined : table(['Environment', 'Value'], rows),
      flows === 0 ? undefined : `Used by ${count(flows, 'flow')}`,
    ]
      .filter(isSaid)
      .join('\n\n');
  }

  function titleOf({ title, tier }: Connector): string {
    return tier ? `${text(title)} (${tier})` : text(title);
  }
}
