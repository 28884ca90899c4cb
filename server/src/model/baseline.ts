/** Reads a baseline: findings that were there when somebody switched Connref on, and are not to be told again. */
import type { BaselineEntry, BaselineFacts } from './facts';
import { get, isRecord, readJson, text } from './json';

/** What the text of every baseline holds. */
export const baselineHint = '"connrefBaseline"';

/** @returns undefined for JSON that is something else. */
export function extractBaseline(source: string): BaselineFacts | undefined {
  if (!source.includes(baselineHint)) return undefined;
  const { value, problems } = readJson(source);
  if (!isRecord(value) || get(value, 'connrefBaseline') === undefined) return undefined;
  const findings = get(value, 'findings');
  const entries = (Array.isArray(findings) ? findings : []).flatMap((item: unknown, index): BaselineEntry[] => {
    const rule = text(get(item, 'rule'));
    const file = text(get(item, 'file'));
    const pointer = get(item, 'pointer');
    if (rule === undefined || file === undefined || typeof pointer !== 'string') return [];
    return [{ rule, file, pointer, path: ['findings', index] }];
  });
  return { kind: 'baseline', entries, problems };
}
