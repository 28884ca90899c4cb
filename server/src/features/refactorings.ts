/** Which refactorings the light bulb offers at a place: those that fit what stands there, and no others. */
import type { L10n } from '../base/l10n';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import { runtimeSourceOf } from '../model/runtimeSource';
import { mayHaveCaller } from '../project/callers';
import type { Documents } from '../project/documents';
import { findCandidates } from '../project/fitting';
import type { Flow, Snapshot } from '../project/snapshot';
import { isAlike } from '../refactor/flowKeys';
import { preciseTargetAt, type Target } from './target';

/** A command of the editor, which asks for what it needs. */
export interface Offer {
  readonly title: string;
  readonly command: string;
  readonly target: Target;
}

/** In an archive only what changes another file: to bind. */
export function refactoringsAt(
  snapshot: Snapshot,
  documents: Documents,
  file: FileId,
  offset: number,
  l10n: L10n,
): readonly Offer[] {
  const target = preciseTargetAt(snapshot, documents, file, offset);
  if (!target || snapshot.solutionOf(file)?.isManaged) return [];
  const isReadOnly = documents.isReadOnly(file);
  const flow = snapshot.flowAt(file);
  if (flow) return target.key === undefined || isReadOnly ? [] : keyOffers(snapshot, flow, target, target.key, l10n);
  if (target.reference === undefined) return [];
  const offers = referenceOffers(snapshot, file, target, target.reference, l10n);
  return isReadOnly ? offers.filter(({ command }) => command === 'connref.bind' && !snapshot.settingsAt(file)) : offers;
}

/** What is bound already: for what is not, the finding has its fixes. */
function keyOffers(snapshot: Snapshot, flow: Flow, target: Target, key: string, l10n: L10n): readonly Offer[] {
  const entry = flow.facts.entries.find((candidate) => candidate.key === key);
  if (!flow.solution || entry?.logicalName === undefined || !entry.connector) return [];
  const reference = fold(entry.logicalName);
  const others = findCandidates(snapshot, flow, entry.connector.name).filter(
    ({ logicalName }) => fold(logicalName) !== reference,
  );
  const hasTwin = flow.facts.entries.some((other) => other !== entry && isAlike(other, entry));
  return [
    ...(others.length > 0 ? [offer(l10n.t('Use another connection reference…'), 'connref.useReference', target)] : []),
    ...(hasTwin ? [offer(l10n.t("Use '{0}' for all keys like it", key), 'connref.mergeKeys', target)] : []),
    ...(runtimeSourceOf(entry) === 'invoker'
      ? [offer(l10n.t("Run with the owner's connection (embedded)"), 'connref.switchRuntimeSource', target)]
      : mayHaveCaller(flow)
        ? [offer(l10n.t("Run with the caller's connection (invoker)"), 'connref.switchRuntimeSource', target)]
        : []),
  ];
}

function referenceOffers(
  snapshot: Snapshot,
  file: FileId,
  target: Target,
  reference: string,
  l10n: L10n,
): readonly Offer[] {
  const [declared] = snapshot.declarationsOf(reference);
  if (!declared) return [];
  const { connector } = declared;
  const names = new Set(
    (connector === undefined ? [] : snapshot.declarationsFor(connector)).map(({ logicalName }) => fold(logicalName)),
  );
  const isDeclaredHere = snapshot.declarationsOf(reference).some(({ at }) => at.file === file);
  const canBeBound = snapshot.settings.length > 0 && (isDeclaredHere || snapshot.settingsAt(file) !== undefined);
  return [
    ...(canBeBound ? [offer(l10n.t('Bind in an environment…'), 'connref.bind', target)] : []),
    ...(isDeclaredHere ? [offer(l10n.t('Rename the display name…'), 'connref.renameDisplayName', target)] : []),
    ...(names.size > 1 ? [offer(l10n.t('Merge connection references…'), 'connref.mergeReferences', target)] : []),
  ];
}

function offer(title: string, command: string, target: Target): Offer {
  return { title, command, target };
}
