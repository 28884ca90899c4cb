import { say } from '../base/l10n';
import { mayBeAnybodys } from './anybodysFile';
import type { Rule } from './rule';

export const syntaxError: Rule = {
  id: 'syntax-error',
  severity: 'error',
  docs: {
    summary: 'A file does not parse, or a part of it has a shape that the platform does not read.',
    details: `The file can't be imported, and Connref can judge only what it could read of it: rules that would need the rest are silent.

Mend the file at the place; what stands behind it may be reported next.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": { "connectionReferences": {}, "definition": {} } ⟦]⟧
`,
      `
//- /Workflows/Notify.json
{ "properties": { "⟦connectionReferences⟧": [], "definition": {} } }
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": { "connectionReferences": {}, "definition": {} } }
`,
    ],
  },

  *check({ file, facts, snapshot, l10n }) {
    if (mayBeAnybodys(snapshot, file, facts)) return;
    for (const { kind, place, message } of facts.problems) {
      if (kind === 'syntax') yield { place, message: say(l10n, message) };
    }
  },
};
