import type { ChangeCommand } from './changeCommand';

export const settingsUpdateCommand: ChangeCommand = {
  name: 'settings update',
  usage: '[paths…] [--file <settings file>] [--remove-stale]',
  summary:
    'Adds what deployment settings lack of their solutions; with --remove-stale it removes what these no longer have.',
  words: [0, 0],
  options: { file: { type: 'string' }, 'remove-stale': { type: 'boolean' } },
  request({ text, has, file }) {
    const typed = text('file');
    return {
      kind: 'update-settings',
      ...(typed !== undefined && { file: file(typed) }),
      removesStale: has('remove-stale'),
    };
  },
};
