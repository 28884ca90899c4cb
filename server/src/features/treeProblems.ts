/** The errors and warnings that stand at nodes of the tree or below, found without making these nodes. */
import type { L10n } from '../base/l10n';
import { isWithin, type Path } from '../base/path';
import { fold } from '../model/names';
import type { FileId, FilePlace } from '../model/place';
import { entryPath, stepsOf, type DeclaredReference, type Flow, type Snapshot, type Use } from '../project/snapshot';
import type { Finding, Severity } from '../rules/rule';
import { counted } from './counted';
import { findingsOfEntry } from './settingsProblems';

export type Problems = ReadonlySet<Finding>;

const noProblems: Problems = new Set();

/** Of one snapshot; what was found is kept, as a reference stands at many nodes. */
export class TreeProblems {
  readonly #snapshot: Snapshot;
  readonly #findingsOf: (file: FileId) => readonly Finding[];
  readonly #ofReferences = new Map<string, Problems>();

  constructor(snapshot: Snapshot, findingsOf: (file: FileId) => readonly Finding[]) {
    this.#snapshot = snapshot;
    this.#findingsOf = findingsOf;
  }

  in(file: FileId): Problems {
    return new Set(this.#findingsOf(file).filter(isProblem));
  }

  /** Below a place. */
  at({ file, place }: FilePlace): Problems {
    return 'path' in place ? this.#below(file, place.path) : noProblems;
  }

  /** Of an entry of a flow and the steps that use it. */
  ofKey(flow: Flow, key: string): Problems {
    const steps = stepsOf(flow, key).map(({ path }) => this.#below(flow.file, path));
    return union([this.#below(flow.file, entryPath(key)), ...steps]);
  }

  /** Of its declarations, and of all that use it. */
  ofReference(logicalName: string): Problems {
    const known = this.#ofReferences.get(fold(logicalName));
    if (known) return known;
    const problems = union([
      ...this.#snapshot.declarationsOf(logicalName).map((declared) => this.ofDeclaration(declared)),
      ...this.#snapshot.usesOf(logicalName).map((use) => this.ofUse(use)),
    ]);
    this.#ofReferences.set(fold(logicalName), problems);
    return problems;
  }

  /** Of all that it says: its name, its display name, its connector. */
  ofDeclaration({ at, declaration }: DeclaredReference): Problems {
    return this.#below(at.file, declaration.path);
  }

  /** Of an entry for a reference in a settings file, or that there is none. */
  ofEntry(logicalName: string, at: FilePlace): Problems {
    return new Set(findingsOfEntry(this.#snapshot, this.#findingsOf, logicalName, at).filter(isProblem));
  }

  ofUse(use: Use): Problems {
    return use.by === 'flow' ? this.ofKey(use.flow, use.entry.key) : this.at(use.at);
  }

  #below(file: FileId, around: Path): Problems {
    const isIn = ({ place }: Finding): boolean => 'path' in place && isWithin(place.path, around);
    return new Set(this.#findingsOf(file).filter((finding) => isProblem(finding) && isIn(finding)));
  }
}

export function union(sets: Iterable<Problems>): Problems {
  const all = new Set<Finding>();
  for (const set of sets) for (const problem of set) all.add(problem);
  return all;
}

/** How many there are, for the description of a node; empty where there are none. */
export function inWords(l10n: L10n, problems: Problems): string {
  return problems.size === 0 ? '' : counted(l10n, problems.size, 'problem');
}

export function worstOf(findings: Iterable<Finding>): Exclude<Severity, 'hint'> | undefined {
  const severities = new Set([...findings].map(({ severity }) => severity));
  return (['error', 'warning', 'info'] as const).find((severity) => severities.has(severity));
}

/** As the badge of the view counts. */
function isProblem({ severity }: Finding): boolean {
  return severity === 'error' || severity === 'warning';
}
