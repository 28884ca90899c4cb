import type { L10n } from '../base/l10n';
import { counted } from './counted';

export interface Users {
  readonly flows: number;
  readonly steps: number;
  readonly apps: number;
  readonly agents: number;
  readonly variables: number;
}

/** `Used by 4 flows (11 steps) and 1 app`. */
export function useInWords(l10n: L10n, { flows, steps, apps, agents, variables }: Users): string {
  const users = [
    flows > 0 ? [`${counted(l10n, flows, 'flow')} (${counted(l10n, steps, 'step')})`] : [],
    apps > 0 ? [counted(l10n, apps, 'app')] : [],
    agents > 0 ? [counted(l10n, agents, 'agent')] : [],
    variables > 0 ? [counted(l10n, variables, 'variable')] : [],
  ].flat();
  return users.length === 0 ? l10n.t('Used by nothing in this workspace') : l10n.t('Used by {0}', inWords(l10n, users));
}

function inWords(l10n: L10n, parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return l10n.t('{0} and {1}', parts.slice(0, -1).join(', '), parts.at(-1) ?? '');
}
