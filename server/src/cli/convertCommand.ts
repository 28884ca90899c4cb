import type { ChangeCommand } from './changeCommand';

export const convertCommand: ChangeCommand = {
  name: 'convert',
  usage: '[paths…] [--create]',
  summary:
    'Binds each direct connection to the connection reference that fits best, and with --create to a new one where none fits.',
  words: [0, 0],
  options: { create: { type: 'boolean' } },
  request: ({ has }) => ({
    kind: 'convert',
    scope: 'workspace',
    // A reference of another solution would make an import depend on that one.
    declares: true,
    ...(has('create') && { creates: true }),
  }),
};
