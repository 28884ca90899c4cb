/** The findings of each file as the client shows them, made anew only when something of them has changed. */
import type { Diagnostic } from 'vscode-languageserver/node';
import { isEqual } from '../base/equal';
import type { Workspace } from '../host/workspace';
import type { FileId } from '../model/place';
import type { Finding } from '../rules/rule';
import type { Changes } from './changes';
import type { Converter } from './convert';

export interface Report {
  /** Equal for equal findings of a file, and for all files without any. */
  readonly resultId: string;
  readonly diagnostics: Diagnostic[];
}

export const emptyReport: Report = { resultId: 'none', diagnostics: [] };

interface Known {
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** The files in which the findings have places, and which of their texts was looked at. */
  readonly stamps: ReadonlyMap<FileId, number>;
}

export class Reports {
  readonly #workspace: Workspace;
  readonly #convert: Converter;
  readonly #changes: Changes;
  readonly #known = new Map<FileId, Known>();
  #lastId = 0;

  constructor(workspace: Workspace, convert: Converter, changes: Changes) {
    this.#workspace = workspace;
    this.#convert = convert;
    this.#changes = changes;
  }

  /** Empty for a file that is clean, gone or unknown. */
  reportOf(file: FileId): Report {
    const findings = this.#workspace.snapshot.files.has(file) ? this.#workspace.findingsOf(file) : [];
    if (findings.length === 0) {
      this.#known.delete(file);
      return emptyReport;
    }
    const known = this.#known.get(file);
    const isKnown = known && this.#isUntouched(known) && sayTheSame(known.findings, findings);
    const report = isKnown ? known.report : this.#makeReport(findings, known?.report);
    this.#known.set(file, { report, findings, stamps: this.#stampsOf(findings) });
    return report;
  }

  #makeReport(findings: readonly Finding[], before: Report | undefined): Report {
    const diagnostics = findings.map((finding) => this.#convert.diagnostic(finding));
    if (before && isEqual(before.diagnostics, diagnostics)) return before;
    return { resultId: String(++this.#lastId), diagnostics };
  }

  #isUntouched({ stamps }: Known): boolean {
    return [...stamps].every(([file, stamp]) => this.#changes.stampOf(file) === stamp);
  }

  #stampsOf(findings: readonly Finding[]): ReadonlyMap<FileId, number> {
    const files = findings.flatMap(({ file, related = [] }) => [file, ...related.map(({ at }) => at.file)]);
    return new Map(files.map((file) => [file, this.#changes.stampOf(file)]));
  }
}

function sayTheSame(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a === b || isEqual(a.map(whatItSays), b.map(whatItSays));
}

function whatItSays({ rule, severity, message, place, related }: Finding): unknown {
  return { rule: rule.id, severity, message, place, related };
}
