import type { Rule } from './rule';

export const childFlowNotInSolution: Rule = {
  id: 'child-flow-not-in-solution',
  severity: 'info',
  kinds: ['flow'],
  docs: {
    summary: 'A step calls a child flow that no solution of the workspace has.',
    details: `A child flow is named by its GUID. It must be in the target environment before the flow that calls it can be turned on.

Add it to the solution, or import the solution that has it first.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": { "connectionReferences": {}, "definition": { "actions": {
  "Log": { "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "⟦3f2a9c41-0000-4000-8000-000000000000⟧" } } }
} } } }
`,
    ],
    good: [
      `
//- /Workflows/Notify.json
{ "properties": { "connectionReferences": {}, "definition": { "actions": {
  "Log": { "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "3f2a9c41-0000-4000-8000-000000000000" } } }
} } } }
//- /Workflows/Log-3F2A9C41-0000-4000-8000-000000000000.json
{ "properties": { "connectionReferences": {}, "definition": {} } }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    if (!flow?.solution) return;
    for (const { childFlow, path, name } of flow.facts.steps) {
      if (childFlow === undefined || !/^[0-9a-f-]{36}$/i.test(childFlow) || snapshot.hasWorkflow(childFlow)) continue;
      yield {
        place: { path: [...path, 'inputs', 'host', 'workflowReferenceName'] },
        message: l10n.t(
          "The child flow that '{0}' calls is in no solution here, so it must be in the environment already when this flow is turned on.",
          name,
        ),
      };
    }
  },
};
