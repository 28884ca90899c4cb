/** What the parts of the server share. */
import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { L10n } from '../base/l10n';
import type { Workspace } from '../host/workspace';
import type { Changes } from './changes';
import type { ClientFeatures } from './clientFeatures';
import type { Converter } from './convert';
import type { Files } from './files';
import type { Indexing } from './indexing';
import type { Log } from './log';
import type { ClientSettings } from './preferences';
import type { Reports } from './reports';
import type { Timings } from './timings';

export interface Session extends Files {
  readonly connection: Connection;
  readonly log: Log;
  /** The client can be asked from then on. A connection itself knows one listener only. */
  readonly onInitialized: (listener: () => void) => void;
  readonly workspace: Workspace;
  /** What editors show. */
  readonly documents: TextDocuments<TextDocument>;
  readonly convert: Converter;
  readonly changes: Changes;
  readonly client: ClientFeatures;
  readonly settings: ClientSettings;
  /** Texts in the client's language. */
  readonly l10n: L10n;
  /** Whether the client has Connref's own commands. */
  readonly hasCommands: boolean;
  /** Whether it shows itself how far reading has come. */
  readonly showsIndexing: boolean;
  readonly reports: Reports;
  readonly indexing: Indexing;
  readonly timings: Timings;
}
