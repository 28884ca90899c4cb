/**
 * Which findings nobody is to be told: by an entry of `connref.json`, by a comment in the XML, or by a baseline. Entries
 * name findings by rule, file and place, never by line, so that they survive edits.
 */
import { isEqual } from '../base/equal';
import { isWithin, toPointer, type Path } from '../base/path';
import type { Facts } from '../model/facts';
import { fold } from '../model/names';
import type { Configuration } from '../project/configuration';
import type { Finding, SuppressedBy } from './rule';

/** @param today is compared with the day until which a suppression holds. */
export function findSuppression(
  finding: Finding,
  facts: Facts,
  { suppressions, baseline }: Configuration,
  today: string,
): SuppressedBy | undefined {
  const { rule, file, place } = finding;
  if ('path' in place && facts.kind === 'customizations') {
    const entry = facts.disablingComments.findIndex(
      ({ rules, paths }) => rules.includes(rule.id) && paths.some((path) => isEqual(path, place.path)),
    );
    if (entry >= 0) return withReason({ by: 'comment', from: file, entry }, facts.disablingComments[entry]?.reason);
  }
  if (suppressions.length === 0 && baseline.length === 0) return undefined;
  const pointer = stablePointer(finding, facts);
  const suppression = suppressions.find(
    (candidate) =>
      candidate.rule === rule.id &&
      candidate.covers(file) &&
      (candidate.pointer === undefined || candidate.pointer === pointer) &&
      (candidate.name === undefined || namesAt(finding, facts).includes(fold(candidate.name))) &&
      (candidate.expires === undefined || today <= candidate.expires),
  );
  if (suppression) {
    const entry = Number(suppression.path.at(-1));
    return withReason({ by: 'configuration', from: suppression.from, entry }, suppression.reason);
  }
  const known = baseline.find(
    (entry) => entry.rule === rule.id && fold(entry.target) === fold(file) && entry.pointer === pointer,
  );
  return known && { by: 'baseline', from: known.from, entry: Number(known.path.at(-1)) };
}

/**
 * The finding's place with names instead of numbers: declarations and settings entries move when others come and go,
 * and so their logical name stands for their index. At the end the name that stands there, where it is no key.
 */
export function stablePointer({ place }: Pick<Finding, 'place'>, facts: Facts): string {
  if (!('path' in place)) return '';
  const { path } = place;
  const pointer = toPointer(withNames(path, facts));
  return place.part === undefined ? pointer : `${pointer}/${place.part}`;
}

/** Folded names that the finding's place leads by, and the logical name of the entry that it is in. */
function namesAt({ place }: Finding, facts: Facts): readonly string[] {
  if (!('path' in place)) return [];
  const names = withNames(place.path, facts).map((segment) => fold(String(segment)));
  const [, list, key] = place.path;
  if (facts.kind !== 'flow' || list !== 'connectionReferences') return names;
  const entry = facts.entries.find((candidate) => candidate.key === key);
  return entry?.logicalName === undefined ? names : [...names, fold(entry.logicalName)];
}

function withNames(path: Path, facts: Facts): Path {
  if (facts.kind === 'customizations') {
    const declared = facts.declarations.find((declaration) => isWithin(path, declaration.path));
    return declared ? ['connectionreferences', declared.logicalName, ...path.slice(declared.path.length)] : path;
  }
  if (facts.kind === 'settings') {
    const bound = facts.bindings.find(({ logicalNamePath }) => isWithin(path, logicalNamePath.slice(0, -1)));
    if (!bound) return path;
    const { length } = bound.logicalNamePath;
    return [...path.slice(0, length - 2), bound.logicalName, ...path.slice(length - 1)];
  }
  return path;
}

function withReason(suppressed: SuppressedBy, reason: string | undefined): SuppressedBy {
  return reason === undefined ? suppressed : { ...suppressed, reason };
}
