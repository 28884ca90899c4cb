/** What client and server say to each other beyond the language server protocol. Types only: both sides import it. */
import type { Location, WorkspaceEdit } from 'vscode-languageserver-types';

/** `initializationOptions` of the server. */
export interface InitializationOptions {
  /** Where a rule's documentation page is, `{rule}` standing for its id; without it, the file beside the server. */
  readonly documentationUri?: string;
}

/** Counts of the whole workspace. */
export interface Summary {
  readonly isIndexing: boolean;
  readonly solutions: number;
  readonly flows: number;
  readonly connectionReferences: number;
  readonly settingsFiles: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

/** Server → client notification: what the tree and the counts show has changed. */
export const changedMethod = 'connref/changed';
export type ChangedParams = Summary;

/** Request: the nodes below a node of the tree, or the top ones. */
export const treeChildrenMethod = 'connref/treeChildren';
export interface TreeChildrenParams {
  readonly id?: string;
}
export type TreeChildrenResult = readonly TreeNode[];

export type TreeNodeKind = 'connector' | 'connection' | 'reference' | 'flow' | 'app' | 'agent' | 'variable' | 'step';

export interface TreeNode {
  /** Stable as long as the thing stands at the same place of the tree. */
  readonly id: string;
  readonly kind: TreeNodeKind;
  /** Text, never markup. */
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly hasChildren: boolean;
  /** What a click opens. */
  readonly location?: Location;
  /** The worst finding at or below the node, hints aside. */
  readonly severity?: 'error' | 'warning' | 'info';
  /** For a connection: what it is, so that it gets its icon. */
  readonly connectionState?: 'bound' | 'token' | 'unbound' | 'direct';
}

/** Request: the edit that makes all fixes of one group in a scope; null when there is nothing to do. */
export const fixAllMethod = 'connref/fixAll';
export interface FixAllParams {
  readonly group: 'remove-connections' | 'use-reference';
  readonly scope: 'flow' | 'solution' | 'workspace';
  /** A file of the flow or solution; not needed for the workspace. */
  readonly uri?: string;
}
export type FixAllResult = WorkspaceEdit | null;

/** Request: the counts as they are now. */
export const summaryMethod = 'connref/summary';
export type SummaryResult = Summary;
