/**
 * An editor without a window: it starts the bundled server over stdio, opens and changes documents, and shows the
 * findings that it pulls or that are pushed to it. Tests wait until it shows what they expect.
 */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeWatchedFilesNotification,
  DiagnosticSeverity,
  FileChangeType,
  LogMessageNotification,
  MessageType,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  UnregistrationRequest,
  WorkDoneProgressCreateRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type DidChangeWatchedFilesRegistrationOptions,
  type DocumentDiagnosticReport,
  type FileSystemWatcher,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type Range,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import {
  changedMethod,
  lookMethod,
  readMethod,
  type InitializationOptions,
  type LookResult,
  type RemoteParams,
  type Summary,
} from '../../src/lsp/protocol';
import type { Folder } from './folder';
import { VirtualFolder } from './virtualFolder';

/** How a client gets findings. */
export type Model = 'pull' | 'push';

export interface ClientOptions {
  readonly model?: Model;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** Folders of the workspace below the folder on disk; by default that itself. */
  readonly workspaceFolders?: readonly string[];
  /** Archives that are folders of the workspace too. */
  readonly archives?: readonly string[];
  /** Settings of the editor by folder, `''` for the user's, which count where the folder has none. */
  readonly settings?: EditorSettings;
}

type EditorSettings = Readonly<Record<string, unknown>>;

const serverModule = path.join(__dirname, '..', '..', '..', '..', 'dist', 'server.js');
const waitMilliseconds = 20_000;
const pollMilliseconds = 10;

export class TestClient {
  readonly folder: Folder;
  readonly connection: ProtocolConnection;
  /** What the server told of crashes. */
  readonly errors: string[] = [];
  readonly registrations: string[] = [];
  /** Patterns that the server has watched, by registration: text, or base and pattern. */
  readonly #watched = new Map<string, readonly string[]>();
  #settings: EditorSettings = {};
  initialized: InitializeResult | undefined;
  summary: Summary | undefined;
  refreshes = 0;
  workspaceAnswers = 0;
  readonly #process: ChildProcess;
  readonly #documents = new Map<string, TextDocument>();
  readonly #findings = new Map<string, { readonly diagnostics: readonly Diagnostic[]; readonly resultId?: string }>();
  #isEnding = false;

  private constructor(folder: Folder) {
    this.folder = folder;
    this.#process = spawn(process.execPath, [serverModule, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = this.#process;
    assert.ok(stdin && stdout);
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
      if (type === MessageType.Error) this.errors.push(message);
    });
    this.connection.onNotification(changedMethod, (summary: Summary) => {
      this.summary = summary;
    });
    this.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.#findings.set(uri, { diagnostics });
    });
    this.connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations.map(({ method }) => method));
      for (const { id, method, registerOptions } of registrations) {
        if (method !== DidChangeWatchedFilesNotification.method) continue;
        const { watchers } = registerOptions as DidChangeWatchedFilesRegistrationOptions;
        this.#watched.set(id, watchers.map(patternOf));
      }
    });
    this.connection.onRequest(UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { id } of unregisterations) this.#watched.delete(id);
    });
    this.connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ scopeUri }) => this.#settings[this.#nameOf(scopeUri)] ?? this.#settings[''] ?? {}),
    );
    if (folder instanceof VirtualFolder) {
      this.connection.onRequest<LookResult, unknown>(lookMethod, ({ uri }: RemoteParams) => folder.look(uri));
      this.connection.onRequest(readMethod, ({ uri }: RemoteParams) => folder.give(uri));
    }
    this.connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
    this.connection.onRequest(DiagnosticRefreshRequest.type, async () => {
      this.refreshes++;
      for (const uri of this.#documents.keys()) await this.#pullDocument(uri);
    });
    this.connection.listen();
  }

  static async start(
    folder: Folder,
    {
      model = 'pull',
      capabilities = {},
      initializationOptions,
      workspaceFolders = ['/'],
      ...others
    }: ClientOptions = {},
  ): Promise<TestClient> {
    const client = new TestClient(folder);
    client.#settings = others.settings ?? {};
    const all = merge(merge(commonCapabilities, model === 'pull' ? pullCapabilities : {}), capabilities);
    client.initialized = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: all,
      initializationOptions,
      workspaceFolders: [
        ...workspaceFolders.map((name) => ({ uri: folder.uri(name), name })),
        ...(others.archives ?? []).map((name) => ({ uri: folder.archiveUri(name), name })),
      ],
    });
    await client.connection.sendNotification('initialized', {});
    if (model === 'pull') void client.#pullWorkspace();
    return client;
  }

  async stop(): Promise<void> {
    this.#isEnding = true;
    const exit = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await exit;
    this.connection.dispose();
  }

  get isRunning(): boolean {
    return this.#process.exitCode === null;
  }

  /** @param text what the editor shows; by default what is on disk. */
  async open(file: string, text = this.textOf(file)): Promise<void> {
    const uri = this.folder.uri(file);
    const document = TextDocument.create(uri, file.endsWith('.xml') ? 'xml' : 'json', 1, text);
    this.#documents.set(uri, document);
    const { languageId, version } = document;
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
    await this.#pullDocument(uri);
  }

  /** Types in an open document: the first occurrence of a text becomes another one. */
  async replace(file: string, search: string, newText: string): Promise<void> {
    const document = this.#document(file);
    const range = this.rangeOf(file, search);
    const change = { range, text: newText };
    const { uri } = document;
    const version = document.version + 1;
    this.#documents.set(uri, TextDocument.update(document, [change], version));
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
    await this.#pullDocument(uri);
  }

  async close(file: string): Promise<void> {
    const uri = this.folder.uri(file);
    this.#documents.delete(uri);
    // Like VS Code: what was shown stays, and the next answer for the workspace replaces it.
    const shown = this.#findings.get(uri);
    if (shown) this.#findings.set(uri, { diagnostics: shown.diagnostics });
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Tells that files and folders came, went or changed on disk. */
  async tellDisk(changes: Readonly<Record<string, keyof typeof FileChangeType>>): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: Object.entries(changes).map(([file, kind]) => ({
        uri: this.folder.uri(file),
        type: FileChangeType[kind],
      })),
    });
  }

  /** A name that ends with `.zip` is an archive. */
  async changeFolders(change: {
    readonly added?: readonly string[];
    readonly removed?: readonly string[];
  }): Promise<void> {
    const uriOf = (name: string): string =>
      name.endsWith('.zip') ? this.folder.archiveUri(name) : this.folder.uri(name);
    const foldersOf = (names: readonly string[] = []): object[] => names.map((name) => ({ uri: uriOf(name), name }));
    await this.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: foldersOf(change.added), removed: foldersOf(change.removed) },
    });
  }

  async changeSettings(settings: EditorSettings): Promise<void> {
    this.#settings = settings;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  /** What the server has watched: patterns, those with a base as `/folder: pattern`; the base may lie above. */
  watched(): string[] {
    return [...this.#watched.values()]
      .flat()
      .map((pattern) => pattern.replace(this.folder.uri('').replace(/\/$/, ''), ''));
  }

  textOf(file: string): string {
    const open = this.#documents.get(this.folder.uri(file));
    return open?.getText() ?? this.folder.read(file);
  }

  /** What the Problems panel shows for a file: `warning use-connection-references at shared_teams`, sorted. */
  findings(file: string): string[] {
    const text = this.#textIfAny(file);
    return this.diagnostics(file)
      .map(({ severity, code, range }) => {
        const name = severity === undefined ? 'none' : severityNames[severity];
        return `${name} ${String(code)} at ${text?.getText(range) ?? ''}`;
      })
      .sort();
  }

  diagnostics(file: string): readonly Diagnostic[] {
    return this.#findings.get(this.folder.uri(file))?.diagnostics ?? [];
  }

  /** Files that have findings in the Problems panel. */
  filesWithFindings(): string[] {
    const uris = [...this.#findings].filter(([, { diagnostics }]) => diagnostics.length > 0).map(([uri]) => uri);
    return uris.map((uri) => this.folder.nameOf(uri)).sort();
  }

  /** Waits until exactly these findings are shown for a file. */
  async expectFindings(file: string, expected: readonly string[]): Promise<void> {
    await this.waitFor(() => this.findings(file), [...expected].sort());
  }

  async waitFor<T>(actual: () => T, expected: T): Promise<void> {
    const end = Date.now() + waitMilliseconds;
    for (;;) {
      try {
        assert.deepEqual(actual(), expected);
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
      }
      await delay(pollMilliseconds);
    }
  }

  /** The range of a text's first occurrence. */
  rangeOf(file: string, search: string): Range {
    const document = this.#textIfAny(file);
    const offset = document?.getText().indexOf(search) ?? -1;
    assert.ok(document && offset >= 0, `'${search}' does not stand in ${file}`);
    return { start: document.positionAt(offset), end: document.positionAt(offset + search.length) };
  }

  /** A request about the first occurrence of a text in a file. */
  async askAt<T>(method: string, file: string, text: string, more: object = {}): Promise<T> {
    return this.connection.sendRequest(method, {
      textDocument: { uri: this.folder.uri(file) },
      position: this.rangeOf(file, text).start,
      ...more,
    });
  }

  async hover(file: string, at: string | Position): Promise<Hover | null> {
    const position = typeof at === 'string' ? this.rangeOf(file, at).start : at;
    return this.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: this.folder.uri(file) },
      position,
    });
  }

  async codeActions(file: string, at: string | Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    const range = typeof at === 'string' ? this.rangeOf(file, at) : at;
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: this.folder.uri(file) },
      range,
      context: { diagnostics: [], ...context },
    });
  }

  async resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  /** The text of a file after an edit of the workspace; the version that the edit is for. */
  edited(file: string, edit: WorkspaceEdit | undefined): { readonly text: string; readonly version: number | null } {
    const uri = this.folder.uri(file);
    for (const change of edit?.documentChanges ?? []) {
      if (!('edits' in change) || change.textDocument.uri !== uri) continue;
      const edits = change.edits.filter((one): one is TextEdit => 'newText' in one);
      const document = TextDocument.create(uri, 'json', 1, this.textOf(file));
      return { text: TextDocument.applyEdits(document, edits), version: change.textDocument.version };
    }
    throw new assert.AssertionError({ message: `The edit does not change ${file}` });
  }

  /** Polls like VS Code, only without a pause. */
  async #pullWorkspace(): Promise<void> {
    while (!this.#isEnding) {
      const previousResultIds = [...this.#findings].flatMap(([uri, { resultId: value }]) =>
        value === undefined ? [] : [{ uri, value }],
      );
      const params = { identifier: 'connref', previousResultIds };
      const report = await this.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', params);
      this.workspaceAnswers++;
      for (const item of report.items) {
        if (item.kind === 'full' && !this.#documents.has(item.uri)) this.#show(item.uri, item.items, item.resultId);
        else if (item.resultId !== undefined && !this.#findings.has(item.uri)) this.#show(item.uri, [], item.resultId);
      }
      await delay(pollMilliseconds);
    }
  }

  async #pullDocument(uri: string): Promise<void> {
    if (!this.initialized?.capabilities.diagnosticProvider) return;
    const report = await this.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
      identifier: 'connref',
      previousResultId: this.#findings.get(uri)?.resultId,
    });
    if (report.kind === 'full' && this.#documents.has(uri)) this.#show(uri, report.items, report.resultId);
  }

  #show(uri: string, diagnostics: readonly Diagnostic[], resultId: string | undefined): void {
    this.#findings.set(uri, { diagnostics, ...(resultId !== undefined && { resultId }) });
  }

  #nameOf(uri: string | undefined): string {
    return uri === undefined ? '' : this.folder.nameOf(uri) || '/';
  }

  #document(file: string): TextDocument {
    const document = this.#documents.get(this.folder.uri(file));
    assert.ok(document, `${file} is not open`);
    return document;
  }

  #textIfAny(file: string): TextDocument | undefined {
    try {
      return TextDocument.create(this.folder.uri(file), 'json', 1, this.textOf(file));
    } catch {
      return undefined;
    }
  }
}

function patternOf({ globPattern }: FileSystemWatcher): string {
  if (typeof globPattern === 'string') return globPattern;
  const { baseUri, pattern } = globPattern;
  return `${typeof baseUri === 'string' ? baseUri : baseUri.uri}: ${pattern}`;
}

/** The URI of a path as VS Code writes it. */
export function fileUri(file: string): string {
  return URI.file(file).toString();
}

const severityNames: Readonly<Record<DiagnosticSeverity, string>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'hint',
};

const commonCapabilities: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: {
      documentChanges: true,
      changeAnnotationSupport: {},
      resourceOperations: ['create', 'rename', 'delete'],
    },
  },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    publishDiagnostics: {},
  },
};

const pullCapabilities: ClientCapabilities = {
  workspace: { diagnostics: { refreshSupport: true } },
  textDocument: { diagnostic: {} },
};

function merge<T>(a: T, b: T): T {
  if (!isObject(a) || !isObject(b)) return b;
  const merged: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b)) merged[name] = name in a ? merge(merged[name], value) : value;
  return merged as T;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
