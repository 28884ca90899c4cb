import { Multimap } from '../base/multimap';
import type { EnvironmentRow } from './card';

/** `dev: shared-sql-1a2b · prod, test: filled in by the pipeline`. */
export function boundInWords(rows: readonly EnvironmentRow[]): string {
  const environments = new Multimap<string, string>();
  for (const row of rows) environments.add(connectionInWords(row), row.environment);
  const parts = [...environments.entries()];
  if (parts.every(([connection]) => connection === notBound)) return notBound;
  return parts.map(([connection, names]) => `${[...new Set(names)].join(', ')}: ${connection}`).join(' · ');
}

export function connectionInWords({ state, connectionId = '' }: EnvironmentRow): string {
  return state === 'bound' ? connectionId : state === 'token' ? 'filled in by the pipeline' : notBound;
}

const notBound = 'not bound';
