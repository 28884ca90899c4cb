/** The report for programs. Its shape is public: `version` changes when something in it changes its meaning. */
import type { CheckResult, ReportedFinding } from './check';
import { relativeTo } from './paths';

/** @param shown the findings to report; the summary counts all of them. */
export function jsonReport({ root, summary }: CheckResult, shown: readonly ReportedFinding[]): string {
  const findings = shown.map(({ rule, severity, file, range, pointer, message, fixable }) => ({
    rule,
    severity,
    file: relativeTo(root, file),
    ...range,
    pointer,
    message,
    fixable,
  }));
  return `${escapeForTerminal(JSON.stringify({ version: 1, root, summary, findings }, undefined, 2))}\n`;
}

/** JSON allows control characters above ASCII as they are. Some terminals obey them. */
function escapeForTerminal(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
