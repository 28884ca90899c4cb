/** All commands that change files, in the order of the help. Each stands in a file of its own. */
import type { ChangeCommand } from './changeCommand';
import { convertCommand } from './convertCommand';
import { runtimeSourceCommand } from './runtimeSourceCommand';
import { useCommand } from './useCommand';

export const changeCommands: readonly ChangeCommand[] = [convertCommand, useCommand, runtimeSourceCommand];

/** @returns undefined when the words begin with none of them. */
export function findChangeCommand(words: readonly string[]): ChangeCommand | undefined {
  return changeCommands.find(({ name }) => name.split(' ').every((word, i) => words[i] === word));
}
