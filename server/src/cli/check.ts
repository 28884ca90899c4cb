/** Reads a workspace once and gives its findings as reports want them: with lines, columns, pointers. */
import path from 'node:path';
import { compare } from '../base/compare';
import { LineIndex } from '../base/lineIndex';
import { toPointer } from '../base/path';
import { countWorkspace, type WorkspaceCounts } from '../features/counts';
import { openArchives } from '../host/archives';
import type { FileSystem } from '../host/fileSystem';
import { ReadingThread } from '../host/readingThread';
import { Workspace } from '../host/workspace';
import { parentFolder } from '../model/names';
import type { FileId } from '../model/place';
import { locate } from '../project/locate';
import type { Snapshot } from '../project/snapshot';
import type { Finding, Severity, SuppressedBy } from '../rules/rule';
import { stablePointer } from '../rules/suppress';
import { commandFor } from './fixCommands';
import { commonFolder, withoutOverlap } from './paths';

export interface CheckResult {
  /** Whether there was anything to check: whether one of the paths exists. */
  readonly isDone: boolean;
  /** The deepest folder that holds everything that was checked. */
  readonly root: FileId;
  readonly summary: WorkspaceCounts;
  /** Sorted by file, position and rule. */
  readonly findings: readonly ReportedFinding[];
  /** Those that a configuration, a comment or a baseline suppresses, in the same order. */
  readonly suppressed: readonly ReportedFinding[];
  /** What could not be read, or made a rule or a reader crash: the findings may lack something. */
  readonly failures: readonly string[];
  /** Exports whose source was checked instead, by root folder. */
  readonly copies: readonly Copy[];
}

export interface Copy {
  readonly solution: string;
  readonly root: FileId;
  /** The root folder of the one that was checked. */
  readonly original: FileId;
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly file: FileId;
  /** Names of the solutions that the file belongs to. */
  readonly solutions: readonly string[];
  readonly range: Range;
  /** Where the finding stands, as a JSON pointer; empty where the text is too broken to tell. */
  readonly pointer: string;
  readonly message: string;
  readonly fixable: boolean;
  /** The command that does it; undefined where only the light bulb does. */
  readonly fixedBy: () => string | undefined;
  /** What a baseline names it by. */
  readonly stablePointer: () => string;
  readonly suppressed?: SuppressedBy;
}

/** Lines and columns from 1, columns in UTF-16 units; the end is behind the last character. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * @param paths folders, files and archives, absolute with `/`. All of them are one workspace.
 * @param today for suppressions that expire, `2027-01-31`.
 */
export function check(paths: readonly FileId[], disk: FileSystem, today: string): CheckResult {
  const { workspace, existing, root, failures } = openPaths(paths, disk, today);
  const { snapshot } = workspace;
  const all = [...snapshot.files.keys()].flatMap((file) => reportFile(workspace, file));
  const findings = all.filter(({ suppressed }) => !suppressed);
  return {
    isDone: existing.length > 0,
    root,
    summary: countWorkspace(
      snapshot,
      findings.map(({ severity }) => severity),
    ),
    findings,
    suppressed: all.filter(({ suppressed }) => suppressed),
    failures,
    copies: [...snapshot.copies].map(([{ name, root }, original]) => ({
      solution: name,
      root,
      original: original.root,
    })),
  };
}

export interface OpenedPaths {
  readonly workspace: Workspace;
  /** Those of the paths that exist. */
  readonly existing: readonly FileId[];
  /** The deepest folder that holds all of them. */
  readonly root: FileId;
  /** What could not be read; crashes are added while the workspace is asked. */
  readonly failures: readonly string[];
}

/** Reads the paths as one workspace; for the parameters see `check`. */
export function openPaths(paths: readonly FileId[], disk: FileSystem, today: string): OpenedPaths {
  const { archives, others, readable, problems } = openArchives(paths, disk);
  const failures = [...problems];
  const onDisk = withoutOverlap(others).filter((path) => {
    const exists = disk.kindOf(path) !== undefined;
    if (!exists) failures.push(missing(path));
    return exists;
  });
  // Also an archive in one of the folders: it is read because it is named.
  const existing = [...onDisk, ...readable];
  const workspace = new Workspace({
    fileSystem: archives.fileSystem,
    today,
    isReadOnly: (file) => archives.holds(file),
    onCrash: (what, file, error) =>
      failures.push(`The ${what} failed on '${file}', a defect of Connref: ${String(error)}`),
  });
  // It yields after each file; there is nothing else to do in between.
  Array.from(workspace.open(existing, new ReadingThread(path.join(__dirname, 'connref.js'))));
  for (const path of workspace.unreadable) failures.push(`'${path}' can't be read.`);
  const folders = existing.map((path) => (disk.kindOf(path) === 'folder' ? path : parentFolder(path) || '/'));
  return { workspace, existing, root: commonFolder(folders), failures };
}

function missing(path: FileId): string {
  return /[*?{]/.test(path)
    ? `'${path}' does not exist. Name folders or files; patterns are not understood.`
    : `'${path}' does not exist.`;
}

/** File by file, because the trees that places are found in are not kept for long. */
function reportFile(workspace: Workspace, file: FileId): ReportedFinding[] {
  const findings = workspace.allFindingsOf(file);
  if (findings.length === 0) return [];
  const solutions = solutionsOf(workspace.snapshot, file);
  const facts = workspace.snapshot.files.get(file);
  const located = findings.map((finding) => ({ finding, span: locate(workspace.documents, finding) }));
  // Lines behind the last place are of no interest, and findings mostly stand near the beginning of a file.
  const end = located.reduce((last, { span }) => Math.max(last, span.end), 0);
  const lines = new LineIndex((workspace.texts.text(file) ?? '').slice(0, end + 1));
  return located
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || compareFindings(a.finding, b.finding))
    .map(({ finding, span }): ReportedFinding => {
      const start = lines.position(span.start);
      const end = lines.position(span.end);
      return {
        rule: finding.rule.id,
        severity: finding.severity,
        file,
        solutions,
        range: {
          line: start.line + 1,
          column: start.character + 1,
          endLine: end.line + 1,
          endColumn: end.character + 1,
        },
        pointer: 'path' in finding.place ? toPointer(finding.place.path) : '',
        message: finding.message,
        fixable: isFixable(finding),
        fixedBy: () => commandFor(workspace.snapshot, finding),
        stablePointer: () => (facts ? stablePointer(finding, facts) : ''),
        ...(finding.suppressed && { suppressed: finding.suppressed }),
      };
    });
}

function isFixable({ fixes, hasFixes }: Finding): boolean {
  return hasFixes ? hasFixes() : (fixes?.().length ?? 0) > 0;
}

function compareFindings(a: Finding, b: Finding): number {
  return compare(a.rule.id, b.rule.id) || compare(a.message, b.message);
}

function solutionsOf(snapshot: Snapshot, file: FileId): string[] {
  const solution = snapshot.solutionOf(file);
  const solutions = solution ? [solution] : (snapshot.settingsAt(file)?.solutions ?? []);
  return solutions.map(({ name }) => name);
}
