/** All ways between the engine's data and the protocol's: here offsets become lines, and files become URIs. */
import path from 'node:path';
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Location,
  type Position,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { L10n } from '../base/l10n';
import type { LineIndex } from '../base/lineIndex';
import type { Span } from '../base/span';
import type { Workspace } from '../host/workspace';
import type { FileId, FilePlace } from '../model/place';
import { locate } from '../project/locate';
import type { Change, EditsOf, FileChange } from '../refactor/change';
import type { Finding, RelatedPlace, Severity } from '../rules/rule';
import type { ClientFeatures } from './clientFeatures';
import { DocumentChanges, type LocatedChange, type LocatedEdit } from './documentChanges';
import type { FileUris } from './uris';

export const source = 'connref';

export type EditFeatures = Pick<
  ClientFeatures,
  'takesDocumentChanges' | 'confirmsEdits' | 'changesFiles' | 'renamesFiles'
>;

export class Converter {
  readonly #workspace: Workspace;
  readonly #uris: FileUris;
  readonly #l10n: L10n;
  readonly #documentationUri: string;

  /** @param documentationUri has `{rule}` where a rule's id belongs; without it, pages are files beside the server. */
  constructor(workspace: Workspace, uris: FileUris, l10n: L10n, documentationUri = shippedDocumentation()) {
    this.#workspace = workspace;
    this.#uris = uris;
    this.#l10n = l10n;
    this.#documentationUri = documentationUri;
  }

  file(uri: string): FileId {
    return this.#uris.fileOf(uri);
  }

  uri(file: FileId): string {
    return this.#uris.uriOf(file);
  }

  /** The start of the file where its text is gone. */
  range(file: FileId, span: Span): Range {
    const lines = this.#lines(file);
    if (!lines) return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    return { start: lines.position(span.start), end: lines.position(span.end) };
  }

  /** Undefined where the file has no text. A place beyond the text gives its end. */
  span(file: FileId, range: Range): Span | undefined {
    const lines = this.#lines(file);
    return lines && { start: lines.offset(range.start), end: lines.offset(range.end) };
  }

  offset(file: FileId, position: Position): number | undefined {
    return this.#lines(file)?.offset(position);
  }

  location(at: FilePlace): Location {
    return { uri: this.uri(at.file), range: this.range(at.file, locate(this.#workspace.documents, at)) };
  }

  /** The page of a rule. */
  documentation(rule: string): string {
    return this.#documentationUri.replaceAll('{rule}', rule);
  }

  diagnostic({ rule, severity, file, place, message, related = [] }: Finding): Diagnostic {
    return {
      range: this.location({ file, place }).range,
      severity: severityNumbers[severity],
      code: rule.id,
      codeDescription: { href: this.documentation(rule.id) },
      source,
      message,
      ...(rule.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
      ...(related.length > 0 && { relatedInformation: related.map((place) => this.#related(place)) }),
    };
  }

  /**
   * @param withPreview whether the client is to show the changes before they are made.
   * @returns undefined when there is nothing to change, or the client can't make, rename or delete files and would have to.
   */
  workspaceEdit(
    { files }: Change,
    client: EditFeatures,
    { withPreview = false }: { readonly withPreview?: boolean } = {},
  ): WorkspaceEdit | undefined {
    // Bytes that were lost on reading must not be written back.
    const { texts, isReadOnly } = this.#workspace;
    const writable = files.filter((of) => !isReadOnly(of.file) && (of.kind !== 'edit' || !texts.isLossy(of.file)));
    if (writable.length === 0) return undefined;
    if (!client.takesDocumentChanges) return this.#plainChanges(writable);
    if (!client.changesFiles && writable.some(({ kind }) => kind !== 'edit')) return undefined;
    const changes = client.renamesFiles ? this.#withRenames(writable) : writable.map((change) => this.#located(change));
    const existing = withPreview && client.confirmsEdits ? this.#existingFile(writable) : undefined;
    return new DocumentChanges(existing && this.uri(existing), this.#l10n).of(changes);
  }

  /** One that is changed, if there is any. */
  #existingFile(changes: readonly FileChange[]): FileId | undefined {
    const changed = changes.find(({ kind }) => kind !== 'create')?.file;
    return changed ?? this.#workspace.snapshot.allFiles.keys().next().value;
  }

  /** For clients that know no versions; undefined where more than edits is needed. */
  #plainChanges(files: readonly FileChange[]): WorkspaceEdit | undefined {
    const edited = files.flatMap((change) => (change.kind === 'edit' ? [change] : []));
    if (edited.length < files.length) return undefined;
    return { changes: Object.fromEntries(edited.map((change) => [this.uri(change.file), this.#textEdits(change)])) };
  }

  /** Who renames a file instead of making it anew keeps its encoding and line ends. */
  #withRenames(files: readonly FileChange[]): LocatedChange[] {
    const moved = new Set(files.flatMap((change) => (change.kind === 'create' ? (change.movedFrom?.file ?? []) : [])));
    return files
      .filter(({ kind, file }) => kind !== 'delete' || !moved.has(file))
      .map((change) => {
        if (change.kind !== 'create' || !change.movedFrom) return this.#located(change);
        const [uri, newUri] = [this.uri(change.movedFrom.file), this.uri(change.file)];
        return { kind: 'rename', uri, newUri, label: change.label, ...this.#versioned(change.movedFrom) };
      });
  }

  #located(change: FileChange): LocatedChange {
    const uri = this.uri(change.file);
    if (change.kind !== 'edit') return { ...change, uri };
    return { kind: 'edit', uri, ...this.#versioned(change) };
  }

  #versioned(change: EditsOf): { readonly version: number | null; readonly edits: readonly LocatedEdit[] } {
    const version = this.#workspace.texts.openText(change.file)?.version ?? null;
    return { version, edits: this.#textEdits(change) };
  }

  #textEdits({ file, edits }: EditsOf): LocatedEdit[] {
    return edits.map(({ span, newText, label }) => ({ range: this.range(file, span), newText, label }));
  }

  #related({ at, message }: RelatedPlace): DiagnosticRelatedInformation {
    return { location: this.location(at), message };
  }

  #lines(file: FileId): LineIndex | undefined {
    return this.#workspace.texts.lines(file);
  }
}

const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The package holds `docs/` beside `dist/`, where the bundle is. */
function shippedDocumentation(): string {
  return `${URI.file(path.join(__dirname, '..', 'docs', 'rules')).toString()}/{rule}.md`;
}
