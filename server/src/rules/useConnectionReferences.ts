import type { L10n } from '../base/l10n';
import type { ConnectionEntry } from '../model/facts';
import { describeConnector } from '../model/connectors';
import { stepTitle } from '../model/names';
import { hasCandidate } from '../project/fitting';
import { entryPath, stepsOf, type Flow, type Snapshot } from '../project/snapshot';
import { removeConnection } from '../refactor/entryEdits';
import { canHaveNewReference, newReferenceFixes } from './declarationFixes';
import { referenceFixes } from './referenceFixes';
import type { Fix, Rule, RuleFinding } from './rule';
import { stepKeyPlace } from '../project/stepPlaces';

export const useConnectionReferences: Rule = {
  id: 'use-connection-references',
  severity: 'warning',
  kinds: ['flow'],
  docs: {
    summary: 'A flow uses a connection directly instead of through a connection reference.',
    details: `A connection belongs to one environment and one owner, and never travels with a solution. A flow that uses one directly can't be turned on after an import until somebody connects it by hand, in every environment. The maker portal says *Use connection references* and offers *Remove connections so connection references can be added*; the solution checker says \`flow-avoid-connection-mode\`.

There are two messages. *Direct*: the entry names a connection. *Unbound*: it names nothing. That is what an export leaves of a direct connection, and what removing it leaves behind; in source the two can't be told apart.

Bind the entry to a connection reference of its connector. Where none fits, add one to the solution first.`,
    bad: [
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": {
    "⟦shared_office365⟧": { "runtimeSource": "embedded", "connection": {}, "api": { "name": "shared_office365" } }
  },
  "definition": { "actions": { "Send": { "type": "OpenApiConnection", "inputs": { "host": { "connectionName": "shared_office365" } } } } }
} }
`,
      `
//- /Workflows/Notify.json
{ "properties": {
  "connectionReferences": {
    "⟦shared_teams⟧": { "runtimeSource": "embedded", "connection": { "name": "shared-teams-1b2c" }, "api": { "name": "shared_teams" } },
    "⟦shared_sql⟧": { "connectionName": "0fae", "id": "/providers/Microsoft.PowerApps/apis/shared_sql", "source": "Embedded" }
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
    "shared_office365": {
      "runtimeSource": "embedded",
      "connection": { "connectionReferenceLogicalName": "contoso_outlook" },
      "api": { "name": "shared_office365" }
    }
  },
  "definition": {}
} }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_outlook">
  <connectorid>/providers/Microsoft.PowerApps/apis/shared_office365</connectorid>
</connectionreference></connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const flow = snapshot.flowAt(file);
    if (!flow?.solution) return;
    for (const entry of flow.facts.entries) {
      if (entry.logicalName === undefined) yield checkEntry(l10n, snapshot, flow, entry);
    }
  },
};

function checkEntry(l10n: L10n, snapshot: Snapshot, flow: Flow, entry: ConnectionEntry): RuleFinding {
  const steps = stepsOf(flow, entry.key);
  return {
    place: { path: entryPath(entry.key), onKey: true },
    message: describe(l10n, entry, steps.length),
    related: steps.map((step) => ({
      at: { file: flow.file, place: stepKeyPlace(step) },
      message: [...step.scopes, step.name].map(stepTitle).join(' › '),
    })),
    fixes: () => listFixes(l10n, snapshot, flow, entry),
    hasFixes: () =>
      entry.connectionName !== undefined ||
      canHaveNewReference(flow, entry) ||
      (entry.connector !== undefined && hasCandidate(snapshot, flow, entry.connector.name)),
  };
}

function describe(l10n: L10n, entry: ConnectionEntry, steps: number): string {
  return l10n.t('Use connection references. {0} {1}', directUse(l10n, entry), usedBy(l10n, steps));
}

function directUse(l10n: L10n, { key, connector, connectionName }: ConnectionEntry): string {
  const title = connector && describeConnector(connector.name).title;
  if (connectionName === undefined) {
    return title === undefined
      ? l10n.t(
          "'{0}' uses a connection directly, or none yet (an export leaves its name out), so the flow can't be turned on after an import until somebody connects it by hand.",
          key,
        )
      : l10n.t(
          "'{0}' uses an unnamed {1} connection directly, or none yet (an export leaves its name out), so the flow can't be turned on after an import until somebody connects it by hand.",
          key,
          title,
        );
  }
  return title === undefined
    ? l10n.t(
        "'{0}' uses the connection '{1}' directly, so the flow can't be turned on after an import until somebody connects it by hand.",
        key,
        connectionName,
      )
    : l10n.t(
        "'{0}' uses the {1} connection '{2}' directly, so the flow can't be turned on after an import until somebody connects it by hand.",
        key,
        title,
        connectionName,
      );
}

function usedBy(l10n: L10n, steps: number): string {
  if (steps === 0) return l10n.t('No step uses it.');
  return steps === 1 ? l10n.t('1 step uses it.') : l10n.t('{0} steps use it.', steps);
}

function listFixes(l10n: L10n, snapshot: Snapshot, flow: Flow, entry: ConnectionEntry): Fix[] {
  const found = referenceFixes(l10n, snapshot, flow, entry);
  // With one reference of its own a solution leaves no choice.
  const isOnlyOwn = found.filter(({ origin }) => origin === 'same solution').length === 1;
  const fixes = found.map((fix): Fix => ({
    ...fix,
    group: 'use-reference',
    ...(fix.preferred && isOnlyOwn && { isSafe: true }),
  }));
  const creations = newReferenceFixes(l10n, snapshot, flow, entry);
  if (entry.connectionName === undefined) return [...fixes, ...creations];
  const remove: Fix = {
    title: l10n.t('Remove connections so connection references can be added'),
    group: 'remove-connections',
    apply: (draft) => removeConnection(draft, flow.file, entry),
  };
  return [...fixes, ...creations, remove];
}
