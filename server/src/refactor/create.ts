/** Makes a connection reference: its declaration, an entry in each settings file, and the connections that use it. */
import { connectorIdOf, fold } from '../model/names';
import type { ConnectionEntry } from '../model/facts';
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
  if (!solution) return { refused: 'This file belongs to no solution, so nothing can be declared for it.' };
  const entries = findEntries(snapshot, request);
  if (typeof entries === 'string') return { refused: entries };
  const noSettings = request.bindings?.find(({ file }) => !snapshot.settingsAt(file));
  if (noSettings) return { refused: `'${noSettings.file}' is no settings file of this workspace.` };
  const refused = createIn(draft, snapshot, solution, request);
  if (refused !== undefined) return { refused };
  for (const { flow, entry } of entries) {
    if (draft.mayEdit(flow.file)) bindEntry(draft, flow.file, entry, request.logicalName);
  }
  return `Create connection reference '${request.displayName.trim()}'`;
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
    wrongConnector(connector) ??
    wrongLogicalName(snapshot, logicalName, connector) ??
    wrongDisplayName(solution, title) ??
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
function findEntries(snapshot: Snapshot, { entries = [], connector }: CreateRequest): FlowEntry[] | string {
  const found: FlowEntry[] = [];
  for (const { file, key } of entries) {
    const flow = snapshot.flowAt(file);
    const entry = flow?.facts.entries.find((candidate) => candidate.key === key);
    if (!flow || !entry) return `There is no key '${key}' in '${file}'.`;
    if (entry.connector && fold(entry.connector.name) !== fold(connector)) {
      return `The key '${key}' of '${flow.name}' is for ${connectorTitle(snapshot, entry.connector.name)}, not for ${connectorTitle(snapshot, connector)}.`;
    }
    found.push({ flow, entry });
  }
  return found;
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
  const { prefix } = solution;
  if (prefix !== undefined && !fold(logicalName).startsWith(`${fold(prefix)}_`)) {
    draft.note(
      `'${logicalName}' does not begin with '${prefix}_', the prefix of ${solution.name}'s publisher: it will look as if it came from another solution.`,
    );
  }
  const { naming } = snapshot.configurationOf(solution.file);
  if (!followsNaming(title, connector, naming)) {
    draft.note(`'${title}' does not follow the naming of this workspace, ${naming.template ?? naming.pattern ?? ''}.`);
  }
  if (isCustomConnector(connector) && customConnectorGuid(snapshot, connector) === undefined) {
    draft.note(
      `The custom connector '${connector}' is not in this workspace, so the id that an export would write for it is left out.`,
    );
  }
}
