import { describeConnector } from '../model/connectors';
import { fold } from '../model/names';
import { entryPath } from '../project/snapshot';
import { keyFixes, operationConnector } from './keyFixes';
import type { Rule } from './rule';
import { apiIdPlace } from '../project/stepPlaces';

export const operationConnectorMismatch: Rule = {
  id: 'operation-connector-mismatch',
  severity: 'error',
  kinds: ['flow'],
  docs: {
    summary: 'A step calls an operation of one connector with a key of another.',
    details: `The last part of a step's \`apiId\` is the connector that has the operation. Its key must hold a connection of that connector, or the call fails.

AI Builder's operation groups run on a Dataverse key, and custom connectors may have an empty \`apiId\`: neither is a finding.

Use a key of the operation's connector.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": { "shared_teams": { "connection": { "connectionReferenceLogicalName": "contoso_teams" }, "api": { "name": "shared_teams" } } },
  "definition": { "actions": { "Send": { "type": "OpenApiConnection", "inputs": { "host": {
    "connectionName": "shared_teams",
    "operationId": "SendEmailV2",
    "apiId": "⟦/providers/Microsoft.PowerApps/apis/shared_office365⟧"
  } } } } }
} }
`,
    ],
    good: [
      `
//- /Workflows/Predict.json
{ "properties": {
  "connectionReferences": { "shared_cds": { "connection": { "connectionReferenceLogicalName": "contoso_cds" }, "api": { "name": "shared_commondataserviceforapps" } } },
  "definition": { "actions": { "Predict": { "type": "OpenApiConnection", "inputs": { "host": {
    "connectionName": "shared_cds",
    "apiId": "/providers/Microsoft.PowerApps/operationGroups/aibuilder"
  } } } } }
} }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    if (!flow || flow.facts.problems.length > 0) return;
    for (const step of flow.facts.steps) {
      const operation = operationConnector(step.apiId);
      if (operation === undefined) continue;
      const entry = flow.facts.entries.find(({ key }) => key === step.key?.name);
      if (!entry?.connector || fold(operation) === fold(entry.connector.name)) continue;
      const [wanted, given] = [operation, entry.connector.name].map((name) => describeConnector(name).title);
      yield {
        place: apiIdPlace(step),
        message: l10n.t(
          "The operation belongs to {0}, but the key '{1}' holds a connection of {2}, so the call fails. Use a key of {0}.",
          wanted ?? operation,
          entry.key,
          given ?? entry.connector.name,
        ),
        related: [
          { at: { file, place: { path: entryPath(entry.key), onKey: true } }, message: l10n.t("Key '{0}'", entry.key) },
        ],
        fixes: () => keyFixes(l10n, flow, step),
      };
    }
  },
};
