import { buildTree, type TreeItem } from '../features/tree';
import type { Snapshot } from '../project/snapshot';
import { answer } from './answer';
import { mapFiles } from './fileProperties';
import { treeChildrenMethod, type TreeChildrenParams, type TreeChildrenResult, type TreeNode } from './protocol';
import type { Session } from './session';

export function registerTree(session: Session): void {
  const tree = new Tree(session);
  session.connection.onRequest(
    treeChildrenMethod,
    answer<TreeChildrenParams | null, TreeChildrenResult>(session, treeChildrenMethod, [], (params) =>
      tree.childrenOf(params?.id).map((item) => toNode(session, item)),
    ),
  );
}

/** The tree of one snapshot, as far as it has been opened. */
class Tree {
  readonly #session: Session;
  #snapshot: Snapshot | undefined;
  #top: readonly TreeItem[] = [];
  readonly #children = new Map<TreeItem, readonly TreeItem[]>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** @param id undefined for the top. Empty when the node is gone. */
  childrenOf(id: string | undefined): readonly TreeItem[] {
    this.#takeSnapshot();
    if (id === undefined) return this.#top;
    const item = this.#find(id);
    return item ? this.#open(item) : [];
  }

  #takeSnapshot(): void {
    const { workspace } = this.#session;
    const { snapshot } = workspace;
    if (this.#snapshot === snapshot) return;
    this.#snapshot = snapshot;
    this.#top = buildTree(snapshot, (file) => workspace.findingsOf(file));
    this.#children.clear();
  }

  /** A node's id begins with that of its parent, so a client may ask for nodes that this tree has not shown yet. */
  #find(id: string, items = this.#top): TreeItem | undefined {
    for (const item of items) {
      if (item.id === id) return item;
      const found = id.startsWith(`${item.id}/`) ? this.#find(id, this.#open(item)) : undefined;
      if (found) return found;
    }
    return undefined;
  }

  #open(item: TreeItem): readonly TreeItem[] {
    if (!item.hasChildren) return [];
    const children = this.#children.get(item) ?? item.children();
    this.#children.set(item, children);
    return children;
  }
}

function toNode({ convert }: Session, item: TreeItem): TreeNode {
  const { id, kind, label, description, tooltip, at, severity, connectionState, about, hasChildren } = item;
  return {
    id,
    kind,
    label,
    hasChildren,
    ...(description !== undefined && { description }),
    ...(tooltip !== undefined && { tooltip }),
    ...(severity !== undefined && { severity }),
    ...(connectionState !== undefined && { connectionState }),
    ...(about && { about: mapFiles(about, (file) => convert.uri(file)) }),
    ...(at && { location: convert.location(at) }),
  };
}
