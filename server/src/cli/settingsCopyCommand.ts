import type { ChangeCommand } from './changeCommand';

export const settingsCopyCommand: ChangeCommand = {
  name: 'settings copy',
  usage: '<from> <to> [paths…]',
  summary:
    'Adds the connection references of one deployment settings file to another, with their connections left empty.',
  words: [2, 2],
  options: {},
  request: ({ words: [from = '', to = ''], file }) => ({
    kind: 'copy-bindings',
    fromFile: file(from),
    toFile: file(to),
  }),
};
