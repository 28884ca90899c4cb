import type { ChangeCommand } from './changeCommand';

export const convertCommand: ChangeCommand = {
  name: 'convert',
  usage: '[paths…]',
  summary: 'Binds each direct connection to the connection reference that fits best.',
  words: [0, 0],
  options: {},
  request: () => ({ kind: 'convert', scope: 'workspace' }),
};
