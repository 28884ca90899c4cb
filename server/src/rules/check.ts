/** Runs the rules over one file. */
import type { FileId } from '../model/place';
import type { Snapshot } from '../project/snapshot';
import { rules } from './registry';
import type { Finding, Rule } from './rule';

/** @param onCrash is told of a rule that threw; the other rules' findings are given all the same. */
export function checkFile(
  snapshot: Snapshot,
  file: FileId,
  onCrash: (rule: Rule, error: unknown) => void,
): readonly Finding[] {
  const facts = snapshot.files.get(file);
  if (!facts) return [];
  const hasConflict = facts.problems.some(({ kind }) => kind === 'conflict');
  const input = { file, facts, snapshot };
  const findings: Finding[] = [];
  for (const rule of rules) {
    // Nothing else of a file with conflict markers can be trusted.
    if (hasConflict && rule.id !== 'merge-conflict') continue;
    const before = findings.length;
    try {
      for (const found of rule.check(input)) findings.push({ ...found, rule, severity: rule.severity, file });
    } catch (error) {
      findings.length = before;
      onCrash(rule, error);
    }
  }
  return findings;
}
