/** The outline of a file: what somebody looks for in it, without the layers that the format puts around it. */
import { english, type L10n } from '../base/l10n';
import type { Span } from '../base/span';
import { describeConnector } from '../model/connectors';
import type { CustomizationsFacts, SettingsFacts, SolutionFacts } from '../model/facts';
import { connectorName } from '../model/names';
import type { FileId, Place } from '../model/place';
import { locateAround } from '../project/around';
import { declarationFor } from '../project/declared';
import type { Documents } from '../project/documents';
import { locate } from '../project/locate';
import type { Snapshot } from '../project/snapshot';
import { flowSymbols } from './flowSymbols';

export interface DocumentSymbol {
  readonly kind:
    'group' | 'reference' | 'trigger' | 'action' | 'scope' | 'flow' | 'connector' | 'variable' | 'solution';
  readonly name: string;
  readonly detail?: string;
  /** The whole of it. */
  readonly span: Span;
  /** The name in it. */
  readonly nameSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

/** In the order of the text. Empty for files that are small or lists of uses. */
export function documentSymbols(
  snapshot: Snapshot,
  documents: Documents,
  file: FileId,
  l10n: L10n = english,
): readonly DocumentSymbol[] {
  const facts = snapshot.files.get(file);
  const toSymbol = (item: Item): DocumentSymbol => {
    const { place, children = [], ...rest } = item;
    const at = { file, place };
    return {
      ...rest,
      span: locateAround(documents, at),
      nameSpan: locate(documents, at),
      children: children.map(toSymbol),
    };
  };
  switch (facts?.kind) {
    case 'flow': {
      const flow = snapshot.flowAt(file);
      return flow ? flowSymbols(snapshot, documents, flow, l10n) : [];
    }
    case 'customizations':
      return inOrder(itemsOfCustomizations(facts).map(toSymbol));
    case 'solution':
      return itemsOfSolution(l10n, snapshot, file, facts).map(toSymbol);
    case 'settings':
      return itemsOfSettings(l10n, snapshot, file, facts).map(toSymbol);
    default:
      return [];
  }
}

/** A symbol before its spans are looked up. */
interface Item extends Omit<DocumentSymbol, 'span' | 'nameSpan' | 'children'> {
  readonly place: Place;
  readonly children?: readonly Item[];
}

function itemsOfCustomizations({ declarations, flows, connectors }: CustomizationsFacts): Item[] {
  return [
    ...declarations.map(({ logicalName, logicalNamePath, displayName, connectorId }): Item => ({
      kind: 'reference',
      name: displayName ?? logicalName,
      ...details(displayName === undefined ? undefined : logicalName, connectorTitle(connectorId)),
      place: { path: logicalNamePath },
    })),
    ...flows.flatMap(({ name, isCloudFlow, path }): Item[] =>
      name !== undefined && isCloudFlow ? [{ kind: 'flow', name, place: { path: [...path, '@Name'] } }] : [],
    ),
    ...connectors.map(({ name, displayName, path }): Item => ({
      kind: 'connector',
      name: displayName ?? name,
      place: { path: [...path, 'name'] },
    })),
  ];
}

function itemsOfSolution(l10n: L10n, snapshot: Snapshot, file: FileId, facts: SolutionFacts): Item[] {
  const { uniqueName, uniqueNamePath, version, missingReferences, listedFlows } = facts;
  const missing = missingReferences.map(({ logicalName, logicalNamePath, displayName, baseSolution }): Item => ({
    kind: 'reference',
    name: displayName ?? logicalName,
    detail: baseSolution === undefined ? l10n.t('in no solution') : l10n.t('from {0}', baseSolution),
    place: { path: logicalNamePath },
  }));
  const flows = listedFlows.flatMap(({ guid, path }): Item[] => {
    const flow = snapshot.flowByGuid(guid, snapshot.solutionOf(file));
    return flow ? [{ kind: 'flow', name: flow.name, place: { path: [...path, '@id'] } }] : [];
  });
  if (uniqueName === undefined || !uniqueNamePath) return [...flows, ...missing];
  const solution: Item = {
    kind: 'solution',
    name: uniqueName,
    ...(version !== undefined && { detail: version }),
    place: { path: uniqueNamePath },
    children: [...flows, ...missing],
  };
  return [solution];
}

function itemsOfSettings(l10n: L10n, snapshot: Snapshot, file: FileId, { bindings, variables }: SettingsFacts): Item[] {
  const [solution] = snapshot.settingsAt(file)?.solutions ?? [];
  return [
    ...variables.map(({ schemaName, path }): Item => ({ kind: 'variable', name: schemaName, place: { path } })),
    ...bindings.map(({ logicalName, logicalNamePath, connectionId = '' }): Item => ({
      kind: 'reference',
      name: declarationFor(snapshot, solution, logicalName)?.title ?? logicalName,
      detail: connectionId.trim() === '' ? l10n.t('not bound') : connectionId,
      place: { path: logicalNamePath },
    })),
  ];
}

function connectorTitle(connectorId: string | undefined): string | undefined {
  const name = connectorId === undefined ? undefined : connectorName(connectorId);
  return name === undefined ? undefined : describeConnector(name).title;
}

function details(...parts: readonly (string | undefined)[]): { readonly detail?: string } {
  const detail = parts.filter((part) => part !== undefined).join(' · ');
  return detail === '' ? {} : { detail };
}

function inOrder(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return [...symbols].sort((a, b) => a.span.start - b.span.start);
}
