/** `connref`: the engine on the command line. */
import { diskFileSystem } from '../host/fileSystem';
import { severities, type Severity } from '../rules/rule';
import { version } from '../../../package.json';
import { help, parseArguments, type CheckCommand, type FailOn } from './arguments';
import { check, type CheckResult, type ReportedFinding } from './check';
import { jsonReport } from './jsonReport';
import { resolvePath, withSlashes } from './paths';
import { painter, printable, wantsColors } from './terminal';
import { textReport } from './textReport';

// The exit code is set and the process ends by itself, so that all output is written first, into a slow pipe too.
process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  ignoreClosedPipes();
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
    case 'check':
      return runCheck(command);
  }
}

function runCheck({ paths, format, failOn, severity }: CheckCommand): number {
  const currentFolder = process.cwd();
  const result = check(
    paths.map((path) => resolvePath(path, currentFolder, diskFileSystem)),
    diskFileSystem,
  );
  const shown = result.findings.filter((finding) => isAtLeast(finding, severity));
  if (result.isDone)
    process.stdout.write(format === 'json' ? jsonReport(result, shown) : asText(result, shown, currentFolder));
  for (const failure of result.failures) complain(failure);
  if (result.failures.length > 0) return 2;
  return result.findings.some((finding) => isAtLeast(finding, failOn)) ? 1 : 0;
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
