/** What the readers of YAML files share. */
import { findMergeConflict } from '../syntax/conflict';
import { toValue } from '../syntax/json';
import { parseYaml } from '../syntax/yaml';
import type { Problem } from './facts';
import { conflictProblem } from './json';

/** Reads a text; a conflict hides everything else of it. All scalars are texts. */
export function readYaml(source: string): { readonly value: unknown; readonly problems: readonly Problem[] } {
  const document = parseYaml(source);
  const [first] = document.errors;
  if (first) {
    const conflict = findMergeConflict(source);
    if (conflict) return { value: undefined, problems: [conflictProblem(conflict)] };
  }
  return {
    value: toValue(document),
    // Errors behind the first one mostly follow from it.
    problems: first ? [{ kind: 'syntax', message: first.message, place: { span: first.span } }] : [],
  };
}
