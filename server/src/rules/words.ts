/** Words and lists as messages use them. */

/** `count(1, 'step')` → `1 step`, `count(2, 'step')` → `2 steps`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** `a, b and 3 more`: at most `most` of the names. */
export function enumerate(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
