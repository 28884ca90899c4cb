import type { L10n } from '../base/l10n';
import { isToken } from '../model/names';
import { declarationFor } from '../project/declared';
import type { Rule } from './rule';

export const settingsUnbound: Rule = {
  id: 'settings-unbound',
  severity: 'info',
  kinds: ['settings'],
  docs: {
    summary: 'A deployment settings file binds a connection reference to nothing.',
    details: `An empty \`ConnectionId\` leaves the reference without a connection after the import, and the flows that use it stay off: *Connection Id missing for connection reference logical name '…'*. A pipeline's token such as \`#{connectionreference.contoso_sql}#\` is no finding: something fills it in.

Enter the connection's id of that environment. For an environment that \`connref.json\` calls strict, the finding is an error, and a token is one too.`,
    bad: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [ { "LogicalName": "contoso_sql", "ConnectionId": ⟦""⟧ } ] }
`,
    ],
    good: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [ { "LogicalName": "contoso_sql", "ConnectionId": "#{sql}#" }, { "LogicalName": "contoso_teams", "ConnectionId": "shared-teams-0fae" } ] }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const settings = snapshot.settingsAt(file);
    for (const { logicalName, logicalNamePath, connectionId, connectionIdPath } of settings?.facts.bindings ?? []) {
      const isEmpty = connectionId === undefined || connectionId.trim() === '';
      const isOpen = settings?.isStrict === true && connectionId !== undefined && isToken(connectionId);
      if (!isEmpty && !isOpen) continue;
      const declared = declarationFor(snapshot, settings?.solutions[0], logicalName);
      yield {
        place: { path: connectionId === undefined ? logicalNamePath : connectionIdPath },
        ...(settings?.isStrict && { severity: 'error' as const }),
        message: describe(l10n, logicalName, settings?.environment ?? '', connectionId),
        ...(declared && { related: [{ at: declared.at, message: l10n.t("'{0}' is declared here", logicalName) }] }),
      };
    }
  },
};

function describe(l10n: L10n, logicalName: string, environment: string, connectionId: string | undefined): string {
  if (connectionId === undefined) {
    return l10n.t(
      "'{0}' is not bound in {1}: it has no ConnectionId, so the flows that use it can't be turned on there. Enter the id of a connection of that environment.",
      logicalName,
      environment,
    );
  }
  return connectionId.trim() === ''
    ? l10n.t(
        "'{0}' is not bound in {1}: its ConnectionId is empty, so the flows that use it can't be turned on there. Enter the id of a connection of that environment.",
        logicalName,
        environment,
      )
    : l10n.t(
        "'{0}' is not bound in {1}: only a pipeline fills in its ConnectionId, and the environment is strict, so the flows that use it can't be turned on there. Enter the id of a connection of that environment.",
        logicalName,
        environment,
      );
}
