/** Lists as messages use them. */
import type { L10n } from '../base/l10n';

/** `a, b and 3 more`: at most `most` of the names. */
export function enumerate(l10n: L10n, names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? l10n.t('{0} and {1} more', shown, names.length - most) : shown;
}
