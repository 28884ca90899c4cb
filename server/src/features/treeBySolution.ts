/**
 * The tree by solution: solution → connector → reference that it declares or uses → who uses it → step. Users in other
 * solutions are shown where the reference is declared.
 */
import { Multimap } from '../base/multimap';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import type { Snapshot, Solution, Use } from '../project/snapshot';
import { collectConnectors, type ConnectorUse } from './connectorUses';
import { counted } from './counted';
import { byLabel, connectorItem, once, sum, type TreeContext, type TreeItem } from './tree';
import { inWords, union, worstOf } from './treeProblems';

/** What lies in no solution comes last. */
export function solutionTree(context: TreeContext): readonly TreeItem[] {
  const connectors = collectConnectors(context.snapshot);
  const names = namesBySolution(context.snapshot);
  const files = filesBySolution(context.snapshot);
  const items = [...context.snapshot.solutions, undefined].flatMap((solution) => {
    const own = connectors.flatMap((connector) => partOf(connector, solution, names.get(solution)));
    return own.length === 0 ? [] : [solutionItem(context, solution, own, solution ? files.get(solution) : [])];
  });
  return items.sort((a, b) => Number(a.kind === 'group') - Number(b.kind === 'group') || byLabel(a, b));
}

function solutionItem(
  context: TreeContext,
  solution: Solution | undefined,
  connectors: readonly ConnectorUse[],
  files: readonly FileId[],
): TreeItem {
  const id = solution ? `solution:${solution.root}` : 'solution';
  const children = once(() =>
    connectors
      .map((connector) =>
        connectorItem(context, connector, {
          parent: id,
          hidesConnections: true,
          use: (use) => isShown(context.snapshot, solution, use),
        }),
      )
      .sort(byLabel),
  );
  const problems = once(() =>
    union([...children().map((child) => child.problems()), ...files.map((file) => context.found.in(file))]),
  );
  const severity = worstOf(problems());
  const references = sum(connectors, (connector) => connector.references.size);
  const flows = new Set(connectors.flatMap(({ direct }) => direct.map(({ flow }) => flow.file))).size;
  const description = [
    references > 0 ? counted(context.l10n, references, 'reference') : '',
    flows > 0 ? context.l10n.t('connections used directly by {0}', counted(context.l10n, flows, 'flow')) : '',
    inWords(context.l10n, problems()),
  ];
  const at = solution && { file: solution.file, place: { span: { start: 0, end: 0 } } };
  return {
    id,
    kind: solution ? 'solution' : 'group',
    label: solution?.name ?? context.l10n.t('In no solution'),
    description: description.filter((part) => part !== '').join(', '),
    tooltip: solution
      ? [
          solution.displayName,
          solution.name,
          solution.version,
          solution.isManaged ? context.l10n.t('Managed') : undefined,
        ]
          .filter((line) => line !== undefined)
          .join('\n')
      : context.l10n.t('What is used or bound outside of the solutions of this workspace'),
    ...(at && { at }),
    ...(severity && { severity }),
    thing: solution ? { solution: solution.root } : {},
    problems,
    uses: () => sum(children(), (child) => child.uses()),
    hasChildren: true,
    children,
  };
}

function partOf(
  { name, references, direct }: ConnectorUse,
  solution: Solution | undefined,
  names: ReadonlySet<string> = new Set(),
): ConnectorUse[] {
  const own = {
    name,
    references: new Map([...references].filter(([logicalName]) => names.has(logicalName))),
    direct: direct.filter(({ flow }) => flow.solution === solution),
  };
  return own.references.size + own.direct.length === 0 ? [] : [own];
}

/** Its own, and the settings files that are for it. */
function filesBySolution(snapshot: Snapshot): Multimap<Solution, FileId> {
  const owned = new Multimap<Solution, FileId>();
  for (const file of snapshot.files.keys()) {
    const solution = snapshot.solutionOf(file);
    if (solution) owned.add(solution, file);
  }
  for (const { file, solutions } of snapshot.settings) for (const solution of solutions) owned.add(solution, file);
  return owned;
}

/** Folded names of what each solution declares or uses. What is only bound belongs to the solutions of the settings. */
function namesBySolution(snapshot: Snapshot): ReadonlyMap<Solution | undefined, ReadonlySet<string>> {
  const names = new Map<Solution | undefined, Set<string>>();
  const add = (solution: Solution | undefined, name: string): void => {
    const known = names.get(solution) ?? new Set();
    names.set(solution, known.add(fold(name)));
  };
  for (const name of snapshot.names) {
    const declarations = snapshot.declarationsOf(name);
    const uses = snapshot.usesOf(name);
    for (const { solution } of declarations) add(solution, name);
    for (const use of uses) add(solutionOf(use), name);
    if (declarations.length + uses.length > 0) continue;
    for (const { settings } of snapshot.bindingsOf(name)) {
      const { solutions } = settings;
      for (const solution of solutions.length > 0 ? solutions : [undefined]) add(solution, name);
    }
  }
  return names;
}

function isShown(snapshot: Snapshot, solution: Solution | undefined, use: Use): boolean {
  const logicalName = use.by === 'flow' ? use.entry.logicalName : use.logicalName;
  const declarations = logicalName === undefined ? [] : snapshot.declarationsOf(logicalName);
  return solutionOf(use) === solution || declarations.some((declared) => declared.solution === solution);
}

function solutionOf(use: Use): Solution | undefined {
  return use.by === 'flow' ? use.flow.solution : use.solution;
}
