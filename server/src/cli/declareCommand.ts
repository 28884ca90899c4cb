import type { ChangeCommand } from './changeCommand';
import { chooseSolution } from './solutionOption';

export const declareCommand: ChangeCommand = {
  name: 'declare',
  usage: '<reference> [paths…] --solution <name>',
  summary: 'Lets a solution declare a connection reference as another solution does.',
  words: [1, 1],
  options: { solution: { type: 'string' } },
  request(input) {
    const [reference = ''] = input.words;
    const solution = chooseSolution(input);
    return typeof solution === 'string' ? solution : { kind: 'declare', file: solution.file, reference };
  },
};
