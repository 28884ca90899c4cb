/** All commands that change files, in the order of the help. Each stands in a file of its own. */
import { bindCommand } from './bindCommand';
import type { ChangeCommand } from './changeCommand';
import { convertCommand } from './convertCommand';
import { createCommand } from './createCommand';
import { declareCommand } from './declareCommand';
import { mergeCommand } from './mergeCommand';
import { renameCommand } from './renameCommand';
import { removeCommand } from './removeCommand';
import { applyNamingCommand, renameDisplayCommand } from './renameDisplayCommand';
import { runtimeSourceCommand } from './runtimeSourceCommand';
import { settingsCopyCommand } from './settingsCopyCommand';
import { settingsCreateCommand } from './settingsCreateCommand';
import { settingsUpdateCommand } from './settingsUpdateCommand';
import { useCommand } from './useCommand';

export const changeCommands: readonly ChangeCommand[] = [
  convertCommand,
  createCommand,
  declareCommand,
  useCommand,
  mergeCommand,
  renameCommand,
  renameDisplayCommand,
  applyNamingCommand,
  removeCommand,
  runtimeSourceCommand,
  bindCommand,
  settingsUpdateCommand,
  settingsCreateCommand,
  settingsCopyCommand,
];

/** @returns undefined when the words begin with none of them. */
export function findChangeCommand(words: readonly string[]): ChangeCommand | undefined {
  return changeCommands.find(({ name }) => name.split(' ').every((word, i) => words[i] === word));
}
