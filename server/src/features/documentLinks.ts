/**
 * Links of a file that tell or open more than a definition does: paths of a configuration are seen to lead somewhere,
 * GUIDs of flows tell whose they are, and rules lead to their pages.
 */
import type { L10n } from '../base/l10n';
import type { Span } from '../base/span';
import type { ConfigurationFacts } from '../model/facts';
import type { FileId, FilePlace, Place } from '../model/place';
import type { Documents } from '../project/documents';
import { locate } from '../project/locate';
import type { Snapshot } from '../project/snapshot';
import { rules } from '../rules/registry';
import type { Occurrence } from '../project/occurrence';
import { occurrencesIn } from '../project/occurrencesIn';

export interface DocumentLink {
  readonly span: Span;
  readonly target: FileTarget | RuleTarget;
  readonly tooltip: string;
}

export interface FileTarget {
  readonly kind: 'file';
  readonly at: FilePlace;
}

/** The page of a rule. */
export interface RuleTarget {
  readonly kind: 'rule';
  readonly rule: string;
}

interface PlacedLink extends Omit<DocumentLink, 'span'> {
  readonly place: Place;
}

export function documentLinks(
  snapshot: Snapshot,
  documents: Documents,
  file: FileId,
  l10n: L10n,
): readonly DocumentLink[] {
  const facts = snapshot.files.get(file);
  if (!facts) return [];
  const links = [
    ...occurrencesIn(snapshot, file).flatMap((occurrence) => linkOf(snapshot, l10n, file, occurrence)),
    ...(facts.kind === 'configuration' ? linksOfRules(facts, l10n) : []),
  ];
  return links.map(({ place, target, tooltip }) => ({ span: locate(documents, { file, place }), target, tooltip }));
}

function linkOf(snapshot: Snapshot, l10n: L10n, file: FileId, { subject, place, role }: Occurrence): PlacedLink[] {
  if (role === 'declaration') return [];
  if (subject.kind === 'files') {
    // A link opens one file; of a glob that matches several the definition shows them all.
    const [target, ...others] = subject.files;
    return target === undefined || others.length > 0
      ? []
      : [{ place, target: start(target), tooltip: l10n.t('Open the file') }];
  }
  if (subject.kind !== 'flow') return [];
  const flow = snapshot.flowByGuid(subject.guid, snapshot.solutionOf(file));
  return flow ? [{ place, target: start(flow.file), tooltip: l10n.t("Open flow '{0}'", flow.name) }] : [];
}

function start(file: FileId): FileTarget {
  return { kind: 'file', at: { file, place: { span: { start: 0, end: 0 } } } };
}

function linksOfRules({ rules: severities, overrides, suppressions }: ConfigurationFacts, l10n: L10n): PlacedLink[] {
  const named: { readonly rule: string; readonly place: Place }[] = [
    ...[...severities, ...overrides.flatMap((override) => override.rules)].map(({ rule, path }) => ({
      rule,
      place: { path, onKey: true } as const,
    })),
    ...suppressions.map(({ rule, path }) => ({ rule, place: { path: [...path, 'rule'] } })),
  ];
  return named.flatMap(({ rule, place }) =>
    rules.some(({ id }) => id === rule)
      ? [{ place, target: { kind: 'rule', rule }, tooltip: l10n.t("Read about '{0}'", rule) }]
      : [],
  );
}
