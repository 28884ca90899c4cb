/**
 * The tree of the side bar: connector → connection (of each environment) → connection reference → who uses it → step.
 * One thing may stand at several places. A connection without a reference and a reference without a connection are
 * both to be seen. Children are computed when somebody opens their node.
 */
import { describeConnector } from '../model/connectors';
import { isPackagedFlow } from '../model/fileKind';
import { fold, stepTitle } from '../model/names';
import type { FileId, FilePlace, Place } from '../model/place';
import { compare } from '../project/build';
import { declarationFor } from '../project/declared';
import { entryPath, stepsOf, type Flow, type FlowUse, type OtherUse, type Snapshot } from '../project/snapshot';
import { stepKeyPlace } from '../project/stepPlaces';
import type { Finding } from '../rules/rule';
import { count } from '../rules/words';
import { groupConnections, shortConnection, type ConnectionGroup } from './connectionGroups';
import { collectConnectors, type ConnectorUse } from './connectorUses';

/** See `TreeNode` of the protocol, which is the same with a location instead of a place. */
export interface TreeItem {
  /** Begins with the id of the node above and a slash. Unique, and the same as long as the thing stands at its place. */
  readonly id: string;
  readonly kind: 'connector' | 'connection' | 'reference' | 'flow' | 'app' | 'agent' | 'variable' | 'step';
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly at?: FilePlace;
  readonly severity?: 'error' | 'warning' | 'info';
  readonly connectionState?: 'bound' | 'token' | 'unbound' | 'direct';
  readonly hasChildren: boolean;
  children(): readonly TreeItem[];
}

interface Context {
  readonly snapshot: Snapshot;
  readonly findingsOf: (file: FileId) => readonly Finding[];
}

/** The top of the tree: connectors by title. Empty where the workspace uses none. */
export function buildTree(snapshot: Snapshot, findingsOf: Context['findingsOf']): readonly TreeItem[] {
  const context = { snapshot, findingsOf };
  return collectConnectors(snapshot)
    .map((connector) => connectorItem(context, connector))
    .sort((a, b) => compare(fold(a.label), fold(b.label)) || compare(a.id, b.id));
}

function connectorItem(context: Context, { name, references, direct }: ConnectorUse): TreeItem {
  const id = `connector:${fold(name)}`;
  const { title, tier } = name === '' ? { title: 'Unknown connector' } : describeConnector(name);
  const children = (): TreeItem[] => [
    ...connectionItems(context, id, [...references.values()]),
    ...(direct.length > 0 ? [directItem(context, id, direct)] : []),
  ];
  const flows = new Set(direct.map(({ flow }) => flow.file)).size;
  const description = [
    references.size > 0 ? count(references.size, 'reference') : '',
    flows > 0 ? `used directly by ${count(flows, 'flow')}` : '',
  ];
  return {
    id,
    kind: 'connector',
    label: title,
    description: description.filter((part) => part !== '').join(', '),
    tooltip: [title, name, tier].filter((part) => part !== undefined && part !== '').join('\n'),
    ...(direct.some(isWrong) && { severity: 'warning' }),
    hasChildren: true,
    children,
  };
}

function connectionItems(context: Context, parent: string, references: readonly string[]): TreeItem[] {
  return groupConnections(context.snapshot, references).map((group) =>
    connectionItem(context, `${parent}/${group.key}`, group),
  );
}

function connectionItem(
  context: Context,
  id: string,
  { label, state, environments, references, at }: ConnectionGroup,
): TreeItem {
  const inEnvironments = [...environments].sort(compare).join(', ');
  return {
    id,
    kind: 'connection',
    label: state === 'bound' ? shortConnection(label) : label,
    description: inEnvironments === '' ? 'in no settings file' : inEnvironments,
    ...(state === 'bound' && { tooltip: `Connection ${label}\n${inEnvironments}` }),
    ...(at && { at }),
    connectionState: state,
    hasChildren: true,
    children: () =>
      [...references.values()]
        .map(({ logicalName }) => referenceItem(context, id, logicalName))
        .sort((a, b) => compare(fold(a.label), fold(b.label)) || compare(a.id, b.id)),
  };
}

function directItem(context: Context, parent: string, uses: ConnectorUse['direct']): TreeItem {
  const id = `${parent}/direct`;
  const flows = new Set(uses.map(({ flow }) => flow.file)).size;
  return {
    id,
    kind: 'connection',
    label: 'Used directly',
    description: count(flows, 'flow'),
    tooltip: 'Flows that use a connection of this connector without a connection reference',
    ...(uses.some(isWrong) && { severity: 'warning' }),
    connectionState: 'direct',
    hasChildren: true,
    children: () => uses.map(({ flow, key }) => flowItem(context, id, flow, key)),
  };
}

/** Outside of a solution there is nothing else that a flow could use. */
function isWrong({ flow }: ConnectorUse['direct'][number]): boolean {
  return flow.solution !== undefined;
}

function referenceItem(context: Context, parent: string, logicalName: string): TreeItem {
  const { snapshot } = context;
  const id = `${parent}/reference:${fold(logicalName)}`;
  const declared = declarationFor(snapshot, undefined, logicalName);
  const uses = snapshot.usesOf(logicalName);
  const at = declared?.at ?? uses[0]?.at ?? bindingPlace(snapshot, logicalName);
  const severity = declared && worstSeverity(context, declared.at);
  return {
    id,
    kind: 'reference',
    label: declared?.title ?? logicalName,
    description: declared
      ? declared.title === logicalName
        ? declared.solution.name
        : logicalName
      : 'declared nowhere here',
    tooltip: [
      declared?.title,
      logicalName,
      ...snapshot.declarationsOf(logicalName).map(({ solution }) => `Declared in ${solution.name}`),
      uses.length === 0 ? 'Not used' : `Used ${count(uses.length, 'time')}`,
    ]
      .filter((line) => line !== undefined)
      .join('\n'),
    ...(at && { at }),
    ...(severity && { severity }),
    hasChildren: uses.length > 0,
    children: () =>
      withoutRepeats(uses.map((use) => (use.by === 'flow' ? boundFlowItem(context, id, use) : userItem(id, use)))),
  };
}

/** An agent uses a reference once for each of its topics, and is one user all the same. */
function withoutRepeats(items: readonly TreeItem[]): readonly TreeItem[] {
  const byId = new Map<string, TreeItem>();
  for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item);
  return [...byId.values()];
}

function bindingPlace(snapshot: Snapshot, logicalName: string): FilePlace | undefined {
  const [first] = snapshot.bindingsOf(logicalName);
  return first && { file: first.settings.file, place: { path: first.binding.logicalNamePath } };
}

function boundFlowItem(context: Context, parent: string, { flow, entry }: FlowUse): TreeItem {
  return flowItem(context, parent, flow, entry.key);
}

function flowItem(context: Context, parent: string, flow: Flow, key: string): TreeItem {
  const id = `${parent}/flow:${flow.file}#${key}`;
  const steps = stepsOf(flow, key);
  const at = { file: flow.file, place: { path: entryPath(key), onKey: true as const } };
  const severity = worstSeverity(context, at);
  return {
    id,
    kind: 'flow',
    label: flow.name,
    description: flow.solution?.name ?? (isPackagedFlow(flow.file) ? 'Flow package' : 'In no solution'),
    tooltip: `${flow.name}\nKey ${key}, ${count(steps.length, 'step')}`,
    at,
    ...(severity && { severity }),
    hasChildren: steps.length > 0,
    children: () =>
      steps.map((step) => ({
        id: `${id}/step:${step.path.join('/')}`,
        kind: 'step',
        label: stepTitle(step.name),
        description: step.isTrigger ? 'Trigger' : step.scopes.map(stepTitle).join(' › '),
        at: { file: flow.file, place: stepKeyPlace(step) },
        hasChildren: false,
        children: () => [],
      })),
  };
}

function userItem(parent: string, { by, name, solution, at }: OtherUse): TreeItem {
  return {
    id: `${parent}/${by}:${at.file}#${name}`,
    kind: by,
    label: name,
    ...(solution && { description: solution.name }),
    at,
    hasChildren: false,
    children: () => [],
  };
}

/** Of the findings at a place or below it, hints aside: they would mark half of the tree. */
function worstSeverity({ findingsOf }: Context, { file, place }: FilePlace): TreeItem['severity'] {
  if (!('path' in place)) return undefined;
  const severities = findingsOf(file)
    .filter(
      (finding) => 'path' in finding.place && place.path.every((segment, i) => isSegment(finding.place, i, segment)),
    )
    .map(({ severity }) => severity);
  return (['error', 'warning', 'info'] as const).find((severity) => severities.includes(severity));
}

function isSegment(place: Place, index: number, segment: string | number): boolean {
  return 'path' in place && place.path[index] === segment;
}
