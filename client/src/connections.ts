/** The view of connectors, connections, references and the flows that use them. The server makes the tree. */
import {
  commands,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type ExtensionContext,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  summaryMethod,
  treeChildrenMethod,
  type Summary,
  type TreeChildrenParams,
  type TreeChildrenResult,
  type TreeNode,
  type TreeNodeKind,
} from '../../server/src/lsp/protocol';
import type { Api } from './api';
import { onChanged } from './changed';
import { activateTreeChoices, type TreeChoices } from './tree/choices';
import { dragAndDrop } from './tree/dragAndDrop';
import { locationOf } from './tree/location';
import { activateReveal } from './tree/reveal';
import { useReferenceForAll } from './tree/useReference';

/** A node, and those above it. */
export interface Element {
  readonly node: TreeNode;
  readonly parent?: Element | undefined;
}

const openCommand = 'connref.openNode';

export function activateConnections(
  context: ExtensionContext,
  client: LanguageClient,
): Omit<Api, 'question' | 'graph' | 'matrix' | 'status'> {
  const { subscriptions } = context;
  const choices = activateTreeChoices(context);
  const connections = new Connections(client, choices);
  const view = window.createTreeView('connref.connections', {
    treeDataProvider: connections,
    dragAndDropController: dragAndDrop,
    canSelectMany: true,
    showCollapseAll: true,
  });
  const showMessage = (): void => void (view.message = choices.message(connections.isEmpty) ?? '');
  const summary = (): Promise<Summary> => client.sendRequest<Summary>(summaryMethod);
  subscriptions.push(
    view,
    connections,
    choices.onDidChange(() => {
      showMessage();
      connections.refresh();
    }),
    connections.onDidReadTop(showMessage),
    ...activateReveal(client, view, connections, choices),
    onChanged(client, (changed) => {
      connections.refresh();
      showSummary(view, changed);
    }),
    commands.registerCommand(openCommand, (element: Element) => openNode(client, element)),
    commands.registerCommand('connref.tree.useReference', (element: Element, selected?: readonly Element[]) =>
      useReferenceForAll(client, selected ?? [element]),
    ),
  );
  void summary().then((current) => showSummary(view, current));
  return {
    children: (id) => connections.nodesBelow(id),
    summary,
    badge: () => view.badge?.value,
    treeMessage: () => view.message,
    selectedInTree: () => view.selection[0]?.node,
    filterTree: (text) => choices.set({ filter: text }),
  };
}

export class Connections implements TreeDataProvider<Element> {
  readonly #client: LanguageClient;
  readonly #choices: TreeChoices;
  readonly #changed = new EventEmitter<undefined>();
  readonly #topRead = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly onDidReadTop = this.#topRead.event;
  /** Whether the top was, when it was last shown. */
  isEmpty = false;

  constructor(client: LanguageClient, choices: TreeChoices) {
    this.#client = client;
    this.#choices = choices;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  async nodesBelow(id: string | undefined): Promise<readonly TreeNode[]> {
    const params: TreeChildrenParams = { ...this.#choices.current, ...(id !== undefined && { id }) };
    return this.#client.sendRequest<TreeChildrenResult>(treeChildrenMethod, params);
  }

  async getChildren(parent?: Element): Promise<Element[]> {
    const elements = (await this.nodesBelow(parent?.node.id)).map((node) => ({ node, parent }));
    if (!parent) {
      this.isEmpty = elements.length === 0;
      this.#topRead.fire(undefined);
    }
    return elements;
  }

  getParent(element: Element): Element | undefined {
    return element.parent;
  }

  getTreeItem(element: Element): TreeItem {
    const { id, kind, label, description, tooltip, hasChildren, uri, severity, isOnTheWay } = element.node;
    const { Collapsed, Expanded, None } = TreeItemCollapsibleState;
    const item = new TreeItem(label, hasChildren ? (isOnTheWay ? Expanded : Collapsed) : None);
    // A node that VS Code knows stays as it is, open or closed; a filter opens it.
    item.id = this.#choices.idOf(id);
    item.contextValue = contextOf(element.node);
    item.iconPath = iconOf(element.node);
    item.accessibilityInformation = {
      label: [kindNames[kind], label, description, severity].filter(Boolean).join(', '),
    };
    if (description !== undefined) item.description = description;
    if (tooltip !== undefined) item.tooltip = tooltip;
    if (uri !== undefined) item.command = { command: openCommand, title: l10n.t('Open'), arguments: [element] };
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
    this.#topRead.dispose();
  }
}

async function openNode(client: LanguageClient, { node }: Element): Promise<void> {
  const location = await locationOf(client, node);
  if (location) await window.showTextDocument(location.uri, { selection: location.range });
}

function showSummary(view: TreeView<Element>, { errors, warnings, solutions }: Summary): void {
  const problems = errors + warnings;
  view.badge =
    problems === 0
      ? undefined
      : { value: problems, tooltip: problems === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', problems) };
  void commands.executeCommand('setContext', 'connref.hasSolutions', solutions > 0);
}

const icons: Readonly<Record<TreeNodeKind, string>> = {
  solution: 'package',
  environment: 'server-environment',
  group: 'folder',
  connector: 'plug',
  connection: 'key',
  reference: 'link',
  flow: 'zap',
  app: 'device-mobile',
  agent: 'hubot',
  variable: 'symbol-variable',
  step: 'debug-step-over',
};

const connectionIcons: Readonly<Record<NonNullable<TreeNode['connectionState']>, string>> = {
  bound: 'key',
  token: 'symbol-key',
  unbound: 'circle-slash',
  direct: 'warning',
};

/** Menus tell by it what they offer: a flow that uses its connection directly has other wishes than one that does not. */
function contextOf({ kind, about, connectionState }: TreeNode): string {
  // By flow, a key of one is shown as what it holds; and a flow is no single key.
  const isKey = about?.key !== undefined && kind !== 'step';
  if (isKey && about.reference === undefined) return 'flow.direct';
  if (isKey) return `${kind}.bound`;
  return connectionState === undefined ? kind : `${kind}.${connectionState}`;
}

const severityColors: Readonly<Partial<Record<NonNullable<TreeNode['severity']>, string>>> = {
  error: 'list.errorForeground',
  warning: 'list.warningForeground',
};

function iconOf({ kind, connectionState, severity }: TreeNode): ThemeIcon {
  const color = severity && severityColors[severity];
  const id = connectionState ? connectionIcons[connectionState] : icons[kind];
  return color === undefined ? new ThemeIcon(id) : new ThemeIcon(id, new ThemeColor(color));
}

/** For people who hear the tree instead of seeing its icons. */
const kindNames: Readonly<Record<TreeNodeKind, string>> = {
  solution: l10n.t('Solution'),
  environment: l10n.t('Environment'),
  group: l10n.t('Group'),
  connector: l10n.t('Connector'),
  connection: l10n.t('Connection'),
  reference: l10n.t('Connection reference'),
  flow: l10n.t('Flow'),
  app: l10n.t('App'),
  agent: l10n.t('Agent'),
  variable: l10n.t('Environment variable'),
  step: l10n.t('Step'),
};
