/** What `activate` gives to tests, which can't look into views. */
import type { IndexingParams, Summary, TreeNode } from '../../server/src/lsp/protocol';
import type { FromPanel } from './graph/messages';

export interface Api {
  /** The nodes below a node of the tree, or the top ones. */
  children(id?: string): Promise<readonly TreeNode[]>;
  summary(): Promise<Summary>;
  /** What the view's badge shows; undefined when it shows none. */
  badge(): number | undefined;
  readonly graph: GraphApi;
  readonly status: StatusApi;
}

export interface StatusApi {
  /** What the status item shows; undefined where it is hidden. */
  shown(): { readonly text: string; readonly tooltip: string; readonly isWarning: boolean } | undefined;
  /** Asks for the counts, when the server has started. */
  start(): Promise<void>;
  /** As if the server had told it. */
  told(progress: IndexingParams): void;
}

export interface GraphApi {
  /** How many nodes the panel draws. */
  shownNodes(): number;
  /** As if the page of the panel had said it. */
  receive(message: FromPanel): Promise<void>;
}
