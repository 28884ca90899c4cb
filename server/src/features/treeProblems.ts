/** The errors and warnings that stand at nodes of the tree or below, found without making these nodes. */
import type { L10n } from '../base/l10n';
import { fold } from '../model/names';
import type { FileId, FilePlace } from '../model/place';
import { entryPath, stepsOf, type DeclaredReference, type Flow, type Snapshot, type Use } from '../project/snapshot';
import type { Finding, Severity } from '../rules/rule';
import { counted } from './counted';
import { findingsAt, findingsOfEntry, type FindingsOf } from './findingsAt';

export type Problems = ReadonlySet<Finding>;

/** Of one snapshot; what was found is kept, as a reference stands at many nodes. */
export class TreeProblems {
  readonly #snapshot: Snapshot;
  readonly #findingsOf: FindingsOf;
  readonly #ofReferences = new Map<string, Problems>();

  constructor(snapshot: Snapshot, findingsOf: FindingsOf) {
    this.#snapshot = snapshot;
    this.#findingsOf = findingsOf;
  }

  in(file: FileId): Problems {
    return new Set(this.#findingsOf(file).filter(isProblem));
  }

  at(at: FilePlace): Problems {
    return new Set(findingsAt(this.#findingsOf, at).filter(isProblem));
  }

  /** Of an entry of a flow and the steps that use it. */
  ofKey(flow: Flow, key: string): Problems {
    const paths = [entryPath(key), ...stepsOf(flow, key).map(({ path }) => path)];
    return union(paths.map((path) => this.at({ file: flow.file, place: { path } })));
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
    return this.at({ file: at.file, place: { path: declaration.path } });
  }

  /** Of an entry for a reference in a settings file, or that there is none. */
  ofEntry(logicalName: string, at: FilePlace): Problems {
    return new Set(findingsOfEntry(this.#snapshot, this.#findingsOf, logicalName, at).filter(isProblem));
  }

  ofUse(use: Use): Problems {
    return use.by === 'flow' ? this.ofKey(use.flow, use.entry.key) : this.at(use.at);
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
