/** What the matrix's panel and the extension say to each other. Types only: both sides import it. */
import type { MatrixLocationParams, MatrixResult } from '../../../server/src/lsp/protocol';

export type ToPanel =
  | { readonly type: 'matrix'; readonly matrix: MatrixResult }
  /** What came of something that a person did, in whole sentences. */
  | { readonly type: 'said'; readonly text: string };

export type FromPanel =
  /** The page can be told things. */
  | { readonly type: 'ready' }
  /** How many rows are shown. */
  | { readonly type: 'shown'; readonly rows: number }
  | ({ readonly type: 'open' } & MatrixLocationParams)
  | ({ readonly type: 'bind' } & EnteredConnection)
  | { readonly type: 'save'; readonly format: MatrixFileFormat; readonly content: string }
  | { readonly type: 'copy'; readonly text: string };

/** What somebody has entered in a cell. */
export interface EnteredConnection {
  readonly reference: string;
  readonly environment: string;
  /** Empty to unbind it. */
  readonly connectionId: string;
}

export type MatrixFileFormat = 'csv' | 'markdown';
