import { fold } from '../model/names';
import { isKnownConnector } from '../model/connectors';
import { proposeNames } from '../refactor/proposeNames';
import type { CreateRequest } from '../refactor/request';
import type { ChangeCommand, ChangeInput } from './changeCommand';
import { chooseSolution } from './solutionOption';

export const createCommand: ChangeCommand = {
  name: 'create',
  usage:
    '<connector> [paths…] [--solution <name>] [--display-name <name>] [--logical-name <name>] [--description <text>] [--bind <settings file>=<connection id>]…',
  summary: 'Adds a connection reference to a solution and its settings files; names that are not given are proposed.',
  words: [1, 1],
  options: {
    solution: { type: 'string' },
    'display-name': { type: 'string' },
    'logical-name': { type: 'string' },
    description: { type: 'string' },
    bind: { type: 'string', multiple: true },
  },
  request(input) {
    const { words, snapshot, text } = input;
    const [typed = ''] = words;
    const solution = chooseSolution(input);
    if (typeof solution === 'string') return solution;
    const bindings = readBindings(input);
    if (typeof bindings === 'string') return bindings;
    // Nobody says `shared_office365` who has not seen it in a file.
    const connector = isKnownConnector(`shared_${fold(typed)}`) ? `shared_${fold(typed)}` : typed;
    const proposed = proposeNames(snapshot, solution, connector);
    const description = text('description');
    return {
      kind: 'create',
      file: solution.file,
      connector,
      displayName: text('display-name') ?? proposed.displayName,
      logicalName: text('logical-name') ?? proposed.logicalName,
      ...(description !== undefined && { description }),
      bindings,
    };
  },
};

function readBindings({ texts, file }: ChangeInput): NonNullable<CreateRequest['bindings']> | string {
  const bindings = texts('bind').map((typed) => ({ typed, at: typed.lastIndexOf('=') }));
  const wrong = bindings.find(({ at }) => at < 1);
  if (wrong) return `--bind can't be '${wrong.typed}'. Type '--bind <settings file>=<connection id>'.`;
  return bindings.map(({ typed, at }) => ({ file: file(typed.slice(0, at)), connectionId: typed.slice(at + 1) }));
}
