/**
 * The tree of the side bar: connector → connection (of each environment) → connection reference → who uses it → step.
 * One thing may stand at several places. A connection without a reference and a reference without a connection are
 * both to be seen. Children are computed when somebody opens their node.
 */
import { compare } from '../base/compare';
import type { L10n } from '../base/l10n';
import { describeConnector } from '../model/connectors';
import { isPackagedFlow } from '../model/fileKind';
import { fold, stepTitle } from '../model/names';
import type { FileId, FilePlace } from '../model/place';
import { declarationFor } from '../project/declared';
import { entryPath, stepsOf, type Flow, type OtherUse, type Snapshot, type Use } from '../project/snapshot';
import { stepKeyPlace } from '../project/stepPlaces';
import { environmentRows } from './card';
import { groupConnections, shortConnection, type ConnectionGroup } from './connectionGroups';
import { collectConnectors, type ConnectorUse } from './connectorUses';
import { counted } from './counted';
import { findingsAt, findingsOfEntry, type FindingsOf } from './findingsAt';
import { keyTarget, type Target } from './target';
import { inWords, union, worstOf, type Problems, type TreeProblems } from './treeProblems';

/** See `TreeNode` of the protocol, which is the same with a location instead of a place. */
export interface TreeItem {
  /** Begins with the id of the node above and a slash. Unique, and the same as long as the thing stands at its place. */
  readonly id: string;
  readonly kind:
    | 'solution'
    | 'environment'
    | 'connector'
    | 'connection'
    | 'reference'
    | 'flow'
    | 'app'
    | 'agent'
    | 'variable'
    | 'step'
    /** Of things that have in common that they lack something. */
    | 'group';
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly at?: FilePlace;
  readonly severity?: 'error' | 'warning' | 'info';
  readonly connectionState?: 'bound' | 'token' | 'unbound' | 'direct';
  /** What commands of its menu are about. */
  readonly about?: Target;
  /** Whether it is only shown because a node below is what somebody looks for. */
  readonly isOnTheWay?: true;
  /** Which thing of the workspace it is, so that it is found from a place in a file. */
  readonly thing: Thing;
  /** Errors and warnings at the node or below. */
  problems(): Problems;
  /** How much uses it: entries of flows, apps, agents and variables; steps for a flow. */
  uses(): number;
  readonly hasChildren: boolean;
  children(): readonly TreeItem[];
}

/** Connectors and references are folded. */
export interface Thing {
  readonly solution?: FileId;
  readonly environment?: string;
  readonly connector?: string;
  readonly connection?: string;
  readonly reference?: string;
  readonly file?: FileId;
  readonly key?: string;
  /** The path of the step, with slashes. */
  readonly step?: string;
  /** Its schema name. */
  readonly agent?: string;
}

export interface TreeContext {
  readonly snapshot: Snapshot;
  readonly findingsOf: FindingsOf;
  readonly found: TreeProblems;
  readonly l10n: L10n;
}

type Context = TreeContext;

/** What of a connector is shown at a place of the tree. */
export interface ConnectorScope {
  /** The id of the node above. */
  readonly parent?: string;
  /** All where it is undefined. */
  readonly environment?: string;
  /** Who uses a reference, as far as it is shown; all where it is undefined. */
  readonly use?: (use: Use) => boolean;
  /** Whether references stand below the connector without the connections that they are bound to. */
  readonly hidesConnections?: true;
}

/** The top of the tree: connectors by title. Empty where the workspace uses none. */
export function connectorTree(context: TreeContext): readonly TreeItem[] {
  return collectConnectors(context.snapshot)
    .map((connector) => connectorItem(context, connector))
    .sort(byLabel);
}

export function byLabel(a: TreeItem, b: TreeItem): number {
  return compare(fold(a.label), fold(b.label)) || compare(a.id, b.id);
}

export function connectorItem(
  context: Context,
  { name, references, direct }: ConnectorUse,
  scope: ConnectorScope = {},
): TreeItem {
  const { snapshot, found } = context;
  const own = `connector:${fold(name)}`;
  const id = scope.parent === undefined ? own : `${scope.parent}/${own}`;
  const { title, tier } = name === '' ? { title: context.l10n.t('Unknown connector') } : describeConnector(name);
  const logicalNames = [...references.values()];
  const problems = once(() =>
    union([
      ...logicalNames.map((logicalName) => referenceProblems(context, logicalName, scope)),
      ...logicalNames.map((logicalName) => bindingProblems(context, logicalName, scope)),
      ...direct.map(({ flow, key }) => found.ofKey(flow, key)),
    ]),
  );
  const flows = new Set(direct.map(({ flow }) => flow.file)).size;
  const severity = worstOf(problems()) ?? (direct.some(isWrong) ? 'warning' : undefined);
  const description = [
    references.size > 0 ? counted(context.l10n, references.size, 'reference') : '',
    flows > 0 ? context.l10n.t('used directly by {0}', counted(context.l10n, flows, 'flow')) : '',
    inWords(context.l10n, problems()),
  ];
  return {
    id,
    kind: 'connector',
    label: title,
    description: description.filter((part) => part !== '').join(', '),
    tooltip: [title, name, tier].filter((part) => part !== undefined && part !== '').join('\n'),
    ...(severity && { severity }),
    ...(name !== '' && { about: { connector: name } }),
    thing: { connector: fold(name) },
    problems,
    uses: () => direct.length + sum(logicalNames, (logicalName) => usesShown(snapshot, logicalName, scope).length),
    hasChildren: true,
    children: () => [
      ...(scope.hidesConnections
        ? logicalNames.map((logicalName) => referenceItem(context, id, logicalName, scope)).sort(byLabel)
        : groupConnections(context.l10n, snapshot, logicalNames, scope.environment).map((group) =>
            connectionItem(context, `${id}/${group.key}`, group, scope),
          )),
      ...(direct.length > 0 ? [directItem(context, id, direct)] : []),
    ],
  };
}

function connectionItem(
  context: Context,
  id: string,
  { label, state, environments, references, at }: ConnectionGroup,
  scope: ConnectorScope,
): TreeItem {
  const { snapshot, found } = context;
  const inEnvironments =
    environments.size === 0 ? context.l10n.t('in no settings file') : [...environments].sort(compare).join(', ');
  const bound = [...references.values()];
  const severity = worstOf(
    bound.flatMap(({ logicalName, places }) =>
      places.flatMap((place) => findingsOfEntry(snapshot, context.findingsOf, logicalName, place)),
    ),
  );
  return {
    id,
    kind: 'connection',
    label: state === 'bound' ? shortConnection(label) : label,
    // Below an environment it is the only one.
    ...(scope.environment === undefined && { description: inEnvironments }),
    ...(state === 'bound' && { tooltip: `${context.l10n.t('Connection {0}', label)}\n${inEnvironments}` }),
    ...(at && { at }),
    ...(severity && { severity }),
    connectionState: state,
    thing: state === 'bound' ? { connection: label } : {},
    problems: once(() =>
      union([
        ...bound.flatMap(({ logicalName, places }) => places.map((place) => found.ofEntry(logicalName, place))),
        ...bound.map(({ logicalName }) => referenceProblems(context, logicalName, scope)),
      ]),
    ),
    uses: () => sum(bound, ({ logicalName }) => usesShown(snapshot, logicalName, scope).length),
    hasChildren: true,
    children: () => bound.map(({ logicalName }) => referenceItem(context, id, logicalName, scope)).sort(byLabel),
  };
}

function directItem(context: Context, parent: string, uses: ConnectorUse['direct']): TreeItem {
  const id = `${parent}/direct`;
  const flows = new Set(uses.map(({ flow }) => flow.file)).size;
  return {
    id,
    kind: 'connection',
    label: context.l10n.t('Used directly'),
    description: counted(context.l10n, flows, 'flow'),
    tooltip: context.l10n.t('Flows that use a connection of this connector without a connection reference'),
    ...(uses.some(isWrong) && { severity: 'warning' }),
    connectionState: 'direct',
    thing: {},
    problems: once(() => union(uses.map(({ flow, key }) => context.found.ofKey(flow, key)))),
    uses: () => uses.length,
    hasChildren: true,
    children: () => uses.map(({ flow, key }) => flowItem(context, id, flow, key)).sort(byLabel),
  };
}

/** Outside of a solution there is nothing else that a flow could use. */
export function isWrong({ flow }: { readonly flow: Flow }): boolean {
  return flow.solution !== undefined;
}

export function referenceItem(
  context: Context,
  parent: string,
  logicalName: string,
  scope: ConnectorScope = {},
): TreeItem {
  const { snapshot } = context;
  const id = `${parent}/reference:${fold(logicalName)}`;
  const uses = usesShown(snapshot, logicalName, scope);
  return {
    ...referenceTexts(context, logicalName),
    id,
    kind: 'reference',
    thing: { reference: fold(logicalName) },
    problems: () => referenceProblems(context, logicalName, scope),
    uses: () => uses.length,
    hasChildren: uses.length > 0,
    children: () =>
      withoutRepeats(
        uses.map((use) =>
          use.by === 'flow' ? flowItem(context, id, use.flow, use.entry.key) : userItem(context, id, use),
        ),
      ).sort(byLabel),
  };
}

/** What a reference is called, and where it stands. */
export function referenceTexts(
  context: Context,
  logicalName: string,
): Pick<TreeItem, 'label' | 'description' | 'tooltip' | 'at' | 'severity' | 'about'> {
  const { snapshot } = context;
  const declared = declarationFor(snapshot, undefined, logicalName);
  const uses = snapshot.usesOf(logicalName);
  const at = declared?.at ?? uses[0]?.at ?? bindingPlace(snapshot, logicalName);
  const severity =
    declared && worstSeverity(context, { file: declared.at.file, place: { path: declared.declaration.path } });
  return {
    label: declared?.title ?? logicalName,
    description: declared
      ? declared.title === logicalName
        ? declared.solution.name
        : logicalName
      : context.l10n.t('declared nowhere here'),
    tooltip: [
      declared?.title,
      logicalName,
      ...snapshot.declarationsOf(logicalName).map(({ solution }) => context.l10n.t('Declared in {0}', solution.name)),
      uses.length === 0
        ? context.l10n.t('Not used')
        : uses.length === 1
          ? context.l10n.t('Used 1 time')
          : context.l10n.t('Used {0} times', uses.length),
    ]
      .filter((line) => line !== undefined)
      .join('\n'),
    ...(at && { at }),
    ...(severity && { severity }),
    about: {
      reference: declared?.logicalName ?? logicalName,
      ...(declared && { file: declared.at.file }),
      ...(declared?.connector !== undefined && { connector: declared.connector }),
    },
  };
}

function usesShown(snapshot: Snapshot, logicalName: string, { use: isShown }: ConnectorScope): readonly Use[] {
  const uses = snapshot.usesOf(logicalName);
  return isShown ? uses.filter(isShown) : uses;
}

/**
 * Where not all of its uses are shown, problems of the others belong elsewhere. Those of its entries in settings stand
 * at the connections, where these are shown.
 */
function referenceProblems(context: Context, logicalName: string, scope: ConnectorScope): Problems {
  const { snapshot, found } = context;
  if (!scope.use) return found.ofReference(logicalName);
  return union([
    ...(scope.hidesConnections ? [bindingProblems(context, logicalName, scope)] : []),
    ...snapshot.declarationsOf(logicalName).map((declared) => found.ofDeclaration(declared)),
    ...usesShown(snapshot, logicalName, scope).map((use) => found.ofUse(use)),
  ]);
}

function bindingProblems({ snapshot, found }: Context, logicalName: string, { environment }: ConnectorScope): Problems {
  const rows = environmentRows(snapshot, logicalName);
  return union(
    rows
      .filter((row) => environment === undefined || row.environment === environment)
      .map(({ at }) => found.ofEntry(logicalName, at)),
  );
}

/** An agent uses a reference once for each of its topics, and is one user all the same. */
function withoutRepeats(items: readonly TreeItem[]): TreeItem[] {
  const byId = new Map<string, TreeItem>();
  for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item);
  return [...byId.values()];
}

function bindingPlace(snapshot: Snapshot, logicalName: string): FilePlace | undefined {
  const [first] = snapshot.bindingsOf(logicalName);
  return first && { file: first.settings.file, place: { path: first.binding.logicalNamePath } };
}

export function flowItem(context: Context, parent: string, flow: Flow, key: string): TreeItem {
  const id = `${parent}/flow:${flow.file}#${key}`;
  const steps = stepsOf(flow, key);
  const at = { file: flow.file, place: { path: entryPath(key), onKey: true as const } };
  const severity = worstSeverity(context, at);
  const about = keyTarget(flow, key);
  const owner = ownerOf(context, flow);
  return {
    id,
    kind: 'flow',
    label: flow.name,
    description: owner,
    tooltip: [flow.name, owner, keyInWords(context, key, steps.length)].join('\n'),
    at,
    ...(severity && { severity }),
    about,
    thing: { file: flow.file, key },
    problems: once(() => context.found.ofKey(flow, key)),
    uses: () => steps.length,
    hasChildren: steps.length > 0,
    children: () => stepItems(context, id, flow, key),
  };
}

/** What a flow is part of. */
export function ownerOf({ l10n }: Context, { solution, file }: Flow): string {
  return solution?.name ?? (isPackagedFlow(file) ? l10n.t('Flow package') : l10n.t('In no solution'));
}

export function keyInWords({ l10n }: Context, key: string, steps: number): string {
  return l10n.t('Key {0}, {1}', key, counted(l10n, steps, 'step'));
}

/** In the order of the flow. */
export function stepItems(context: Context, parent: string, flow: Flow, key: string): readonly TreeItem[] {
  return stepsOf(flow, key).map((step) => {
    const whole = { file: flow.file, place: { path: step.path } };
    const severity = worstSeverity(context, whole);
    return {
      id: `${parent}/step:${step.path.join('/')}`,
      kind: 'step',
      label: stepTitle(step.name),
      description: step.isTrigger ? context.l10n.t('Trigger') : step.scopes.map(stepTitle).join(' › '),
      at: { file: flow.file, place: stepKeyPlace(step) },
      ...(severity && { severity }),
      thing: { file: flow.file, key, step: step.path.join('/') },
      about: { ...keyTarget(flow, key), step: step.path },
      problems: () => context.found.at(whole),
      uses: () => 0,
      hasChildren: false,
      children: () => [],
    };
  });
}

function userItem({ found }: Context, parent: string, use: OtherUse): TreeItem {
  const { by, name, schemaName, solution, at } = use;
  return {
    id: `${parent}/${by}:${at.file}#${schemaName ?? name}`,
    kind: by,
    ...userTexts(use),
    ...(solution && { description: solution.name }),
    at,
    thing: userThing(use),
    problems: () => found.at(at),
    uses: () => 0,
    hasChildren: false,
    children: () => [],
  };
}

/** What an app, agent or variable is called. */
export function userTexts({ name, schemaName = name }: OtherUse): Pick<TreeItem, 'label' | 'tooltip'> {
  return { label: name, ...(schemaName !== name && { tooltip: `${name}\n${schemaName}` }) };
}

export function userThing({ schemaName, at }: OtherUse): Thing {
  return { file: at.file, ...(schemaName !== undefined && { agent: schemaName }) };
}

/** Of the findings at a place or below it, hints aside: they would mark half of the tree. */
export function worstSeverity({ findingsOf }: Context, at: FilePlace): TreeItem['severity'] {
  return worstOf(findingsAt(findingsOf, at));
}

/** For what takes a while, and is asked for more than once. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}

export function sum<T>(items: readonly T[], sizeOf: (item: T) => number): number {
  return items.reduce((total, item) => total + sizeOf(item), 0);
}
