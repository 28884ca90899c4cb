import { keyFixes } from './keyFixes';
import type { Rule } from './rule';

export const missingOperationConnection: Rule = {
  id: 'missing-operation-connection',
  severity: 'error',
  kinds: ['flow'],
  docs: {
    summary: 'A step that calls a connector names no connection key.',
    details: `A step of type OpenApiConnection… or ApiConnection… runs on a connection, and says which one by a key of its flow's \`connectionReferences\`. Without a key the import fails.

Name a key of the step's connector.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": {},
  "definition": { "actions": { "⟦Send_an_email⟧": { "type": "OpenApiConnection", "inputs": { "host": {
    "apiId": "/providers/Microsoft.PowerApps/apis/shared_office365", "operationId": "SendEmailV2"
  } } } } }
} }
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": {},
  "definition": { "actions": { "Run_a_child_flow": { "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "3f2a9c41-0000-4000-8000-000000000000" } } } } }
} }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    if (!flow || flow.facts.problems.length > 0) return;
    for (const step of flow.facts.steps) {
      const { name, type, key, path } = step;
      if (key || !/^(OpenApi|Api)Connection/.test(type)) continue;
      yield {
        place: { path, onKey: true },
        message: l10n.t(
          "The step '{0}' calls a connector but names no connection key, so it has no connection to run on. Name a key of this flow's connectionReferences.",
          name,
        ),
        fixes: () => keyFixes(l10n, flow, step),
      };
    }
  },
};
