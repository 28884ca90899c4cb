/** What the graph's panel and the extension say to each other. Types only: both sides import it. */
import type { GraphResult, GraphScope } from '../../../server/src/lsp/protocol';

export type ToPanel =
  | { readonly type: 'graph'; readonly scope: GraphScope; readonly graph: GraphResult }
  /** The cursor of an editor is at this node now. */
  | { readonly type: 'select'; readonly id: string };

export type FromPanel =
  /** The page can be told things; what it showed before VS Code was reloaded. */
  | { readonly type: 'ready'; readonly scope?: GraphScope }
  /** How many nodes are drawn. */
  | { readonly type: 'shown'; readonly nodes: number }
  | { readonly type: 'scope'; readonly scope: GraphScope }
  | { readonly type: 'open'; readonly id: string }
  /** The content is text, of a picture in pixels base64. */
  | { readonly type: 'save'; readonly format: GraphFileFormat; readonly content: string }
  | { readonly type: 'copy'; readonly text: string };

export type GraphFileFormat = 'svg' | 'png' | 'mermaid' | 'dot';
