/** Lines of small print above declarations, entries and settings: what uses them, and where nothing is bound. */
import type { L10n } from '../base/l10n';
import type { FlowFacts } from '../model/facts';
import { fold } from '../model/names';
import type { FileId, FilePlace, Place } from '../model/place';
import { declarationFor } from '../project/declared';
import { entryPath, stepsOf, type Flow, type SettingsFile, type Snapshot } from '../project/snapshot';
import { stepKeyPlace } from '../project/stepPlaces';
import { environmentRows, referenceCard, type EnvironmentRow } from './card';
import { counted } from './counted';
import { useInWords } from './useInWords';

export interface Lens {
  readonly kind: 'uses' | 'unbound';
  readonly place: Place;
  readonly title: string;
  /** Undefined where there is nothing to look at. */
  readonly shows?: Shown;
}

/** What a click shows. Its places are looked up then: to find them all would need the text of every flow. */
export type Shown =
  | { readonly kind: 'uses' | 'unbound'; readonly logicalName: string }
  | { readonly kind: 'steps'; readonly key: string }
  | { readonly kind: 'settings' };

export function codeLenses(snapshot: Snapshot, file: FileId, l10n: L10n): Lens[] {
  const facts = snapshot.files.get(file);
  switch (facts?.kind) {
    case 'customizations':
      return snapshot.solutions
        .flatMap(({ declarations }) => declarations)
        .filter(({ at }) => at.file === file)
        .flatMap(({ logicalName, at }) => lensesOf(snapshot, file, l10n, logicalName, at.place));
    case 'flow': {
      const flow = snapshot.flowAt(file);
      return flow ? entryLenses(flow, facts, l10n) : [];
    }
    case 'settings': {
      const settings = snapshot.settingsAt(file);
      return settings ? settingsLenses(snapshot, settings, l10n) : [];
    }
    default:
      return [];
  }
}

/** The places that a lens of the file is about. */
export function placesShown(snapshot: Snapshot, file: FileId, shown: Shown): readonly FilePlace[] {
  switch (shown.kind) {
    case 'uses':
      return snapshot
        .usesOf(shown.logicalName)
        .flatMap((use) => [use.at, ...(use.by === 'flow' ? stepPlaces(use.flow, use.entry.key) : [])]);
    case 'unbound':
      return environmentRows(snapshot, shown.logicalName)
        .filter(isOpen)
        .map(({ at }) => at);
    case 'steps': {
      const flow = snapshot.flowAt(file);
      return flow ? stepPlaces(flow, shown.key) : [];
    }
    case 'settings': {
      const settings = snapshot.settingsAt(file);
      return settings ? openIn(snapshot, settings).map(({ at }) => at) : [];
    }
  }
}

function lensesOf(snapshot: Snapshot, file: FileId, l10n: L10n, logicalName: string, place: Place): Lens[] {
  const card = referenceCard(snapshot, logicalName, snapshot.solutionOf(file));
  const isUsed = snapshot.usesOf(logicalName).length > 0;
  const environments = [...new Set(card.environments.filter(isOpen).map(({ environment }) => environment))];
  const uses: Lens = {
    kind: 'uses',
    place,
    title: useInWords(l10n, card),
    ...(isUsed && { shows: { kind: 'uses', logicalName } }),
  };
  if (environments.length === 0) return [uses];
  const title = l10n.t('Not bound in {0}', environments.join(', '));
  return [uses, { kind: 'unbound', place, title, shows: { kind: 'unbound', logicalName } }];
}

function isOpen({ state }: Pick<EnvironmentRow, 'state'>): boolean {
  return state === 'unbound' || state === 'missing';
}

function entryLenses(flow: Flow, { entries }: FlowFacts, l10n: L10n): Lens[] {
  return entries.map(({ key }) => {
    const { length: steps } = stepsOf(flow, key);
    return {
      kind: 'uses',
      place: { path: entryPath(key), onKey: true },
      title: steps === 0 ? l10n.t('Used by no step') : l10n.t('Used by {0}', counted(l10n, steps, 'step')),
      ...(steps > 0 && { shows: { kind: 'steps', key } }),
    };
  });
}

function stepPlaces(flow: Flow, key: string): FilePlace[] {
  return stepsOf(flow, key).map((step) => ({ file: flow.file, place: stepKeyPlace(step) }));
}

/** One for the whole list, where it is not complete. */
function settingsLenses(snapshot: Snapshot, settings: SettingsFile, l10n: L10n): Lens[] {
  const open = openIn(snapshot, settings);
  if (open.length === 0) return [];
  const unbound = open.filter(({ state }) => state === 'unbound').length;
  const missing = open.length - unbound;
  const parts = [
    unbound > 0 ? [l10n.t('{0} not bound', unbound)] : [],
    missing > 0 ? [l10n.t('{0} not listed', missing)] : [],
  ].flat();
  const { referencesPath } = settings.facts;
  const place: Place = referencesPath?.length
    ? { path: referencesPath, onKey: true }
    : { path: referencesPath ?? [], onBracket: true };
  return [
    { kind: 'unbound', place, title: `${settings.environment}: ${parts.join(', ')}`, shows: { kind: 'settings' } },
  ];
}

interface Open {
  readonly state: 'unbound' | 'missing';
  /** The empty entry; of a missing one, the declaration. */
  readonly at: FilePlace;
}

function openIn(snapshot: Snapshot, { file, facts, solutions }: SettingsFile): readonly Open[] {
  const named = new Set(facts.bindings.map(({ logicalName }) => fold(logicalName)));
  const unbound = facts.bindings
    .filter(({ connectionId = '' }) => connectionId.trim() === '')
    .map(({ logicalNamePath }): Open => ({ state: 'unbound', at: { file, place: { path: logicalNamePath } } }));
  const missing = solutions
    .flatMap(({ declarations }) => declarations)
    .filter((declared) => !named.has(fold(declared.logicalName)))
    .filter((declared) => declarationFor(snapshot, declared.solution, declared.logicalName) === declared)
    .map(({ at }): Open => ({ state: 'missing', at }));
  return [...unbound, ...missing];
}
