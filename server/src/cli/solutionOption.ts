/** The solution that a command is about, named by its option or the only one that there is. */
import { english } from '../base/l10n';
import { fold } from '../model/names';
import type { Solution } from '../project/snapshot';
import type { ChangeInput } from './changeCommand';
import { enumerate } from '../rules/words';

/** @returns as a text what is wrong with the call. */
export function chooseSolution({ snapshot, text }: ChangeInput): Solution | string {
  const wanted = text('solution');
  const solutions = snapshot.solutions.filter(({ isManaged }) => !isManaged);
  const names = enumerate(
    english,
    solutions.map(({ name }) => name),
  );
  if (wanted !== undefined) {
    const found = snapshot.solutions.filter(({ name }) => fold(name) === fold(wanted));
    const [first] = found;
    if (!first) return `There is no solution '${wanted}' here${names === '' ? '' : `; there is ${names}`}.`;
    return found.length === 1 ? first : `There are several solutions '${wanted}' here: name the folder of one.`;
  }
  const [only] = solutions;
  if (!only) return 'There is no solution here that could be changed.';
  return solutions.length === 1 ? only : `Say which solution: '--solution <name>', one of ${names}.`;
}
