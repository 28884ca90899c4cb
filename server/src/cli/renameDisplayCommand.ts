import type { ChangeCommand } from './changeCommand';
import { chooseSolution } from './solutionOption';

export const renameDisplayCommand: ChangeCommand = {
  name: 'rename-display',
  usage: '<reference> <display name> [paths…] [--solution <name>]',
  summary: 'Gives a connection reference another display name, in one solution or in all that declare it.',
  words: [2, 2],
  options: { solution: { type: 'string' } },
  request(input) {
    const [reference = '', displayName = ''] = input.words;
    if (!input.has('solution')) return { kind: 'rename-display', reference, displayName };
    const solution = chooseSolution(input);
    return typeof solution === 'string'
      ? solution
      : { kind: 'rename-display', reference, displayName, file: solution.file };
  },
};

export const applyNamingCommand: ChangeCommand = {
  name: 'apply-naming',
  usage: '[paths…] [--solution <name>]',
  summary: "Gives all connection references display names by connref.json's naming template.",
  words: [0, 0],
  options: { solution: { type: 'string' } },
  request(input) {
    if (!input.has('solution')) return { kind: 'apply-naming' };
    const solution = chooseSolution(input);
    return typeof solution === 'string' ? solution : { kind: 'apply-naming', file: solution.file };
  },
};
