import type { ChangeCommand } from './changeCommand';

export const mergeCommand: ChangeCommand = {
  name: 'merge',
  usage: '<into> <from>… [paths…]',
  summary: 'Lets one connection reference stand for others of its connector, wherever they are used.',
  words: [2, Infinity],
  options: {},
  request: ({ words: [into = '', ...from] }) => ({ kind: 'merge', into, from }),
};
