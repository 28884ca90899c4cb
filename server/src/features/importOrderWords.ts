/** How the order of imports is told, in Markdown and on a terminal. */
import { enumerate } from '../rules/words';
import type { ImportReason, ImportStep } from './importOrder';

export function reasonWords({ solutions, kind, names }: ImportReason): string {
  const before = solutions.length === 1 ? (solutions[0] ?? '') : `one of ${solutions.join(', ')}`;
  return `after ${before}, which has the ${nouns[kind]}${names.length === 1 ? '' : 's'} ${enumerate(names)}`;
}

const nouns: Readonly<Record<ImportReason['kind'], string>> = {
  reference: 'connection reference',
  connector: 'custom connector',
  'child-flow': 'child flow',
};

export function expectationWords({ solution, references }: ImportStep['expects'][number]): string {
  const noun = references.length === 1 ? 'connection reference' : 'connection references';
  return `${solution} must be in the environment before, for the ${noun} ${enumerate(references)}`;
}

export function cycleWords(cycle: readonly string[]): string {
  const [only] = cycle;
  return cycle.length === 1
    ? `${only ?? ''} needs itself.`
    : `${cycle.join(' needs ')} needs ${only ?? ''}: none of them can be imported first. Move what they share into a solution of its own.`;
}
