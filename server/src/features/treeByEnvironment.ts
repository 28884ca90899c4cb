/**
 * The tree by environment: environment → connector → connection → reference → who uses it → step. References that no
 * settings file could bind, and connections that are used directly, are in none of them.
 */
import { fold } from '../model/names';
import type { SettingsFile } from '../project/snapshot';
import { environmentRows, type EnvironmentRow } from './card';
import { collectConnectors, type ConnectorUse } from './connectorUses';
import { counted } from './counted';
import { nameFiles } from './fileNames';
import { byLabel, connectorItem, once, sum, type TreeContext, type TreeItem } from './tree';
import { inWords, union, worstOf } from './treeProblems';

export function environmentTree(context: TreeContext): readonly TreeItem[] {
  const { snapshot } = context;
  const connectors = collectConnectors(snapshot);
  const rows = new Map<string, readonly EnvironmentRow[]>();
  for (const { references } of connectors) {
    for (const [folded, logicalName] of references) rows.set(folded, environmentRows(snapshot, logicalName));
  }
  const byName = new Map<string, SettingsFile[]>();
  for (const settings of snapshot.settings) {
    byName.set(settings.environment, [...(byName.get(settings.environment) ?? []), settings]);
  }
  const items = [...byName].flatMap(([environment, files]) => {
    const isHere = (row: EnvironmentRow): boolean => row.environment === environment;
    const own = connectors.flatMap((connector) =>
      withReferences({ ...connector, direct: [] }, (folded) => (rows.get(folded) ?? []).some(isHere)),
    );
    const unbound = own.flatMap(({ references }) =>
      [...references.keys()].filter((folded) => (rows.get(folded) ?? []).some((row) => isHere(row) && isUnbound(row))),
    );
    return own.length === 0 ? [] : [environmentItem(context, environment, files, own, unbound.length)];
  });
  const rest = connectors.flatMap((connector) =>
    withReferences(connector, (folded) => (rows.get(folded) ?? []).length === 0),
  );
  return [...items.sort(byLabel), ...(rest.length === 0 ? [] : [restItem(context, rest)])];
}

function environmentItem(
  context: TreeContext,
  environment: string,
  settings: readonly SettingsFile[],
  connectors: readonly ConnectorUse[],
  unbound: number,
): TreeItem {
  const id = `environment:${environment}`;
  const files = settings.map(({ file }) => file);
  const [first] = files;
  const references = sum(connectors, (connector) => connector.references.size);
  const problems = union(files.map((file) => context.found.in(file)));
  const severity = worstOf(problems);
  return {
    ...groupAbove(connectors.map((connector) => () => connectorItem(context, connector, { parent: id, environment }))),
    id,
    kind: 'environment',
    label: environment,
    description: [
      counted(context.l10n, references, 'reference'),
      unbound > 0 ? context.l10n.t('{0} not bound', unbound) : '',
      inWords(context.l10n, problems),
    ]
      .filter((part) => part !== '')
      .join(', '),
    tooltip: [environment, ...files.map(nameFiles(files))].join('\n'),
    ...(first && { at: { file: first, place: { span: { start: 0, end: 0 } } } }),
    thing: { environment },
    problems: () => problems,
    ...(severity && { severity }),
  };
}

function restItem(context: TreeContext, connectors: readonly ConnectorUse[]): TreeItem {
  const id = 'environment';
  return {
    ...groupAbove(
      connectors.map((connector) => () => connectorItem(context, connector, { parent: id, hidesConnections: true })),
    ),
    id,
    kind: 'group',
    label: context.l10n.t('In no settings file'),
    tooltip: context.l10n.t('References that no settings file could bind, and connections that flows use directly'),
    thing: {},
  };
}

function groupAbove(
  make: readonly (() => TreeItem)[],
): Pick<TreeItem, 'hasChildren' | 'children' | 'uses' | 'problems'> {
  const children = once(() => make.map((one) => one()).sort(byLabel));
  return {
    hasChildren: true,
    children,
    uses: () => sum(children(), (child) => child.uses()),
    problems: once(() => union(children().map((child) => child.problems()))),
  };
}

function withReferences(
  { name, references, direct }: ConnectorUse,
  isWanted: (folded: string) => boolean,
): ConnectorUse[] {
  const wanted = new Map([...references].filter(([folded]) => isWanted(fold(folded))));
  return wanted.size + direct.length === 0 ? [] : [{ name, references: wanted, direct }];
}

function isUnbound({ state }: EnvironmentRow): boolean {
  return state === 'unbound' || state === 'missing';
}
