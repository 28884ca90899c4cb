/** Looking into plain JSON values of unknown shape. */
import { toSay } from '../base/l10n';
import { findMergeConflict } from '../syntax/conflict';
import { parseJson, toValue } from '../syntax/json';
import type { Problem } from './facts';

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property's value, so that a file with a property named `__proto__` or `constructor` surprises nobody. */
export function get(value: unknown, ...names: readonly string[]): unknown {
  let current = value;
  for (const name of names) {
    if (!isRecord(current)) return undefined;
    const inner = current[name];
    // Looked at first, because most properties that are asked for are not there and `hasOwn` takes its time.
    if (inner === undefined || !Object.hasOwn(current, name)) return undefined;
    current = inner;
  }
  return current;
}

/** A string that is not empty, else undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * Reads a text with the native parser, which is five times as fast as a positioned tree; only a broken text is read
 * again by the tolerant one, for what is left of it and for the places of the errors.
 */
export function readJson(source: string): { readonly value: unknown; readonly problems: readonly Problem[] } {
  try {
    return { value: JSON.parse(source), problems: [] };
  } catch (error) {
    const conflict = findMergeConflict(source);
    if (conflict) return { value: undefined, problems: [conflictProblem(conflict)] };
    const document = parseJson(source);
    // Errors behind the first one mostly follow from it.
    const first = document.errors[0] ?? {
      message: { text: '{0}', values: [(error as Error).message] },
      span: { start: 0, end: 0 },
    };
    const problem: Problem = { kind: 'syntax', message: first.message, place: { span: first.span } };
    return { value: toValue(document), problems: [problem] };
  }
}

/** The problem of a file with conflict markers: nothing else of it can be trusted. */
export function conflictProblem(span: { readonly start: number; readonly end: number }): Problem {
  return {
    kind: 'conflict',
    message: toSay('This file holds a merge conflict that nobody has resolved. Choose a side and remove the markers.'),
    place: { span },
  };
}
