/** Sets the connection of a reference in the settings file of an environment. */
import { otherConnectorOf } from '../model/connection';
import { describeConnector } from '../model/connectors';
import { connectorName, fold, isToken } from '../model/names';
import type { FileId } from '../model/place';
import { declarationFor } from '../project/declared';
import { settingsToBind } from '../project/settingsToBind';
import type { SettingsFile, Snapshot } from '../project/snapshot';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import type { BindRequest } from './request';
import { addSettingsEntry, setSettingsConnection } from './settingsEntries';

export function bind(draft: Draft, request: BindRequest): Outcome {
  const { reference, connectionId } = request;
  if ('file' in request) return bindIn(draft, request.file, reference, connectionId);
  const { environment } = request;
  const outcomes = settingsToBind(draft.snapshot, reference, environment).map(({ file }) =>
    bindIn(draft, file, reference, connectionId),
  );
  const refusal = outcomes.find((outcome) => typeof outcome === 'object');
  return (
    refusal ??
    outcomes[0] ?? { refused: draft.l10n.t("No deployment settings of '{0}' are about '{1}'.", environment, reference) }
  );
}

function bindIn(draft: Draft, file: FileId, reference: string, connectionId: string): Outcome {
  const { snapshot } = draft;
  const settings = snapshot.settingsAt(file);
  if (!settings) return { refused: draft.l10n.t("'{0}' is no deployment settings file of the workspace.", file) };
  const entries = settings.facts.bindings.filter(({ logicalName }) => fold(logicalName) === fold(reference));
  const known = connectorIdOf(snapshot, settings, reference);
  if (entries.length === 0 && known === undefined) {
    return { refused: draft.l10n.t("There is no connection reference '{0}' in the workspace.", reference) };
  }
  for (const { connectionId: before = '' } of entries) {
    if (before !== '' && before !== connectionId) {
      draft.note(draft.l10n.t("In {0}, '{1}' was bound to '{2}'.", settings.environment, reference, before));
    }
  }
  const connectorId = known ?? entries[0]?.connectorId;
  noteDoubts(draft, settings, reference, connectionId, connectorId);
  if (entries.length > 0) setSettingsConnection(draft, file, reference, connectionId);
  else
    addSettingsEntry(draft, file, {
      logicalName: declaredName(snapshot, reference),
      connectorId: connectorId ?? '',
      connectionId,
    });
  return connectionId === ''
    ? draft.l10n.t("Unbind '{0}' in {1}", reference, settings.environment)
    : draft.l10n.t("Bind '{0}' in {1}", reference, settings.environment);
}

/** The connector's id as it is declared, else as a flow uses it; undefined where nobody knows the reference. */
function connectorIdOf(snapshot: Snapshot, { solutions }: SettingsFile, reference: string): string | undefined {
  const [ownDeclaration] = solutions.flatMap(({ declarations }) =>
    declarations.filter(({ logicalName }) => fold(logicalName) === fold(reference)),
  );
  const declared = ownDeclaration ?? declarationFor(snapshot, undefined, reference);
  if (declared) return declared.declaration.connectorId ?? '';
  for (const use of snapshot.usesOf(reference)) {
    const connector = use.by === 'flow' ? use.entry.connector?.name : use.connector;
    if (connector !== undefined) return `/providers/Microsoft.PowerApps/apis/${connector}`;
  }
  return snapshot.bindingsOf(reference).find(({ binding }) => binding.connectorId !== undefined)?.binding.connectorId;
}

function declaredName(snapshot: Snapshot, reference: string): string {
  return declarationFor(snapshot, undefined, reference)?.logicalName ?? reference;
}

/** What rules would find afterwards. */
function noteDoubts(
  draft: Draft,
  { environment }: SettingsFile,
  reference: string,
  connectionId: string,
  connectorId: string | undefined,
): void {
  if (connectionId === '' || isToken(connectionId)) return;
  const connector = connectorName(connectorId ?? '');
  const other = connector === undefined ? undefined : otherConnectorOf(connectionId, connector);
  if (connector !== undefined && other !== undefined) {
    draft.note(
      draft.l10n.t(
        "'{0}' looks like a connection of '{1}', but '{2}' is for {3}.",
        connectionId,
        other,
        reference,
        describeConnector(connector).title,
      ),
    );
  }
  const elsewhere = draft.snapshot
    .bindingsTo(connectionId)
    .find(({ settings }) => fold(settings.environment) !== fold(environment));
  if (elsewhere) {
    draft.note(
      draft.l10n.t(
        "The settings for {0} name '{1}' too, and a connection lives in one environment.",
        elsewhere.settings.environment,
        connectionId,
      ),
    );
  }
}
