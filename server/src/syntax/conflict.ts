import type { Span } from '../base/span';

/**
 * Finds the first conflict marker that a merge left in a text.
 * @returns the marker's span (`<<<<<<<`), or undefined where there is none or only half of the three markers.
 */
export function findMergeConflict(text: string): Span | undefined {
  const open = /^<{7}(?= |\r?$)/m.exec(text);
  if (!open || !/^={7}\r?$/m.test(text) || !/^>{7}(?= |\r?$)/m.test(text)) return undefined;
  return { start: open.index, end: open.index + 7 };
}
