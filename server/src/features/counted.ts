/** Numbers of things in words: `1 step`, `11 steps`. Each is a text of its own, since languages form plurals differently. */
import type { L10n } from '../base/l10n';

export type Counted =
  'agent' | 'app' | 'connectionReference' | 'flow' | 'otherReference' | 'reference' | 'step' | 'variable';

export function counted(l10n: L10n, n: number, what: Counted): string {
  const isOne = n === 1;
  switch (what) {
    case 'agent':
      return isOne ? l10n.t('1 agent') : l10n.t('{0} agents', n);
    case 'app':
      return isOne ? l10n.t('1 app') : l10n.t('{0} apps', n);
    case 'connectionReference':
      return isOne ? l10n.t('1 connection reference') : l10n.t('{0} connection references', n);
    case 'flow':
      return isOne ? l10n.t('1 flow') : l10n.t('{0} flows', n);
    case 'otherReference':
      return isOne ? l10n.t('1 other reference') : l10n.t('{0} other references', n);
    case 'reference':
      return isOne ? l10n.t('1 reference') : l10n.t('{0} references', n);
    case 'step':
      return isOne ? l10n.t('1 step') : l10n.t('{0} steps', n);
    case 'variable':
      return isOne ? l10n.t('1 environment variable') : l10n.t('{0} environment variables', n);
  }
}
