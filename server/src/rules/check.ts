/** Runs the rules over one file, with the severities that hold for it, and marks what is suppressed. */
import type { L10n } from '../base/l10n';
import type { Facts } from '../model/facts';
import type { FileId } from '../model/place';
import type { Snapshot } from '../project/snapshot';
import { rules } from './registry';
import type { CheckInput, Finding, Fix, Rule } from './rule';
import { findSuppression } from './suppress';

export interface CheckOptions {
  /** Of those who read the findings. */
  readonly l10n: L10n;
  /** The last day that counts for suppressions that expire: `2027-01-31`. */
  readonly today: string;
  /** Whether the file can't be written. */
  readonly isReadOnly?: boolean;
  /** Whether the file lies outside of all that is opened. */
  readonly isOutside?: boolean;
  /** Told of a rule that threw; the other rules' findings are given all the same. */
  readonly onCrash: (rule: Rule, error: unknown) => void;
  /** The findings of another file. */
  readonly findingsOf: CheckInput['findingsOf'];
}

const ruleIds = rules.map(({ id }) => id);
/** In the order in which they run. */
const inOrder = [...rules.filter((rule) => !rule.isAboutFindings), ...rules.filter((rule) => rule.isAboutFindings)];
const rulesForAnyKind = inOrder.filter(({ kinds }) => kinds === undefined);
/** Those for any kind are among them. Kinds that no rule names are missing. */
const rulesByKind: ReadonlyMap<Facts['kind'], readonly Rule[]> = new Map(
  rules
    .flatMap(({ kinds = [] }) => kinds)
    .map((kind) => [kind, inOrder.filter(({ kinds }) => kinds === undefined || kinds.includes(kind))]),
);

/** Suppressed findings are among the others, so that nothing is lost. */
export function checkFile(
  snapshot: Snapshot,
  file: FileId,
  { l10n, today, isReadOnly = false, isOutside = false, onCrash, findingsOf }: CheckOptions,
): readonly Finding[] {
  const facts = snapshot.files.get(file);
  if (!facts || !snapshot.isReported(file)) return [];
  const rulesOfKind = rulesByKind.get(facts.kind);
  // Most files of a workspace only say what others are about; no rule looks at them unless they are broken.
  if (facts.problems.length === 0 && !rulesOfKind) return [];
  const configuration = snapshot.configurationOf(file);
  const found: Finding[] = [];
  const input: CheckInput = {
    file,
    facts,
    snapshot,
    configuration,
    isOutside,
    l10n,
    ruleIds,
    findingsOf: (other) => (other === file ? found : findingsOf(other)),
  };
  // A managed solution is changed where it was made: whatever is written here is lost with the next export.
  const canBeFixed = !isReadOnly && snapshot.solutionOf(file)?.isManaged !== true;
  const hasConflict = facts.problems.some(({ kind }) => kind === 'conflict');
  const run = (rule: Rule): readonly Finding[] => {
    const configured = configuration.severityOf(rule.id, file);
    const severity = configured ?? rule.severity;
    if (severity === 'off') return [];
    const findings: Finding[] = [];
    try {
      for (const ruleFinding of rule.check(input)) {
        // What somebody has decided counts before what the rule thinks of the single case.
        const finding = {
          severity,
          ...ruleFinding,
          ...(configured && { severity }),
          ...(!canBeFixed && { fixes: noFixes, hasFixes: () => false }),
          rule,
          file,
        };
        const suppressed = findSuppression(finding, facts, configuration, today);
        findings.push(suppressed ? { ...finding, suppressed } : finding);
      }
      return findings;
    } catch (error) {
      onCrash(rule, error);
      return [];
    }
  };
  for (const rule of rulesOfKind ?? rulesForAnyKind) {
    // Nothing else of a file with conflict markers can be trusted.
    if (!hasConflict || rule.id === 'merge-conflict') found.push(...run(rule));
  }
  return found;
}

function noFixes(): readonly Fix[] {
  return [];
}
