import { count } from '../rules/words';

export interface Users {
  readonly flows: number;
  readonly steps: number;
  readonly apps: number;
  readonly agents: number;
  readonly variables: number;
}

/** `Used by 4 flows (11 steps) and 1 app`. */
export function useInWords({ flows, steps, apps, agents, variables }: Users): string {
  const users = [
    flows > 0 ? [`${count(flows, 'flow')} (${count(steps, 'step')})`] : [],
    apps > 0 ? [count(apps, 'app')] : [],
    agents > 0 ? [count(agents, 'agent')] : [],
    variables > 0 ? [count(variables, 'environment variable')] : [],
  ].flat();
  return users.length === 0 ? 'Used by nothing in this workspace' : `Used by ${inWords(users)}`;
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
