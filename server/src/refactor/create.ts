/** Makes a connection reference: its declaration, an entry in each settings file, and the connections that use it. */
import { isKnownConnector } from '../model/connectors';
import { connectorIdOf, fold } from '../model/names';
import type { ConnectionEntry } from '../model/facts';
import { allConnectorNames } from '../project/connectorOwners';
import { connectorTitle, customConnectorGuid, isCustomConnector } from '../project/customConnectors';
import { followsNaming } from '../project/naming';
import type { Flow, Snapshot, Solution } from '../project/snapshot';
import { addDeclaration, declarationContent, reasonNotToDeclare } from './declaration';
import type { Draft } from './draft';
import { bindEntry } from './entryEdits';
import type { Outcome } from './plan';
import type { CreateRequest } from './request';
import { addSettingsEntry } from './settingsEntries';
import { wrongConnector, wrongDisplayName, wrongLogicalName } from './validNames';

export function create(draft: Draft, request: CreateRequest): Outcome {
  const { snapshot } = draft;
  const solution = snapshot.solutionOf(request.file);
  if (!solution)
    return { refused: draft.l10n.t('This file belongs to no solution, so nothing can be declared for it.') };
  const entries = findEntries(draft, snapshot, request);
  if (typeof entries === 'string') return { refused: entries };
  const noSettings = request.bindings?.find(({ file }) => !snapshot.settingsAt(file));
  if (noSettings) return { refused: draft.l10n.t("'{0}' is no settings file of this workspace.", noSettings.file) };
  const refused = createIn(draft, snapshot, solution, request);
  if (refused !== undefined) return { refused };
  for (const { flow, entry } of entries) {
    if (draft.mayEdit(flow.file)) bindEntry(draft, flow.file, entry, request.logicalName);
  }
  return draft.l10n.t("Create connection reference '{0}'", request.displayName.trim());
}

/**
 * Declares a new reference and adds it to the settings files of the solution.
 * @param snapshot may be older than the draft, by what this reference does not depend on.
 * @returns why it can't be done.
 */
export function createIn(
  draft: Draft,
  snapshot: Snapshot,
  solution: Solution,
  { connector, displayName, logicalName, description, bindings = [] }: Omit<CreateRequest, 'kind' | 'file' | 'entries'>,
): string | undefined {
  const title = displayName.trim();
  const reason =
    wrongConnector(draft.l10n, connector) ??
    wrongLogicalName(draft.l10n, snapshot, logicalName, connector) ??
    wrongDisplayName(draft.l10n, solution, title) ??
    reasonNotToDeclare(draft, snapshot, solution);
  if (reason !== undefined) return reason;
  const content = declarationContent(draft, solution, {
    logicalName,
    displayName: title,
    connectorId: connectorIdOf(connector),
    customConnectorGuid: customConnectorGuid(snapshot, connector),
    description: description?.trim() === '' ? undefined : description?.trim(),
  });
  addDeclaration(draft, snapshot, solution, content);
  addToSettings(draft, snapshot, solution, { logicalName, connectorId: connectorIdOf(connector), bindings });
  tellDoubts(draft, snapshot, solution, { connector, title, logicalName });
  return undefined;
}

/** Lets the settings files of a solution name a reference. */
export function addToSettings(
  draft: Draft,
  snapshot: Snapshot,
  solution: Solution,
  reference: Pick<CreateRequest, 'logicalName' | 'bindings'> & { readonly connectorId: string },
): void {
  const { logicalName, connectorId, bindings = [] } = reference;
  const own = snapshot.settings.filter(({ solutions }) => solutions.includes(solution)).map(({ file }) => file);
  for (const file of new Set([...own, ...bindings.map((binding) => binding.file)])) {
    const connectionId = bindings.findLast((binding) => binding.file === file)?.connectionId ?? '';
    addSettingsEntry(draft, file, { logicalName, connectorId, connectionId });
  }
}

interface FlowEntry {
  readonly flow: Flow;
  readonly entry: ConnectionEntry;
}

/** @returns as a text why one of them can't be bound to it. */
function findEntries(
  draft: Draft,
  snapshot: Snapshot,
  { entries = [], connector }: CreateRequest,
): FlowEntry[] | string {
  const found: FlowEntry[] = [];
  for (const { file, key } of entries) {
    const flow = snapshot.flowAt(file);
    const entry = flow?.facts.entries.find((candidate) => candidate.key === key);
    if (!flow || !entry) return draft.l10n.t("There is no key '{0}' in '{1}'.", key, file);
    if (entry.connector && fold(entry.connector.name) !== fold(connector)) {
      return draft.l10n.t(
        "The key '{0}' of '{1}' is for {2}, not for {3}.",
        key,
        flow.name,
        connectorTitle(snapshot, entry.connector.name),
        connectorTitle(snapshot, connector),
      );
    }
    found.push({ flow, entry });
  }
  return found;
}

/** Whether a connector is in the catalogue, was made by somebody, or is used in the workspace. */
function isNamedAnywhere({ solutions }: Snapshot, connector: string): boolean {
  if (isKnownConnector(connector) || isCustomConnector(connector)) return true;
  return solutions.some((solution) => allConnectorNames(solution).some((name) => fold(name) === fold(connector)));
}

interface Doubtful {
  readonly connector: string;
  readonly title: string;
  readonly logicalName: string;
}

/** What is allowed, and yet may not be what somebody wants. */
function tellDoubts(
  draft: Draft,
  snapshot: Snapshot,
  solution: Solution,
  { connector, title, logicalName }: Doubtful,
): void {
  if (!isNamedAnywhere(snapshot, connector)) {
    draft.note(
      draft.l10n.t(
        "'{0}' is no connector that is known here. Check its name: an import fails where there is none.",
        connector,
      ),
    );
  }
  const { prefix } = solution;
  if (prefix !== undefined && !fold(logicalName).startsWith(`${fold(prefix)}_`)) {
    draft.note(
      draft.l10n.t(
        "'{0}' does not begin with '{1}_', the prefix of {2}'s publisher: it will look as if it came from another solution.",
        logicalName,
        prefix,
        solution.name,
      ),
    );
  }
  const { naming } = snapshot.configurationOf(solution.file);
  if (!followsNaming(title, connector, naming)) {
    draft.note(
      draft.l10n.t(
        "'{0}' does not follow the naming of this workspace, {1}.",
        title,
        naming.template ?? naming.pattern ?? '',
      ),
    );
  }
  if (isCustomConnector(connector) && customConnectorGuid(snapshot, connector) === undefined) {
    draft.note(
      draft.l10n.t(
        "The custom connector '{0}' is not in this workspace, so the id that an export would write for it is left out.",
        connector,
      ),
    );
  }
}
