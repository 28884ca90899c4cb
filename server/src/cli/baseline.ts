/** A baseline: the findings of today, named by rule, file and place, so that later checks tell only what is new. */
import { compare } from '../base/compare';
import type { FileId } from '../model/place';
import type { CheckResult } from './check';
import { relativeTo } from './paths';

export interface Entry {
  readonly rule: string;
  readonly file: string;
  readonly pointer: string;
}

/**
 * What a baseline must hold so that a check tells nothing: the findings that are told now, and those that the baseline
 * holds already and that are still there. What a person suppressed with a reason stays that person's.
 * @param folder of the baseline's file: files are named as seen from there.
 */
export function baselineEntries({ findings, suppressed }: CheckResult, folder: FileId): readonly Entry[] {
  const inBaseline = suppressed.filter((finding) => finding.suppressed?.by === 'baseline');
  const entries = [...findings, ...inBaseline]
    // A baseline with findings about suppressions in it would change with each writing.
    .filter(({ rule }) => rule !== 'unused-suppression' && rule !== 'invalid-configuration')
    .map(({ rule, file, stablePointer }) => ({ rule, file: relativeTo(folder, file), pointer: stablePointer() }));
  const unique = new Map(entries.map((entry) => [`${entry.file}\n${entry.pointer}\n${entry.rule}`, entry]));
  return [...unique].sort(([a], [b]) => compare(a, b)).map(([, entry]) => entry);
}

/** One line for each finding, so that a difference shows which ones came and went. */
export function renderBaseline(entries: readonly Entry[]): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "connrefBaseline": 1,\n  "findings": ${list}\n}\n`;
}
