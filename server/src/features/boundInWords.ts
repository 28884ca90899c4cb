import type { L10n } from '../base/l10n';
import { Multimap } from '../base/multimap';
import type { EnvironmentRow } from './card';

/** `dev: shared-sql-1a2b · prod, test: filled in by the pipeline`. */
export function boundInWords(l10n: L10n, rows: readonly EnvironmentRow[]): string {
  const environments = new Multimap<string, string>();
  for (const row of rows) environments.add(connectionInWords(l10n, row), row.environment);
  const parts = [...environments.entries()];
  if (rows.every(({ state }) => state !== 'bound' && state !== 'token')) return l10n.t('not bound');
  return parts.map(([connection, names]) => `${[...new Set(names)].join(', ')}: ${connection}`).join(' · ');
}

export function connectionInWords(l10n: L10n, { state, connectionId = '' }: EnvironmentRow): string {
  if (state === 'bound') return connectionId;
  return state === 'token' ? l10n.t('filled in by the pipeline') : l10n.t('not bound');
}
