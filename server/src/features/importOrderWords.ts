/** How the order of imports is told, in Markdown and on a terminal. */
import type { L10n } from '../base/l10n';
import { enumerate } from '../rules/words';
import type { ImportReason, ImportStep } from './importOrder';

export function reasonWords(l10n: L10n, { solutions, kind, names }: ImportReason): string {
  const [first = ''] = solutions;
  const before = solutions.length === 1 ? first : l10n.t('one of {0}', solutions.join(', '));
  const isOne = names.length === 1;
  const named = enumerate(names);
  switch (kind) {
    case 'reference':
      return isOne
        ? l10n.t('after {0}, which has the connection reference {1}', before, named)
        : l10n.t('after {0}, which has the connection references {1}', before, named);
    case 'connector':
      return isOne
        ? l10n.t('after {0}, which has the custom connector {1}', before, named)
        : l10n.t('after {0}, which has the custom connectors {1}', before, named);
    case 'child-flow':
      return isOne
        ? l10n.t('after {0}, which has the child flow {1}', before, named)
        : l10n.t('after {0}, which has the child flows {1}', before, named);
  }
}

export function expectationWords(l10n: L10n, { solution, references }: ImportStep['expects'][number]): string {
  const named = enumerate(references);
  return references.length === 1
    ? l10n.t('{0} must be in the environment before, for the connection reference {1}', solution, named)
    : l10n.t('{0} must be in the environment before, for the connection references {1}', solution, named);
}

export function cycleWords(l10n: L10n, cycle: readonly string[]): string {
  const [only = ''] = cycle;
  if (cycle.length === 1) return l10n.t('{0} needs itself.', only);
  const chain = [...cycle, only].reduce((before, next) => l10n.t('{0} needs {1}', before, next));
  return l10n.t('{0}: none of them can be imported first. Move what they share into a solution of its own.', chain);
}
