/**
 * The tree by flow: flow → reference that a key of it is bound to, or connection that it uses directly → step. Apps,
 * agents and variables stand among the flows; references that nothing uses come last.
 */
import { describeConnector } from '../model/connectors';
import { fold } from '../model/names';
import { entryPath, stepsOf, type Flow, type OtherUse } from '../project/snapshot';
import type { ConnectionEntry } from '../model/facts';
import { counted } from './counted';
import { keyTarget } from './target';
import {
  byLabel,
  isWrong,
  keyInWords,
  once,
  ownerOf,
  referenceItem,
  referenceTexts,
  stepItems,
  sum,
  userTexts,
  userThing,
  worstSeverity,
  type TreeContext,
  type TreeItem,
} from './tree';
import { inWords, union, worstOf } from './treeProblems';

export function flowTree(context: TreeContext): readonly TreeItem[] {
  const { snapshot } = context;
  const flows = snapshot.flows.filter(({ facts }) => facts.entries.length > 0);
  const unused = [...snapshot.names].filter((name) => snapshot.usesOf(name).length === 0);
  return [
    ...[...flows.map((flow) => flowItem(context, flow)), ...userItems(context)].sort(byLabel),
    ...(unused.length > 0 ? [unusedItem(context, unused)] : []),
  ];
}

function flowItem(context: TreeContext, flow: Flow): TreeItem {
  const id = `flow:${flow.file}`;
  const { entries } = flow.facts;
  const steps = sum(entries, ({ key }) => stepsOf(flow, key).length);
  const problems = context.found.in(flow.file);
  const severity = worstOf(problems);
  return {
    id,
    kind: 'flow',
    label: flow.name,
    description: [ownerOf(context, flow), inWords(context.l10n, problems)].filter((part) => part !== '').join(', '),
    tooltip: `${flow.name}\n${ownerOf(context, flow)}\n${counted(context.l10n, entries.length, 'connection')}, ${counted(context.l10n, steps, 'step')}`,
    at: { file: flow.file, place: { span: { start: 0, end: 0 } } },
    ...(severity && { severity }),
    thing: { file: flow.file },
    about: { file: flow.file },
    problems: () => problems,
    uses: () => steps,
    hasChildren: true,
    children: () => entries.map((entry) => entryItem(context, id, flow, entry)).sort(byLabel),
  };
}

/** Two entries may be bound to one reference. */
function entryItem(context: TreeContext, parent: string, flow: Flow, entry: ConnectionEntry): TreeItem {
  const { key, logicalName, connector } = entry;
  const id = `${parent}/key:${key}`;
  const steps = stepsOf(flow, key).length;
  const at = { file: flow.file, place: { path: entryPath(key), onKey: true as const } };
  const severity = worstSeverity(context, at);
  const title = connector ? describeConnector(connector.name).title : context.l10n.t('Unknown connector');
  const own =
    logicalName === undefined
      ? {
          kind: 'connection' as const,
          connectionState: 'direct' as const,
          label: title,
          description: isWrong({ flow })
            ? context.l10n.t('used directly, without a connection reference')
            : context.l10n.t('used directly'),
          tooltip: `${title}\n${keyInWords(context, key, steps)}`,
        }
      : { ...withoutSeverity(context, referenceTexts(context, logicalName), key), kind: 'reference' as const };
  return {
    ...own,
    id,
    at,
    ...(severity && { severity }),
    about: keyTarget(flow, key),
    thing: {
      file: flow.file,
      key,
      ...(logicalName !== undefined && { reference: fold(logicalName) }),
      ...(connector && { connector: fold(connector.name) }),
    },
    problems: once(() => context.found.ofKey(flow, key)),
    uses: () => steps,
    hasChildren: steps > 0,
    children: () => stepItems(context, id, flow, key),
  };
}

/** The entry of the flow has findings of its own. */
function withoutSeverity(
  { l10n }: TreeContext,
  { label, description, tooltip }: ReturnType<typeof referenceTexts>,
  key: string,
): Pick<TreeItem, 'label' | 'description' | 'tooltip'> {
  return {
    label,
    ...(description !== undefined && { description }),
    tooltip: [tooltip, l10n.t('Key {0}', key)].filter((line) => line !== undefined).join('\n'),
  };
}

/** Apps, agents and variables, each with the references that it uses. */
function userItems(context: TreeContext): TreeItem[] {
  const { snapshot } = context;
  const users = new Map<string, OtherUse[]>();
  for (const name of snapshot.names) {
    for (const use of snapshot.usesOf(name)) {
      if (use.by === 'flow') continue;
      // An agent uses references from a file for each of its topics.
      const id = `${use.by}:${use.solution?.root ?? ''}#${use.schemaName ?? use.name}`;
      users.set(id, [...(users.get(id) ?? []), use]);
    }
  }
  return [...users].flatMap(([id, uses]) => {
    const [first] = uses;
    return first ? [userItem(context, id, first, uses)] : [];
  });
}

function userItem(context: TreeContext, id: string, first: OtherUse, uses: OtherUse[]): TreeItem {
  const { by, solution, at } = first;
  const byName = new Map(uses.map((use) => [fold(use.logicalName), use]));
  return {
    id,
    kind: by,
    ...userTexts(first),
    ...(solution && { description: solution.name }),
    at,
    thing: userThing(first),
    problems: once(() => union(uses.map((use) => context.found.ofUse(use)))),
    uses: () => 0,
    hasChildren: true,
    children: () =>
      [...byName.values()]
        .map((use) => ({
          ...referenceItem(context, id, use.logicalName, { use: () => false }),
          at: use.at,
          problems: () => context.found.ofUse(use),
        }))
        .sort(byLabel),
  };
}

function unusedItem(context: TreeContext, names: readonly string[]): TreeItem {
  const id = 'unused';
  const children = once(() => names.map((name) => referenceItem(context, id, asWritten(context, name))).sort(byLabel));
  return {
    id,
    kind: 'group',
    label: context.l10n.t('Used by nothing'),
    description: counted(context.l10n, names.length, 'reference'),
    tooltip: context.l10n.t(
      'References that are declared or bound, and that no flow, app, agent or variable of this workspace uses',
    ),
    thing: {},
    problems: once(() => union(children().map((child) => child.problems()))),
    uses: () => 0,
    hasChildren: true,
    children,
  };
}

function asWritten({ snapshot }: TreeContext, name: string): string {
  return snapshot.bindingsOf(name)[0]?.binding.logicalName ?? name;
}
