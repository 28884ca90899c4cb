import { entryPath } from '../project/snapshot';
import { convert } from '../refactor/convert';
import { referenceFixes } from './referenceFixes';
import type { Rule } from './rule';
import { count, enumerate } from './words';

export const halfConvertedFlow: Rule = {
  id: 'half-converted-flow',
  severity: 'warning',
  kinds: ['flow'],
  docs: {
    summary: 'Some entries of a flow are bound to connection references, and some use connections directly.',
    details: `Somebody began to turn the flow over to connection references and stopped halfway. It still needs hand work after every import, which the other entries no longer do.

Convert the rest.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "⟦connectionReferences⟧": {
    "shared_teams": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } },
    "shared_sql": { "connection": {}, "api": { "name": "shared_sql" } }
  },
  "definition": {}
} }
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": {
    "shared_teams": { "connection": {}, "api": { "name": "shared_teams" } },
    "shared_sql": { "connection": {}, "api": { "name": "shared_sql" } }
  },
  "definition": {}
} }
`,
    ],
  },

  *check({ file, snapshot }) {
    const flow = snapshot.flowAt(file);
    if (!flow?.solution) return;
    const { entries } = flow.facts;
    const direct = entries.filter(({ logicalName }) => logicalName === undefined);
    if (direct.length === 0 || direct.length === entries.length) return;
    yield {
      place: { path: ['properties', 'connectionReferences'], onKey: true },
      message: `Only ${count(entries.length - direct.length, 'entry', 'entries')} of ${entries.length} ${entries.length - direct.length === 1 ? 'is' : 'are'} bound to a connection reference, so an import still asks for hand work. Convert the rest: ${enumerate(direct.map(({ key }) => key))}.`,
      related: direct.map(({ key }) => ({
        at: { file, place: { path: entryPath(key), onKey: true } },
        message: `'${key}' uses a connection directly`,
      })),
      fixes: () => {
        const best = direct.flatMap((entry) => referenceFixes(snapshot, flow, entry).slice(0, 1));
        if (best.length === 0) return [];
        return [
          {
            title: 'Use the best connection reference for the rest',
            ...(best.some(({ reachesFurther }) => reachesFurther) && { reachesFurther: true }),
            apply: (draft) => void convert(draft, { kind: 'convert', scope: 'flow', file, declares: true }),
          },
        ];
      },
    };
  },
};
