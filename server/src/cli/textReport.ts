/** The report for people: findings by solution and file, and what was checked. */
import { compare } from '../base/compare';
import type { FileId } from '../model/place';
import type { Severity } from '../rules/rule';
import { count } from './count';
import type { CheckResult, ReportedFinding } from './check';
import { relativeTo } from './paths';
import { printable, type Paint, type Style } from './terminal';

export interface TextReportOptions {
  /** Files are named as seen from here. */
  readonly currentFolder: FileId;
  readonly paint: Paint;
  readonly seconds: number;
}

/** @param shown the findings to report; the summary counts all of them. */
export function textReport(result: CheckResult, shown: readonly ReportedFinding[], options: TextReportOptions): string {
  const { paint, currentFolder, seconds } = options;
  if (result.summary.solutions === 0 && result.summary.flows === 0 && result.findings.length === 0) {
    return `No solution found in ${printable(result.root)}. A solution's folder holds Other/Solution.xml or solution.xml.\n`;
  }
  const lines: string[] = [];
  for (const [solution, files] of groupBySolution(shown)) {
    lines.push(paint(printable(solution), 'bold'));
    for (const [file, findings] of files) {
      lines.push(
        `  ${paint(printable(relativeTo(currentFolder, file)), 'underline')}`,
        ...describeAll(findings, paint),
      );
    }
    lines.push('');
  }
  lines.push(summaryLine(result, seconds, paint));
  for (const { solution, root, original } of result.copies) {
    const [copy, source] = [root, original].map((folder) => printable(relativeTo(currentFolder, folder)));
    lines.push(`${copy} holds ${printable(solution)} once more and was not checked: ${source} was.`);
  }
  const hidden = result.findings.length - shown.length;
  if (hidden > 0) lines.push(`${count(hidden, 'problem')} below --severity ${hidden === 1 ? 'is' : 'are'} not shown.`);
  const suppressed = result.suppressed.length;
  if (suppressed > 0) lines.push(`${count(suppressed, 'problem')} ${suppressed === 1 ? 'is' : 'are'} suppressed.`);
  const fixable = result.findings.filter((finding) => finding.fixable);
  if (fixable.length > 0) lines.push(`${fixable.length} can be fixed: ${waysToFix(fixable)}.`);
  return `${lines.join('\n')}\n`;
}

/** The commands that fix some of them; the light bulb has a fix for each. */
function waysToFix(fixable: readonly ReportedFinding[]): string {
  const found = new Set(fixable.map(({ fixedBy }) => fixedBy()));
  const commands = [...found].flatMap((command) => command ?? []).sort(compare);
  return [...commands, ...(found.has(undefined) ? ['the light bulb in VS Code'] : [])].join(', ');
}

type FindingsByFile = ReadonlyMap<FileId, readonly ReportedFinding[]>;

/** Solutions come in the order of their first file, files for several or no solutions behind them. */
function groupBySolution(findings: readonly ReportedFinding[]): [string, FindingsByFile][] {
  const groups = new Map<string, Map<FileId, ReportedFinding[]>>();
  const inOrder = [...findings].sort((a, b) => Number(a.solutions.length !== 1) - Number(b.solutions.length !== 1));
  for (const finding of inOrder) {
    const title = finding.solutions.length === 0 ? 'In no solution' : finding.solutions.join(', ');
    const files = groups.get(title) ?? new Map<FileId, ReportedFinding[]>();
    groups.set(title, files);
    files.set(finding.file, [...(files.get(finding.file) ?? []), finding]);
  }
  return [...groups];
}

const styles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'dim' };

function describeAll(findings: readonly ReportedFinding[], paint: Paint): string[] {
  const width = Math.max(...findings.map((finding) => positionOf(finding).length));
  return findings.map((finding) => {
    const position = paint(positionOf(finding).padEnd(width), 'dim');
    const severity = paint(finding.severity.padEnd(7), styles[finding.severity]);
    return `    ${position}  ${severity}  ${printable(finding.message)}  ${paint(finding.rule, 'dim')}`;
  });
}

function positionOf({ range }: ReportedFinding): string {
  return `${range.line}:${range.column}`;
}

function summaryLine({ summary, findings }: CheckResult, seconds: number, paint: Paint): string {
  const { errors, warnings, infos, hints, flows, connectionReferences, settingsFiles, solutions } = summary;
  const kinds = [
    [errors, 'error'],
    [warnings, 'warning'],
    [infos, 'info'],
    [hints, 'hint'],
  ] as const;
  const problems =
    findings.length === 0
      ? 'No problems'
      : `${count(findings.length, 'problem')} (${kinds.flatMap(([n, noun]) => (n === 0 ? [] : [count(n, noun)])).join(', ')})`;
  const what = [count(flows, 'flow'), count(connectionReferences, 'reference'), count(settingsFiles, 'settings file')];
  const style: Style = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'bold';
  return `${paint(problems, style)} · ${what.join(', ')} in ${count(solutions, 'solution')} · ${seconds.toFixed(1)} s`;
}
