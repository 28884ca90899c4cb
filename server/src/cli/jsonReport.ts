/** The report for programs. Its shape is public: `version` changes when something in it changes its meaning. */
import type { FileId } from '../model/place';
import type { CheckResult, ReportedFinding } from './check';
import { relativeTo } from './paths';

/** @param shown the findings to report; the summary counts all of them. */
export function jsonReport({ root, summary, suppressed }: CheckResult, shown: readonly ReportedFinding[]): string {
  const findings = shown.map((finding) => describe(root, finding));
  const report = {
    version: 1,
    root,
    summary,
    findings,
    // Only where there are any, so that a report without them is what it always was.
    ...(suppressed.length > 0 && {
      suppressed: suppressed.map((finding) => ({
        ...describe(root, finding),
        by: finding.suppressed?.by,
        ...(finding.suppressed?.reason !== undefined && { reason: finding.suppressed.reason }),
      })),
    }),
  };
  return `${escapeForTerminal(JSON.stringify(report, undefined, 2))}\n`;
}

function describe(root: FileId, { rule, severity, file, range, pointer, message, fixable }: ReportedFinding) {
  return { rule, severity, file: relativeTo(root, file), ...range, pointer, message, fixable };
}

/** JSON allows control characters above ASCII as they are. Some terminals obey them. */
export function escapeForTerminal(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
