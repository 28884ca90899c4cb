/** What a property is, and how it tells what it found. */
import type { Random } from './random';
import type { Unit } from './units';

export interface Property {
  /** A sentence that is true. */
  readonly name: string;
  /** What is counted, in the plural. */
  readonly counted: string;
  readonly scopes: readonly Unit['scope'][];
  check(unit: Unit, report: Report, random: Random): void;
}

export interface Report {
  count(n?: number): void;
  fail(message: string): void;
}
