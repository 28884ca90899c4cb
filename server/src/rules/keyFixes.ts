/** Fixes for steps that name no key, or a wrong one. */
import type { L10n } from '../base/l10n';
import type { Step } from '../model/facts';
import { fold } from '../model/names';
import { findCandidates } from '../project/fitting';
import type { Flow, Snapshot } from '../project/snapshot';
import { addEntry, moveSteps } from '../refactor/flowKeys';
import { editDistance } from '../base/editDistance';
import type { Fix } from './rule';

/** Keys of the connector that the step's operation belongs to, the nearest name first; all keys where it tells none. */
export function keyFixes(l10n: L10n, { file, facts }: Flow, step: Step): readonly Fix[] {
  const connector = operationConnector(step.apiId);
  const fitting = facts.entries.filter(
    (entry) => connector === undefined || fold(entry.connector?.name ?? '') === fold(connector),
  );
  const near = (key: string): number => editDistance(fold(step.key?.name ?? ''), fold(key));
  return fitting
    .map(({ key }) => key)
    .filter((key) => key !== step.key?.name)
    .sort((a, b) => near(a) - near(b))
    .map((key, index) => ({
      title: l10n.t("Use the key '{0}'", key),
      ...(index === 0 && { preferred: true }),
      apply: (draft) => moveSteps(draft, file, [step], key),
    }));
}

/** The entry that the step's key asks for, bound to a reference that fits the operation. */
export function entryFixes(l10n: L10n, snapshot: Snapshot, flow: Flow, { key, apiId }: Step): readonly Fix[] {
  const connector = operationConnector(apiId);
  if (!key || connector === undefined) return [];
  return findCandidates(snapshot, flow, connector).map(({ title, logicalName }) => ({
    title: l10n.t("Add the key '{0}', bound to '{1}'", key.name, title),
    apply: (draft) => addEntry(draft, flow.file, key.name, connector, logicalName),
  }));
}

/** @returns undefined where the id names no connector: empty, an expression, or a group of operations. */
export function operationConnector(apiId: string | undefined): string | undefined {
  return /\/apis\/([^/@]+)$/i.exec(apiId ?? '')?.[1];
}
