import type { ChangeCommand } from './changeCommand';

export const renameCommand: ChangeCommand = {
  name: 'rename',
  usage: '<old> <new> [paths…]',
  summary: 'Gives a connection reference another logical name, wherever it stands.',
  words: [2, 2],
  options: {},
  request: ({ words: [from = '', to = ''] }) => ({ kind: 'rename', from, to }),
};
