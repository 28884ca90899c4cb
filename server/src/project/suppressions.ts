/** What configurations say that nobody is to be told: thousands of entries are found by what they say, not one by one. */
import { Multimap } from '../base/multimap';
import type { BaselineEntry, Suppression } from '../model/facts';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import { GlobIndex } from './globs';

export interface ConfiguredSuppression extends Suppression {
  /** The configuration that says it. */
  readonly from: FileId;
}

export interface ConfiguredBaselineEntry extends BaselineEntry {
  readonly from: FileId;
  /** The whole name of the file that `file` means. */
  readonly target: FileId;
}

/** A finding as entries name it. */
export interface NamedFinding {
  readonly rule: string;
  readonly file: FileId;
  readonly pointer: string;
  /** Folded names that its place leads by. */
  readonly names: readonly string[];
}

interface Ordered {
  readonly order: number;
  readonly suppression: ConfiguredSuppression;
}

export class Suppressions {
  readonly #byRulePointerAndName = new Map<string, GlobIndex<Ordered>>();

  constructor(suppressions: readonly ConfiguredSuppression[]) {
    const alike = new Multimap<string, Ordered>();
    for (const [order, suppression] of suppressions.entries()) {
      const { rule, pointer, name } = suppression;
      alike.add(keyOf(rule, pointer, name === undefined ? undefined : fold(name)), { order, suppression });
    }
    for (const [key, those] of alike.entries()) {
      const entries = those.map((value) => {
        const { from, files } = value.suppression;
        return { from, globs: files.length === 0 ? undefined : files, value };
      });
      this.#byRulePointerAndName.set(key, new GlobIndex(entries));
    }
  }

  get isEmpty(): boolean {
    return this.#byRulePointerAndName.size === 0;
  }

  /**
   * The first that holds for a finding.
   * @param today is compared with the day until which one holds.
   */
  find({ rule, file, pointer, names }: NamedFinding, today: string): ConfiguredSuppression | undefined {
    const keys = [undefined, ...names].flatMap((name) => [keyOf(rule, undefined, name), keyOf(rule, pointer, name)]);
    return keys
      .flatMap((key) => this.#byRulePointerAndName.get(key)?.matching(file) ?? [])
      .filter(({ suppression: { expires } }) => expires === undefined || today <= expires)
      .sort((a, b) => a.order - b.order)[0]?.suppression;
  }
}

export class Baseline {
  readonly #entries = new Map<string, ConfiguredBaselineEntry>();

  constructor(entries: readonly ConfiguredBaselineEntry[]) {
    for (const entry of entries) {
      const key = keyOf(entry.rule, entry.pointer, fold(entry.target));
      if (!this.#entries.has(key)) this.#entries.set(key, entry);
    }
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  find({ rule, file, pointer }: NamedFinding): ConfiguredBaselineEntry | undefined {
    return this.#entries.get(keyOf(rule, pointer, fold(file)));
  }
}

function keyOf(...parts: readonly (string | undefined)[]): string {
  return JSON.stringify(parts);
}
