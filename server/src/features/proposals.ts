/** What could be typed where a key, a logical name, a connector or a connection is expected, the best first. */
import { compare } from '../base/compare';
import type { L10n } from '../base/l10n';
import { Multimap } from '../base/multimap';
import { describeConnector, knownConnectors } from '../model/connectors';
import type { ConnectionEntry } from '../model/facts';
import { connectorName, fold, isToken } from '../model/names';
import { declarationFor } from '../project/declared';
import { findCandidates } from '../project/fitting';
import type { Snapshot, Solution } from '../project/snapshot';
import type { About } from './about';
import { environmentRows } from './card';

export interface Proposal {
  readonly kind: 'key' | 'reference' | 'connector' | 'connection' | 'variable' | 'name' | 'file' | 'entry';
  readonly label: string;
  /** What the file is to say; without it, the label. */
  readonly value?: string;
  /** What helps to choose, in a few words. */
  readonly detail?: string;
  /** Other words that people look for it by. */
  readonly words?: string;
  readonly about?: About;
}

/** @param connector of the step: its keys come first. */
export function keyProposals(
  l10n: L10n,
  snapshot: Snapshot,
  solution: Solution | undefined,
  entries: readonly ConnectionEntry[],
  connector: string | undefined,
): Proposal[] {
  const fits = (entry: ConnectionEntry): boolean =>
    connector !== undefined && entry.connector !== undefined && fold(entry.connector.name) === fold(connector);
  return [...entries.filter(fits), ...entries.filter((entry) => !fits(entry))].map(
    ({ key, logicalName, connector: own }) => {
      const title =
        logicalName === undefined
          ? l10n.t('uses a connection directly')
          : (declarationFor(snapshot, solution, logicalName)?.title ?? logicalName);
      const connectorTitle = own && describeConnector(own.name).title;
      return {
        kind: 'key',
        label: key,
        detail: [title, ...(connectorTitle === undefined ? [] : [connectorTitle])].join(' · '),
        words: title,
        about: { kind: 'key', key },
      };
    },
  );
}

/** References of a connector, or all where it is not known: of the own solution, of base solutions, then others. */
export function referenceProposals(
  l10n: L10n,
  snapshot: Snapshot,
  solution: Solution | undefined,
  connector: string | undefined,
): Proposal[] {
  const all = solution && connector !== undefined ? [] : declaredReferences(snapshot, solution, connector);
  const fitting = connector === undefined ? [] : findCandidates(snapshot, { ...(solution && { solution }) }, connector);
  return [...fitting, ...all].map(({ logicalName, title, solutionName }) =>
    referenceProposal(l10n, snapshot, logicalName, title, solutionName),
  );
}

/** @param from the solution that has it, where that need be said. */
export function referenceProposal(
  l10n: L10n,
  snapshot: Snapshot,
  logicalName: string,
  title: string,
  from?: string,
): Proposal {
  const rows = environmentRows(snapshot, logicalName).filter(({ state }) => state === 'bound' || state === 'token');
  const environments = [...new Set(rows.map(({ environment }) => environment))];
  const detail = [
    ...(title === logicalName ? [] : [title]),
    ...(from === undefined ? [] : [l10n.t('of {0}', from)]),
    ...(environments.length === 0 ? [] : [l10n.t('bound in {0}', environments.join(', '))]),
  ];
  return {
    kind: 'reference',
    label: logicalName,
    ...(detail.length > 0 && { detail: detail.join(' · ') }),
    words: title,
    about: { kind: 'reference', logicalName },
  };
}

interface Declared {
  readonly logicalName: string;
  readonly title: string;
  readonly solutionName?: string;
}

/** Each name once, those of the own solution first. */
function declaredReferences(
  snapshot: Snapshot,
  own: Solution | undefined,
  connector: string | undefined,
): readonly Declared[] {
  const declared =
    connector === undefined
      ? snapshot.solutions.flatMap(({ declarations }) => declarations)
      : snapshot.declarationsFor(connector);
  const sorted = [...declared].sort(
    (a, b) =>
      Number(b.solution === own) - Number(a.solution === own) ||
      compare(a.title, b.title) ||
      compare(a.logicalName, b.logicalName),
  );
  const seen = new Set<string>();
  return sorted.flatMap(({ logicalName, title, solution }) => {
    if (seen.has(fold(logicalName))) return [];
    seen.add(fold(logicalName));
    return [{ logicalName, title, ...(solution !== own && { solutionName: solution.name }) }];
  });
}

/**
 * All connectors, those in use first.
 * @param form what the file is to say: `shared_x`, or the whole id.
 * @param first a connector that is known to be right.
 */
export function connectorProposals(snapshot: Snapshot, form: 'name' | 'id', first?: string): Proposal[] {
  const inUse = connectorsInUse(snapshot);
  const names = new Map([...(first === undefined ? [] : [first]), ...inUse].map((name) => [fold(name), name]));
  const others = knownConnectors().filter((name) => !names.has(name));
  return [...names.values(), ...others].map((name) => {
    const { title, tier } = describeConnector(name);
    const value = form === 'name' ? name : `/providers/Microsoft.PowerApps/apis/${name}`;
    return {
      kind: 'connector',
      label: form === 'name' ? name : title,
      value,
      detail: [form === 'name' ? title : name, ...(tier ? [tier] : [])].join(' · '),
      words: form === 'name' ? title : `${value} ${title}`,
      about: { kind: 'connector', name },
    };
  });
}

/** What most flows and declarations name first. */
function connectorsInUse(snapshot: Snapshot): string[] {
  const uses = new Multimap<string, string>();
  const add = (name: string | undefined): void => {
    if (name !== undefined) uses.add(fold(name), name);
  };
  for (const { facts } of snapshot.flows) for (const { connector } of facts.entries) add(connector?.name);
  for (const { declarations } of snapshot.solutions) for (const { connector } of declarations) add(connector);
  for (const { facts } of snapshot.settings) {
    for (const { connectorId } of facts.bindings) add(connectorName(connectorId ?? ''));
  }
  return [...uses.entries()]
    .sort(([a, usesOfA], [b, usesOfB]) => usesOfB.length - usesOfA.length || compare(a, b))
    .map(([name, [written]]) => written ?? name);
}

/** Connections that settings files bind, of a connector where it is known; those of the environment first. */
export function connectionProposals(
  snapshot: Snapshot,
  environment: string | undefined,
  connector: string | undefined,
): Proposal[] {
  const found = new Map<string, { readonly environments: Set<string>; readonly titles: Set<string> }>();
  for (const settings of snapshot.settings) {
    for (const { connectionId = '', connectorId, logicalName } of settings.facts.bindings) {
      if (connectionId.trim() === '' || isToken(connectionId)) continue;
      const declared = declarationFor(snapshot, settings.solutions[0], logicalName);
      const own = connectorName(connectorId ?? '') ?? declared?.connector;
      if (connector !== undefined && (own === undefined || fold(own) !== fold(connector))) continue;
      const known = found.get(connectionId) ?? { environments: new Set(), titles: new Set() };
      known.environments.add(settings.environment);
      known.titles.add(declared?.title ?? logicalName);
      found.set(connectionId, known);
    }
  }
  const isOwn = (environments: ReadonlySet<string>): boolean =>
    environment !== undefined && environments.has(environment);
  return [...found]
    .sort(([a, inA], [b, inB]) => Number(isOwn(inB.environments)) - Number(isOwn(inA.environments)) || compare(a, b))
    .map(([id, { environments, titles }]) => ({
      kind: 'connection',
      label: id,
      detail: `${[...environments].join(', ')} · ${[...titles].join(', ')}`,
      words: [...titles].join(' '),
      about: { kind: 'connection', id },
    }));
}
