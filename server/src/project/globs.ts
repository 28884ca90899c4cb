/**
 * Finds what is said of a file by globs, of which a configuration may hold thousands. A glob is asked only about files
 * that have the folder or name which it can't do without, and compiled when that happens first.
 */
import picomatch from 'picomatch';
import { Multimap } from '../base/multimap';
import { fold, parentFolder } from '../model/names';
import type { FileId } from '../model/place';

export interface GlobEntry<T> {
  /** The configuration that the globs are relative to the folder of. */
  readonly from: FileId;
  /** Undefined for every file. */
  readonly globs: readonly string[] | undefined;
  readonly value: T;
}

export type CompileGlob = (glob: string) => (path: string) => boolean;

/** Whether a glob can be used at all. */
export function isGlob(glob: string): boolean {
  return glob.trim() !== '' && glob.length <= 1000;
}

export class GlobIndex<T> {
  readonly #entries: readonly GlobEntry<T>[];
  /** Indices of the entries that count for every file. */
  readonly #everywhere: readonly number[];
  /** By the segment that a path needs; the empty one for those that need none. */
  readonly #patterns: Multimap<string, Pattern>;

  constructor(entries: readonly GlobEntry<T>[], compile: CompileGlob = compileGlob) {
    this.#entries = entries;
    this.#everywhere = entries.flatMap(({ globs }, i) => (globs === undefined ? [i] : []));
    const patterns = new Map<string, Pattern>();
    for (const [i, { from, globs = [] }] of entries.entries()) {
      for (const glob of globs.filter(isGlob)) {
        const key = `${from}\n${glob}`;
        const pattern = patterns.get(key) ?? new Pattern(from, glob, compile);
        patterns.set(key, pattern);
        pattern.entries.push(i);
      }
    }
    this.#patterns = byRarestSegment([...patterns.values()]);
  }

  /** What is said of a file, in the order of the entries. */
  matching(file: FileId): readonly T[] {
    const indices = new Set(this.#everywhere);
    for (const pattern of this.#candidates(file)) {
      if (pattern.matches(file)) for (const i of pattern.entries) indices.add(i);
    }
    return [...indices].sort((a, b) => a - b).flatMap((i) => this.#entries[i]?.value ?? []);
  }

  /** Globs that match none of these files. */
  unused(files: Iterable<FileId>): ReadonlySet<string> {
    const unused = new Set([...this.#patterns.values()].flat());
    for (const file of files) {
      for (const pattern of this.#candidates(file)) {
        if (unused.has(pattern) && pattern.matches(file)) unused.delete(pattern);
      }
    }
    return new Set([...unused].map(({ glob }) => glob));
  }

  #candidates(file: FileId): readonly Pattern[] {
    return [...new Set(['', ...file.split('/').map(alike)])].flatMap((segment) => this.#patterns.get(segment));
  }
}

/** For one glob alone. */
export function matcher(from: FileId, glob: string): (file: FileId) => boolean {
  const pattern = new Pattern(from, glob, compileGlob);
  return (file) => isGlob(glob) && pattern.matches(file);
}

class Pattern {
  readonly glob: string;
  /** Indices of the entries that it is of. */
  readonly entries: number[] = [];
  /** Of all files below the folder of the configuration. */
  readonly #prefix: string;
  readonly #start: number;
  readonly #compile: CompileGlob;
  #compiled: ((path: string) => boolean) | undefined;

  constructor(from: FileId, glob: string, compile: CompileGlob) {
    this.glob = glob;
    const folder = `${parentFolder(from)}/`;
    this.#prefix = fold(folder);
    this.#start = folder.length;
    this.#compile = compile;
  }

  matches(file: FileId): boolean {
    if (!fold(file).startsWith(this.#prefix)) return false;
    this.#compiled ??= this.#compile(this.glob);
    return this.#compiled(file.slice(this.#start));
  }
}

/** The segment that fewest others need tells most: of `Workflows/Order.json` mostly the second one. */
function byRarestSegment(patterns: readonly Pattern[]): Multimap<string, Pattern> {
  const needed = patterns.map((pattern) => ({ pattern, segments: neededSegments(pattern.glob) }));
  const counts = new Map<string, number>();
  for (const segment of needed.flatMap(({ segments }) => segments)) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  const rank = (segment: string): number => counts.get(segment) ?? 0;
  const result = new Multimap<string, Pattern>();
  for (const { pattern, segments } of needed) {
    result.add(
      segments.reduce((a, b) => (rank(b) < rank(a) ? b : a), segments[0] ?? ''),
      pattern,
    );
  }
  return result;
}

/**
 * Folders and the name without wildcards, one of which every path has that the glob matches. What stands behind a
 * bracket or brace may be one of several ways.
 */
function neededSegments(glob: string): readonly string[] {
  if (glob.startsWith('!') || glob.includes('|')) return [];
  const [plain = ''] = /^(?:[^\\[{("!@+]|\\[\\*?[\]{}()!"])*/.exec(glob) ?? [];
  const segments = plain.split('/');
  if (plain.length < glob.length) segments.pop();
  return segments
    .filter((segment) => /^(?:[\p{L}\p{N}\p{M} _.\-#%&=~,]|\\[*?[\]{}()!"])+$/u.test(segment) && !/^\.*$/.test(segment))
    .map((segment) => alike(segment.replaceAll(/\\(.)/g, '$1')));
}

/** The same for names that a pattern without case takes for the same. */
function alike(segment: string): string {
  return segment.toUpperCase();
}

/** Without case, as file names on most disks compare. The bare expression is many times as fast as what runs it. */
function compileGlob(glob: string): (path: string) => boolean {
  const bare = glob.replace(/^\.\//, '');
  const expression = picomatch.makeRe(bare, { nocase: true, dot: true });
  return (path) => path === bare || expression.test(path);
}
