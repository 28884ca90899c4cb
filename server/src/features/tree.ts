import type { FileId, FilePlace } from '../model/place';
import type { Snapshot } from '../project/snapshot';
import type { Finding } from '../rules/rule';

/** See `TreeNode` of the protocol, which is the same with a location instead of a place. */
export interface TreeItem {
  readonly id: string;
  readonly kind: 'connector' | 'connection' | 'reference' | 'flow' | 'app' | 'agent' | 'variable' | 'step';
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly at?: FilePlace;
  readonly severity?: 'error' | 'warning' | 'info';
  readonly connectionState?: 'bound' | 'token' | 'unbound' | 'direct';
  /** Computed when somebody opens the node. Empty for a leaf. */
  readonly hasChildren: boolean;
  children(): readonly TreeItem[];
}

/** The top of the tree: connectors by title. */
export function buildTree(_snapshot: Snapshot, _findingsOf: (file: FileId) => readonly Finding[]): readonly TreeItem[] {
  return [];
}
