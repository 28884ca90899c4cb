/** Numbers of things in words: `1 step`, `11 steps`. Each is a text of its own, since languages form plurals differently. */
import type { L10n } from '../base/l10n';

export type Counted =
  | 'agent'
  | 'app'
  | 'connection'
  | 'connectionReference'
  | 'connector'
  | 'flow'
  | 'otherReference'
  | 'problem'
  | 'reference'
  | 'solution'
  | 'step'
  | 'use'
  | 'variable';

export function counted(l10n: L10n, n: number, what: Counted): string {
  const isOne = n === 1;
  switch (what) {
    case 'agent':
      return isOne ? l10n.t('1 agent') : l10n.t('{0} agents', n);
    case 'app':
      return isOne ? l10n.t('1 app') : l10n.t('{0} apps', n);
    case 'connection':
      return isOne ? l10n.t('1 connection') : l10n.t('{0} connections', n);
    case 'connectionReference':
      return isOne ? l10n.t('1 connection reference') : l10n.t('{0} connection references', n);
    case 'connector':
      return isOne ? l10n.t('1 connector') : l10n.t('{0} connectors', n);
    case 'flow':
      return isOne ? l10n.t('1 flow') : l10n.t('{0} flows', n);
    case 'otherReference':
      return isOne ? l10n.t('1 other reference') : l10n.t('{0} other references', n);
    case 'problem':
      return isOne ? l10n.t('1 problem') : l10n.t('{0} problems', n);
    case 'reference':
      return isOne ? l10n.t('1 reference') : l10n.t('{0} references', n);
    case 'solution':
      return isOne ? l10n.t('1 solution') : l10n.t('{0} solutions', n);
    case 'step':
      return isOne ? l10n.t('1 step') : l10n.t('{0} steps', n);
    case 'use':
      return isOne ? l10n.t('1 use') : l10n.t('{0} uses', n);
    case 'variable':
      return isOne ? l10n.t('1 environment variable') : l10n.t('{0} environment variables', n);
  }
}
