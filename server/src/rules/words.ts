/** Words and lists as messages use them. */
import type { L10n } from '../base/l10n';

/** `count(1, 'step')` → `1 step`, `count(2, 'entry', 'entries')` → `2 entries`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

/** `a, b and 3 more`: at most `most` of the names. */
export function enumerate(l10n: L10n, names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? l10n.t('{0} and {1} more', shown, names.length - most) : shown;
}
