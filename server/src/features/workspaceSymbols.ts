/** Things of the whole workspace by name: what somebody who types a part of a name wants to jump to. */
import { english, type L10n } from '../base/l10n';
import { describeConnector } from '../model/connectors';
import { fold } from '../model/names';
import type { FileId, FilePlace } from '../model/place';
import type { Snapshot } from '../project/snapshot';

export interface WorkspaceSymbol {
  readonly kind: 'reference' | 'flow' | 'connector' | 'environment' | 'variable' | 'solution';
  readonly name: string;
  /** What tells it from others of its name. */
  readonly container?: string;
  readonly at: FilePlace;
}

/** More than a person looks through; editors ask again with every character. */
const mostSymbols = 1000;

/** Those that hold the characters of the query in this order, in any case; the best ones first. All for an empty query. */
export function workspaceSymbols(snapshot: Snapshot, query: string, l10n: L10n = english): readonly WorkspaceSymbol[] {
  const wanted = fold(query).replace(/\s+/g, '');
  return collect(l10n, snapshot)
    .flatMap((candidate) => choose(candidate, wanted))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostSymbols)
    .map(({ symbol }) => symbol);
}

/** A thing with all its names: editors show and match the one that the query fits. */
interface Candidate extends Omit<WorkspaceSymbol, 'name'> {
  readonly names: readonly [string, ...string[]];
}

function choose(
  { names, container, kind, at }: Candidate,
  wanted: string,
): { readonly symbol: WorkspaceSymbol; readonly rank: number }[] {
  const ranked = names.map((name) => ({ name, rank: rankOf(fold(name).replace(/\s+/g, ''), wanted) }));
  const best = ranked.reduce((one, other) => (other.rank < one.rank ? other : one));
  if (best.rank === noMatch) return [];
  const others = names.filter((name) => name !== best.name);
  const around = [...others, ...(container === undefined ? [] : [container])].join(' · ');
  const symbol = { kind, name: best.name, ...(around !== '' && { container: around }), at };
  return [{ symbol, rank: best.rank }];
}

const noMatch = 3;

function rankOf(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0;
  if (name.includes(wanted)) return 1;
  let at = 0;
  for (const character of wanted) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return noMatch;
  }
  return 2;
}

function collect(l10n: L10n, snapshot: Snapshot): readonly Candidate[] {
  return [
    ...references(l10n, snapshot),
    ...snapshot.flows.map(({ name, solution, file }): Candidate => ({
      kind: 'flow',
      names: [name],
      ...(solution && { container: solution.name }),
      at: wholeFile(file),
    })),
    ...connectors(snapshot),
    ...environments(l10n, snapshot),
    ...snapshot.solutions.flatMap(({ name, displayName = name, version, file, variables }): Candidate[] => [
      {
        kind: 'solution',
        names: displayName === name ? [name] : [displayName, name],
        ...(version !== undefined && { container: version }),
        at: wholeFile(file),
      },
      ...variables.map(({ schemaName, at }): Candidate => ({
        kind: 'variable',
        names: [schemaName],
        container: name,
        at,
      })),
    ]),
  ];
}

/** Each declaration; of a reference that nobody declares the first place that uses or binds it. */
function references(l10n: L10n, snapshot: Snapshot): Candidate[] {
  return [...snapshot.names].flatMap((name): Candidate[] => {
    const declared = snapshot.declarationsOf(name);
    if (declared.length > 0) {
      return declared.map(({ title, logicalName, solution, at }) => ({
        kind: 'reference',
        names: title === logicalName ? [logicalName] : [title, logicalName],
        container: solution.name,
        at,
      }));
    }
    const [use] = snapshot.usesOf(name);
    const [bound] = snapshot.bindingsOf(name);
    const logicalName = use?.by === 'flow' ? use.entry.logicalName : (use?.logicalName ?? bound?.binding.logicalName);
    const at = use?.at ?? (bound && { file: bound.settings.file, place: { path: bound.binding.logicalNamePath } });
    return at
      ? [{ kind: 'reference', names: [logicalName ?? name], container: l10n.t('declared nowhere here'), at }]
      : [];
  });
}

/** Custom connectors where they are; all others where a reference of theirs is declared, else where a flow names them. */
function connectors(snapshot: Snapshot): Candidate[] {
  const places = new Map<string, Candidate>();
  const add = (name: string, at: FilePlace): void => {
    const { title } = describeConnector(name);
    if (!places.has(fold(name))) {
      places.set(fold(name), { kind: 'connector', names: title === name ? [name] : [title, name], at });
    }
  };
  const custom = snapshot.solutions.flatMap((solution) =>
    solution.connectors.map(({ title, connector, at }): Candidate => ({
      kind: 'connector',
      names: title === connector.name ? [title] : [title, connector.name],
      container: solution.name,
      at,
    })),
  );
  for (const { declarations } of snapshot.solutions) {
    for (const { declaration, connector, at } of declarations) {
      if (connector === undefined || declaration.isCustomConnector || !declaration.connectorIdPath) continue;
      add(connector, { file: at.file, place: { path: declaration.connectorIdPath } });
    }
  }
  for (const { file, facts } of snapshot.flows) {
    for (const { connector } of facts.entries) {
      if (connector) add(connector.name, { file, place: { path: connector.path } });
    }
  }
  return [...custom, ...places.values()];
}

function environments(l10n: L10n, snapshot: Snapshot): Candidate[] {
  return snapshot.settings.map(({ environment, solutions, file }) => ({
    kind: 'environment',
    names: [environment],
    container: [l10n.t('settings'), ...solutions.map(({ name }) => name)].join(' · '),
    at: wholeFile(file),
  }));
}

function wholeFile(file: FileId): FilePlace {
  return { file, place: { span: { start: 0, end: 0 } } };
}
