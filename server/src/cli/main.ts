/** `connref`: the engine on the command line. */
import * as fs from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { diskFileSystem } from '../host/fileSystem';
import { runReadingThread } from '../host/readingThread';
import { parentFolder } from '../model/names';
import { rules } from '../rules/registry';
import { severities, type Severity } from '../rules/rule';
import { count } from './count';
import { version } from '../../../package.json';
import { changeHelp, help, parseArguments, type BaselineCommand, type CheckCommand, type FailOn } from './arguments';
import { findChangeCommand } from './changeCommands';
import { runChange } from './runChange';
import { baselineEntries, renderBaseline } from './baseline';
import { check, type CheckResult, type ReportedFinding } from './check';
import { readRulePage } from './explain';
import { graphReport } from './graph';
import { jsonReport } from './jsonReport';
import { nearest } from './nearest';
import { resolvePath, withSlashes } from './paths';
import type { Report, ReportInput } from './report';
import { matrixReport, needsReport, orderReport } from './structure';
import { painter, printable, wantsColors } from './terminal';
import { textReport } from './textReport';

// The exit code is set and the process ends by itself, so that all output is written first, into a slow pipe too.
if (isMainThread) process.exitCode = main(process.argv.slice(2));
else runReadingThread();

function main(args: readonly string[]): number {
  ignoreClosedPipes();
  const change = findChangeCommand(args);
  if (change && (args.includes('--help') || args.includes('-h'))) {
    process.stdout.write(changeHelp(change));
    return 0;
  }
  if (change) return runChange(change, args.slice(change.name.split(' ').length), complain);
  const command = parseArguments(args);
  switch (command.kind) {
    case 'help':
      process.stdout.write(help);
      return 0;
    case 'version':
      process.stdout.write(`${version}\n`);
      return 0;
    case 'wrong':
      complain(command.message);
      return 2;
    case 'explain':
      return runExplain(command.rule);
    case 'baseline':
      return runBaseline(command);
    case 'graph':
      return runReport(command.paths, (input) =>
        graphReport(input, { format: command.format, solution: command.solution }),
      );
    case 'matrix':
      return runReport(command.paths, (input) => matrixReport(input, command.format));
    case 'needs':
      return runReport(command.paths, (input) => needsReport(input, { ...command, currentFolder: process.cwd() }));
    case 'order':
      return runReport(command.paths, (input) => orderReport(input, command.format));
    case 'check':
      return runCheck(command);
  }
}

function runCheck({ paths, format, failOn, severity }: CheckCommand): number {
  const currentFolder = process.cwd();
  const result = check(
    paths.map((path) => resolvePath(path, currentFolder, diskFileSystem)),
    diskFileSystem,
    today(),
  );
  const shown = result.findings.filter((finding) => isAtLeast(finding, severity));
  if (result.isDone)
    process.stdout.write(format === 'json' ? jsonReport(result, shown) : asText(result, shown, currentFolder));
  for (const failure of result.failures) complain(failure);
  if (result.failures.length > 0) return 2;
  return result.findings.some((finding) => isAtLeast(finding, failOn)) ? 1 : 0;
}

function runExplain(rule: string): number {
  const page = readRulePage(rule);
  if (page === undefined) {
    const ids = rules.map(({ id }) => id);
    complain(`There is no rule '${rule}'. ${adviceFor(rule, ids)}`);
    return 2;
  }
  process.stdout.write(page);
  return 0;
}

function adviceFor(rule: string, ids: readonly string[]): string {
  const meant = nearest(rule, ids);
  return meant === undefined ? `The rules are: ${ids.join(', ')}.` : `Type 'connref explain ${meant}'.`;
}

function runBaseline({ paths, output }: BaselineCommand): number {
  const currentFolder = process.cwd();
  const result = check(
    paths.map((path) => resolvePath(path, currentFolder, diskFileSystem)),
    diskFileSystem,
    today(),
  );
  for (const failure of result.failures) complain(failure);
  if (result.failures.length > 0) return 2;
  const file = resolvePath(output, currentFolder, diskFileSystem);
  const entries = baselineEntries(result, parentFolder(file));
  try {
    fs.writeFileSync(file, renderBaseline(entries));
  } catch (error) {
    complain(`'${output}' can't be written: ${(error as Error).message}`);
    return 2;
  }
  process.stdout.write(
    `${printable(output)} holds ${count(entries.length, 'finding')}. Name it in connref.json: "baseline".\n`,
  );
  return 0;
}

function runReport(paths: readonly string[], make: (input: ReportInput) => Report): number {
  const currentFolder = process.cwd();
  const { text, failures } = make({
    paths: paths.map((path) => resolvePath(path, currentFolder, diskFileSystem)),
    disk: diskFileSystem,
    today: today(),
  });
  if (text !== undefined) process.stdout.write(text);
  for (const failure of failures) complain(failure);
  return failures.length > 0 ? 2 : 0;
}

/** The clock is read here, so that everything below gives the same for the same input. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function asText(result: CheckResult, shown: readonly ReportedFinding[], currentFolder: string): string {
  return textReport(result, shown, {
    currentFolder: withSlashes(currentFolder),
    paint: painter(wantsColors(process.env, process.stdout.isTTY)),
    // The clock starts with the process.
    seconds: performance.now() / 1000,
  });
}

function isAtLeast(finding: ReportedFinding, lowest: Severity | FailOn): boolean {
  return lowest !== 'never' && severities.indexOf(finding.severity) <= severities.indexOf(lowest);
}

function complain(message: string): void {
  process.stderr.write(`connref: ${printable(message)}\n`);
}

/** Whoever reads the output may have seen enough (`connref check | head`). */
function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
