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
  return refusal ?? outcomes[0] ?? { refused: `No deployment settings of '${environment}' are about '${reference}'.` };
}

function bindIn(draft: Draft, file: FileId, reference: string, connectionId: string): Outcome {
  const { snapshot } = draft;
  const settings = snapshot.settingsAt(file);
  if (!settings) return { refused: `'${file}' is no deployment settings file of the workspace.` };
  const entries = settings.facts.bindings.filter(({ logicalName }) => fold(logicalName) === fold(reference));
  const known = connectorIdOf(snapshot, settings, reference);
  if (entries.length === 0 && known === undefined) {
    return { refused: `There is no connection reference '${reference}' in the workspace.` };
  }
  for (const { connectionId: before = '' } of entries) {
    if (before !== '' && before !== connectionId) {
      draft.note(`In ${settings.environment}, '${reference}' was bound to '${before}'.`);
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
    ? `Unbind '${reference}' in ${settings.environment}`
    : `Bind '${reference}' in ${settings.environment}`;
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
      `'${connectionId}' looks like a connection of '${other}', but '${reference}' is for ${describeConnector(connector).title}.`,
    );
  }
  const elsewhere = draft.snapshot
    .bindingsTo(connectionId)
    .find(({ settings }) => fold(settings.environment) !== fold(environment));
  if (elsewhere) {
    draft.note(
      `The settings for ${elsewhere.settings.environment} name '${connectionId}' too, and a connection lives in one environment.`,
    );
  }
}
