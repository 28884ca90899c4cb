import type { ChangeCommand } from './changeCommand';

export const removeCommand: ChangeCommand = {
  name: 'remove',
  usage: '[<reference>…] [paths…] [--unused]',
  summary:
    'Removes connection references that nothing uses, with their entries in settings files; --unused finds them.',
  words: [0, Infinity],
  options: { unused: { type: 'boolean' } },
  request({ words, has }) {
    if (has('unused')) {
      return words.length === 0
        ? { kind: 'remove-unused', what: ['references'] }
        : 'Name references, or let --unused find them: not both.';
    }
    return words.length === 0
      ? "Say which references: type 'connref remove <reference>…', or 'connref remove --unused'."
      : { kind: 'remove-references', references: words };
  },
};
