import { runtimeSourceOf } from '../model/runtimeSource';
import { mayHaveCaller } from '../project/callers';
import { runtimeSourcePath } from '../project/snapshot';
import { setRuntimeSource } from '../refactor/entryEdits';
import type { Rule } from './rule';

export const invokerWithoutCaller: Rule = {
  id: 'invoker-without-caller',
  severity: 'warning',
  kinds: ['flow'],
  docs: {
    summary: "An entry runs with its caller's connection in a flow that nobody calls.",
    details: `\`runtimeSource\` \`invoker\` takes the connection of whoever runs the flow. A flow that starts by a schedule or by an event has no such person, and the step fails: *InvokerConnectionOverrideFailed*.

Use \`embedded\`.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "runtimeSource": "⟦invoker⟧", "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } },
  "definition": { "triggers": { "Recurrence": { "type": "Recurrence", "recurrence": { "frequency": "Day", "interval": 1 } } } }
} }
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "runtimeSource": "invoker", "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } },
  "definition": { "triggers": { "manual": { "type": "Request", "kind": "Button" } } }
} }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    if (!flow || flow.facts.problems.length > 0) return;
    const { entries, triggerTypes } = flow.facts;
    if (mayHaveCaller(flow)) return;
    for (const entry of entries) {
      if (runtimeSourceOf(entry) !== 'invoker') continue;
      const { key } = entry;
      yield {
        place: { path: runtimeSourcePath(key) },
        message: l10n.t(
          "This flow starts by itself ({0}), so it has no caller whose connection '{1}' could run with. Use 'embedded'.",
          triggerTypes.join(', '),
          key,
        ),
        fixes: () => [
          {
            title: l10n.t("Use 'embedded': the connection that the reference is bound to"),
            group: 'correct-name',
            preferred: true,
            apply: (draft) => setRuntimeSource(draft, file, key, 'embedded'),
          },
        ],
      };
    }
  },
};
