import { fold } from '../model/names';
import { runtimeSourcePath } from '../project/snapshot';
import { setRuntimeSource } from '../refactor/entryEdits';
import type { Rule } from './rule';

export const unknownRuntimeSource: Rule = {
  id: 'unknown-runtime-source',
  severity: 'warning',
  kinds: ['flow'],
  docs: {
    summary: 'A `runtimeSource` is neither `embedded` nor `invoker`.',
    details: `\`embedded\` runs a flow with the connection that its reference is bound to, \`invoker\` with one of whoever runs it. The platform knows no other.

Use \`embedded\`, unless the flow is meant to run with its caller's connection.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "runtimeSource": "⟦embeded⟧", "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } },
  "definition": {}
} }
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "runtimeSource": "Embedded", "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } },
  "definition": {}
} }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    for (const { key, runtimeSource } of snapshot.flowAt(file)?.facts.entries ?? []) {
      if (runtimeSource === undefined || ['embedded', 'invoker'].includes(fold(runtimeSource))) continue;
      yield {
        place: { path: runtimeSourcePath(key) },
        message: l10n.t(
          "'{0}' is no runtime source: 'embedded' runs with the bound connection, 'invoker' with the caller's. Use 'embedded'.",
          runtimeSource,
        ),
        fixes: () => [
          {
            title: l10n.t("Use 'embedded'"),
            group: 'correct-name',
            preferred: true,
            apply: (draft) => setRuntimeSource(draft, file, key, 'embedded'),
          },
        ],
      };
    }
  },
};
