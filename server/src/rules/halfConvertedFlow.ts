import { entryPath } from '../project/snapshot';
import { convert } from '../refactor/convert';
import { referenceFixes } from './referenceFixes';
import type { Rule } from './rule';
import { enumerate } from './words';

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

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    if (!flow?.solution) return;
    const { entries } = flow.facts;
    const direct = entries.filter(({ logicalName }) => logicalName === undefined);
    const bound = entries.length - direct.length;
    if (direct.length === 0 || bound === 0) return;
    const rest = enumerate(
      l10n,
      direct.map(({ key }) => key),
    );
    yield {
      place: { path: ['properties', 'connectionReferences'], onKey: true },
      message:
        bound === 1
          ? l10n.t(
              'Only 1 entry of {0} is bound to a connection reference, so an import still asks for hand work. Convert the rest: {1}.',
              entries.length,
              rest,
            )
          : l10n.t(
              'Only {0} entries of {1} are bound to a connection reference, so an import still asks for hand work. Convert the rest: {2}.',
              bound,
              entries.length,
              rest,
            ),
      related: direct.map(({ key }) => ({
        at: { file, place: { path: entryPath(key), onKey: true } },
        message: l10n.t("'{0}' uses a connection directly", key),
      })),
      fixes: () => {
        const best = direct.flatMap((entry) => referenceFixes(l10n, snapshot, flow, entry).slice(0, 1));
        if (best.length === 0) return [];
        return [
          {
            title: l10n.t('Use the best connection reference for the rest'),
            ...(best.some(({ reachesFurther }) => reachesFurther) && { reachesFurther: true }),
            apply: (draft) => void convert(draft, { kind: 'convert', scope: 'flow', file, declares: true }),
          },
        ];
      },
    };
  },
};
