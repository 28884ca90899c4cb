/** Words and layout of the cards of connectors, connections, child flows, environments and variables. */
import type { Location } from 'vscode-languageserver/node';
import type { L10n } from '../base/l10n';
import { counted } from '../features/counted';
import { nameFiles } from '../features/fileNames';
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
import { hardBreak, isSaid, type Markup } from './markup';

/** @param locate finds what a link of the card opens. */
export function renderThing(card: ThingCard, markup: Markup, l10n: L10n, locate: (at: FilePlace) => Location): string {
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
    const kind = customIn.length > 0 ? l10n.t('custom connector') : l10n.t('connector');
    const facts = [
      code(connector.name),
      connector.tier,
      takesServicePrincipals ? l10n.t('service principals can connect') : undefined,
      ...links(customIn),
    ];
    const uses = [
      references > 0 ? counted(l10n, references, 'connectionReference') : undefined,
      directFlows > 0
        ? directFlows === 1
          ? l10n.t('1 flow that uses a connection directly')
          : l10n.t('{0} flows that use a connection directly', directFlows)
        : undefined,
    ].filter(isSaid);
    const inWorkspace = l10n.t(
      'In this workspace: {0}',
      uses.length === 0 ? l10n.t('no connection reference') : uses.join(', '),
    );
    return `${bold(connector.title)} · ${kind}${hardBreak}${facts.filter(isSaid).join(' · ')}\n\n${inWorkspace}`;
  }

  function renderConnection({ id, connectors, bound }: ConnectionCard): string {
    const rows = [...new Set(bound.map(({ environment }) => environment))].map((environment) => {
      const references = bound.filter((one) => one.environment === environment);
      return [text(environment), references.map(({ title, at }) => link(title, locate(at))).join(', ')];
    });
    const facts = connectors.map(titleOf);
    const heading = [`${bold(id)} · ${l10n.t('connection')}`, ...(facts.length > 0 ? [facts.join(', ')] : [])].join(
      hardBreak,
    );
    return `${heading}\n\n${table([l10n.t('Environment'), l10n.t('Bound to it')], rows)}`;
  }

  function renderFlow({ name, solution, at, connections }: FlowCard): string {
    const facts = [
      solution === undefined ? undefined : text(solution),
      link(nameFiles([at.file])(at.file), locate(at)),
    ];
    const rows = connections.map(({ key, reference }) => [
      code(key),
      reference === undefined ? bold(l10n.t('used directly')) : text(reference),
    ]);
    return [
      `${bold(name)} · ${l10n.t('child flow')}${hardBreak}${facts.filter(isSaid).join(' · ')}`,
      rows.length === 0 ? l10n.t('Uses no connection') : table([l10n.t('Key'), l10n.t('Connection reference')], rows),
    ].join('\n\n');
  }

  function renderEnvironment({ name, files, solutions, states }: EnvironmentCard): string {
    const { bound, token, unbound, missing } = states;
    const numbers = [
      l10n.t('{0} bound', counted(l10n, bound, 'reference')),
      token > 0 ? l10n.t('{0} filled in by the pipeline', token) : undefined,
      unbound > 0 ? l10n.t('{0} not bound', unbound) : undefined,
      missing > 0 ? l10n.t('{0} not listed', missing) : undefined,
    ];
    const nameOf = nameFiles(files.map(({ file }) => file));
    const facts = [...solutions.map(text), ...files.map((at) => link(nameOf(at.file), locate(at)))];
    return `${bold(name)} · ${l10n.t('environment')}${hardBreak}${facts.join(' · ')}\n\n${numbers.filter(isSaid).join(' · ')}`;
  }

  function renderVariable({ schemaName, declaredIn, lacksValue, environments, flows }: VariableCard): string {
    const nameOf = nameFiles(environments.map(({ at }) => at.file));
    const rows = environments.map(({ environment, isListed, at }) => [
      text(environment),
      l10n.t('{0} in {1}', isListed ? l10n.t('listed') : bold(l10n.t('not listed')), link(nameOf(at.file), locate(at))),
    ]);
    const facts = [...links(declaredIn), lacksValue ? l10n.t('brings neither a value nor a default') : undefined];
    return [
      `${bold(schemaName)} · ${l10n.t('environment variable')}${hardBreak}${facts.filter(isSaid).join(' · ')}`,
      rows.length === 0 ? undefined : table([l10n.t('Environment'), l10n.t('Value')], rows),
      flows === 0 ? undefined : l10n.t('Used by {0}', counted(l10n, flows, 'flow')),
    ]
      .filter(isSaid)
      .join('\n\n');
  }

  function titleOf({ title, tier }: Connector): string {
    return tier ? `${text(title)} (${tier})` : text(title);
  }
}
