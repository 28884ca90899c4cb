import { say } from '../base/l10n';
import { mayBeAnybodys } from './anybodysFile';
import type { Rule } from './rule';

export const mergeConflict: Rule = {
  id: 'merge-conflict',
  severity: 'error',
  docs: {
    summary: 'A file holds conflict markers of a merge.',
    details: `Nothing else is reported for the file: neither side of the conflict can be trusted.

Choose a side, or join both, and remove the markers.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
⟦<<<<<<<⟧ HEAD
  "connectionReferences": {},
=======
  "connectionReferences": null,
>>>>>>> main
  "definition": {}
} }
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": { "connectionReferences": {}, "definition": { "description": "<<<<<<< HEAD" } } }
`,
    ],
  },

  *check({ file, facts, snapshot, l10n }) {
    if (mayBeAnybodys(snapshot, file, facts)) return;
    for (const { kind, place, message } of facts.problems) {
      if (kind === 'conflict') yield { place, message: say(l10n, message) };
    }
  },
};
