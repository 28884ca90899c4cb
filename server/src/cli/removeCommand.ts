import type { ChangeCommand } from './changeCommand';

export const removeCommand: ChangeCommand = {
  name: 'remove',
  usage: '[<reference>…] [paths…] [--unused] [--unused-keys]',
  summary:
    'Removes connection references that nothing uses, with their entries in settings files; --unused finds them, and --unused-keys the keys of flows that no step uses.',
  words: [0, Infinity],
  options: { unused: { type: 'boolean' }, 'unused-keys': { type: 'boolean' } },
  request({ words, has }) {
    const what = [...(has('unused') ? ['references' as const] : []), ...(has('unused-keys') ? ['keys' as const] : [])];
    if (what.length > 0) {
      return words.length === 0
        ? { kind: 'remove-unused', what }
        : 'Name references, or let --unused find them: not both.';
    }
    return words.length === 0
      ? "Say which references: type 'connref remove <reference>…', or 'connref remove --unused'."
      : { kind: 'remove-references', references: words };
  },
};
