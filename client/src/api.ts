/** What `activate` gives to tests, which can't look into views. */
import type { IndexingParams, Summary, TreeNode } from '../../server/src/lsp/protocol';
import type { FromPanel } from './graph/messages';
import type { FromPanel as FromMatrix } from './matrix/messages';
import type { Question } from './refactor/dialog';

export interface Api {
  /** The nodes below a node of the tree, or the top ones. */
  children(id?: string): Promise<readonly TreeNode[]>;
  summary(): Promise<Summary>;
  /** What the view's badge shows; undefined when it shows none. */
  badge(): number | undefined;
  /** The line above the tree. */
  treeMessage(): string | undefined;
  selectedInTree(): TreeNode | undefined;
  /** As if somebody had typed it into the input of the filter. */
  filterTree(text: string): Promise<void>;
  /** What a dialog asks at the moment. Tests answer as people do, and VS Code tells nobody what it shows. */
  question(): Question | undefined;
  readonly graph: GraphApi;
  readonly matrix: MatrixApi;
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

export interface MatrixApi {
  /** How many references the panel shows. */
  shownRows(): number;
  /** As if the page of the panel had said it. */
  receive(message: FromMatrix): Promise<void>;
}
