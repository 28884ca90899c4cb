import type { ChangeCommand } from './changeCommand';

export const settingsCreateCommand: ChangeCommand = {
  name: 'settings create',
  usage: '<file> [paths…] [--solution <name>]…',
  summary:
    'Writes a new deployment settings file for all unmanaged solutions or for those named, with nothing filled in.',
  words: [1, 1],
  options: { solution: { type: 'string', multiple: true } },
  request({ words: [typed = ''], texts, file }) {
    const solutions = texts('solution');
    return { kind: 'create-settings', file: file(typed), ...(solutions.length > 0 && { solutions }) };
  },
};
