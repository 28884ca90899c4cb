/** The tree as somebody wants to see it: grouped, filtered and sorted. */
import { english, type L10n } from '../base/l10n';
import type { Snapshot } from '../project/snapshot';
import type { FindingsOf } from './findingsAt';
import { connectorTree, type TreeContext, type TreeItem } from './tree';
import { environmentTree } from './treeByEnvironment';
import { flowTree } from './treeByFlow';
import { solutionTree } from './treeBySolution';
import { matching, sorted, withProblems, type TreeSort } from './treeFilter';
import { TreeProblems } from './treeProblems';

export type TreeGrouping = 'connector' | 'solution' | 'flow' | 'environment';

export interface TreeOptions {
  /** By connector where it is undefined. */
  readonly grouping?: TreeGrouping;
  /** A part of the names that are looked for, in any case. */
  readonly filter?: string;
  /** Whether only what has an error or a warning is shown. */
  readonly onlyProblems?: boolean;
  /** By name where it is undefined. */
  readonly sort?: TreeSort;
}

/** The top of the tree. What is below is made when somebody asks for it. */
export function buildTree(
  snapshot: Snapshot,
  findingsOf: FindingsOf,
  { grouping = 'connector', filter = '', onlyProblems = false, sort = 'name' }: TreeOptions = {},
  l10n: L10n = english,
): readonly TreeItem[] {
  const context = { snapshot, findingsOf, found: new TreeProblems(snapshot, findingsOf), l10n };
  const all = trees[grouping](context);
  const wanted = onlyProblems ? withProblems(all) : all;
  return sorted(l10n, matching(wanted, filter), sort);
}

const trees: Readonly<Record<TreeGrouping, (context: TreeContext) => readonly TreeItem[]>> = {
  connector: connectorTree,
  solution: solutionTree,
  flow: flowTree,
  environment: environmentTree,
};
