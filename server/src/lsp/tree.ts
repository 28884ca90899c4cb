import type { CancellationToken } from 'vscode-languageserver/node';
import { isEqual } from '../base/equal';
import type { TreeItem } from '../features/tree';
import { treePathAt } from '../features/treePath';
import { buildTree, type TreeOptions } from '../features/treeView';
import type { Snapshot } from '../project/snapshot';
import { answer } from './answer';
import { mapFiles } from './fileProperties';
import {
  treeChildrenMethod,
  treeLocationMethod,
  treePathAtMethod,
  type TreeChildrenParams,
  type TreeChildrenResult,
  type TreeLocationParams,
  type TreeLocationResult,
  type TreeNode,
  type TreePathAtParams,
  type TreePathAtResult,
} from './protocol';
import type { Session } from './session';
import { inSlices } from './slices';

export function registerTree(session: Session): void {
  const { connection, convert, workspace } = session;
  const tree = new Tree(session);
  connection.onRequest(
    treeChildrenMethod,
    answer<TreeChildrenParams | null, TreeChildrenResult>(session, treeChildrenMethod, [], async (params, token) => {
      await findAll(session, token);
      return tree.childrenOf(params?.id, params ?? {}).map((item) => toNode(session, item));
    }),
  );
  connection.onRequest(
    treeLocationMethod,
    answer<TreeLocationParams, TreeLocationResult>(session, treeLocationMethod, null, async (params, token) => {
      await findAll(session, token);
      const at = tree.find(params.id)?.at;
      return at ? convert.location(at) : null;
    }),
  );
  connection.onRequest(
    treePathAtMethod,
    answer<TreePathAtParams, TreePathAtResult>(session, treePathAtMethod, [], async (params, token) => {
      await findAll(session, token);
      const file = convert.file(params.uri);
      const offset = convert.offset(file, params.position) ?? 0;
      return treePathAt(tree.top(params), workspace.snapshot, workspace.documents, file, offset).map(({ id }) => id);
    }),
  );
}

/** The tree says how many problems there are, and to find them takes longer than all else. */
async function findAll({ workspace }: Session, token: CancellationToken): Promise<void> {
  await inSlices(workspace.snapshot.files.keys(), token, (file) => workspace.findingsOf(file));
}

/** The tree of one snapshot as it was last asked for, as far as it has been opened. */
class Tree {
  readonly #session: Session;
  #snapshot: Snapshot | undefined;
  #options: TreeOptions = {};
  #top: readonly TreeItem[] = [];
  readonly #children = new Map<TreeItem, readonly TreeItem[]>();

  constructor(session: Session) {
    this.#session = session;
  }

  top({ grouping, filter, onlyProblems, sort }: TreeOptions = this.#options): readonly TreeItem[] {
    const { workspace, l10n } = this.#session;
    const { snapshot } = workspace;
    const options: TreeOptions = {
      ...(grouping && { grouping }),
      ...(filter !== undefined && { filter }),
      ...(onlyProblems !== undefined && { onlyProblems }),
      ...(sort && { sort }),
    };
    if (this.#snapshot === snapshot && isEqual(this.#options, options)) return this.#top;
    this.#snapshot = snapshot;
    this.#options = options;
    this.#top = buildTree(snapshot, (file) => workspace.findingsOf(file), options, l10n);
    this.#children.clear();
    return this.#top;
  }

  /** @param id undefined for the top. Empty when the node is gone. */
  childrenOf(id: string | undefined, options: TreeOptions): readonly TreeItem[] {
    if (id === undefined) return this.top(options);
    const item = this.find(id, options);
    return item ? this.#open(item) : [];
  }

  /** @param options those that were last asked for where there are none. */
  find(id: string, options?: TreeOptions): TreeItem | undefined {
    return this.#find(id, this.top(options));
  }

  /** A node's id begins with that of its parent, so a client may ask for nodes that this tree has not shown yet. */
  #find(id: string, items: readonly TreeItem[]): TreeItem | undefined {
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
  const { id, kind, label, description, tooltip, at, severity, connectionState, isOnTheWay, about, hasChildren } = item;
  return {
    id,
    kind,
    label,
    hasChildren,
    ...(description !== undefined && { description }),
    ...(tooltip !== undefined && { tooltip }),
    ...(severity !== undefined && { severity }),
    ...(connectionState !== undefined && { connectionState }),
    ...(isOnTheWay && { isOnTheWay }),
    ...(about && { about: mapFiles(about, (file) => convert.uri(file)) }),
    ...(at && { uri: convert.uri(at.file) }),
  };
}
