/** Leaves out nodes of a tree and sorts them, level by level, when somebody opens them. */
import type { L10n } from '../base/l10n';
import { fold } from '../model/names';
import { counted } from './counted';
import { once, type TreeItem } from './tree';

export type TreeSort = 'name' | 'problems' | 'use';

/**
 * The nodes with problems. A node whose problems are its own, and of none of those below, keeps them all: they show
 * what is concerned.
 */
export function withProblems(items: readonly TreeItem[]): readonly TreeItem[] {
  return items
    .filter((item) => item.problems().size > 0)
    .map((item) =>
      withChildren(item, () => {
        const children = item.children();
        const some = withProblems(children);
        return some.length > 0 ? some : children;
      }),
    );
}

/** The nodes whose name holds the text, with all that is above and below them. */
export function matching(items: readonly TreeItem[], text: string): readonly TreeItem[] {
  const wanted = fold(text.trim());
  return wanted === '' ? items : matchingFolded(items, wanted);
}

function matchingFolded(items: readonly TreeItem[], wanted: string): readonly TreeItem[] {
  return items.flatMap((item) => {
    if (isNamed(item, wanted)) return [item];
    const children = item.hasChildren ? matchingFolded(item.children(), wanted) : [];
    return children.length === 0 ? [] : [{ ...withChildren(item, () => children), isOnTheWay: true as const }];
  });
}

function isNamed({ label, thing }: TreeItem, wanted: string): boolean {
  const { connector, connection, reference, key, environment, agent } = thing;
  return [label, connector, connection, reference, key, environment, agent].some(
    (name) => name !== undefined && fold(name).includes(wanted),
  );
}

/** Nodes of which there is as much keep their order by name; steps keep that of their flow. */
export function sorted(l10n: L10n, items: readonly TreeItem[], sort: TreeSort): readonly TreeItem[] {
  if (sort === 'name') return items;
  const sizeOf = sort === 'problems' ? (item: TreeItem) => item.problems().size : (item: TreeItem) => item.uses();
  const inOrder = items.every(({ kind }) => kind === 'step')
    ? items
    : [...items].sort((a, b) => Number(a.kind === 'group') - Number(b.kind === 'group') || sizeOf(b) - sizeOf(a));
  return inOrder.map((item) => ({
    ...withChildren(item, () => sorted(l10n, item.children(), sort)),
    ...(sort === 'use' && item.uses() > 0 && { description: withUses(l10n, item) }),
  }));
}

/** The order is understood by its numbers; those of problems are there anyway. */
function withUses(l10n: L10n, item: TreeItem): string {
  const uses = counted(l10n, item.uses(), item.kind === 'flow' || item.thing.key !== undefined ? 'step' : 'use');
  return [uses, item.description ?? ''].filter((part) => part !== '').join(', ');
}

function withChildren(item: TreeItem, children: () => readonly TreeItem[]): TreeItem {
  return { ...item, children: once(children) };
}
