/** All ways between the engine's data and the protocol's: here offsets become lines, and files become URIs. */
import path from 'node:path';
import {
  AnnotatedTextEdit,
  CreateFile,
  DiagnosticSeverity,
  DiagnosticTag,
  TextDocumentEdit,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Location,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { LineIndex } from '../base/lineIndex';
import type { Span } from '../base/span';
import type { Workspace } from '../host/workspace';
import type { FileId, FilePlace } from '../model/place';
import { readsAsJson } from '../project/documents';
import { locate } from '../project/locate';
import type { FileEdits, Finding, RelatedPlace, Severity } from '../rules/rule';
import type { ClientFeatures } from './clientFeatures';
import type { FileUris } from './uris';

export const source = 'connref';

export class Converter {
  readonly #workspace: Workspace;
  readonly #uris: FileUris;
  readonly #documentationUri: string;
  /** By tree: a file's lines are counted once for each text that it has. */
  readonly #lineIndexes = new WeakMap<object, LineIndex>();

  /** @param documentationUri has `{rule}` where a rule's id belongs; without it, pages are files beside the server. */
  constructor(workspace: Workspace, uris: FileUris, documentationUri = shippedDocumentation()) {
    this.#workspace = workspace;
    this.#uris = uris;
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

  diagnostic({ rule, severity, file, place, message, related = [] }: Finding): Diagnostic {
    return {
      range: this.location({ file, place }).range,
      severity: severityNumbers[severity],
      code: rule.id,
      codeDescription: { href: this.#documentationUri.replaceAll('{rule}', rule.id) },
      source,
      message,
      ...(rule.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
      ...(related.length > 0 && { relatedInformation: related.map((place) => this.#related(place)) }),
    };
  }

  /**
   * @param confirmation names the change where a person should look at it before it is made.
   * @returns undefined when there is nothing to change.
   */
  workspaceEdit(
    edits: readonly FileEdits[],
    client: Pick<ClientFeatures, 'takesDocumentChanges' | 'confirmsEdits'>,
    confirmation?: string,
  ): WorkspaceEdit | undefined {
    const { texts } = this.#workspace;
    const files = edits
      .filter((of) => !texts.isLossy(of.file) && !this.#workspace.isReadOnly(of.file))
      .map((of) => ({ file: of.file, edits: this.#textEdits(of) }))
      .filter((of) => of.edits.length > 0);
    if (files.length === 0) return undefined;
    if (!client.takesDocumentChanges) {
      return { changes: Object.fromEntries(files.map(({ file, edits }) => [this.uri(file), edits])) };
    }
    const documentChanges = files.map(({ file, edits }) => {
      const version = this.#workspace.texts.openText(file)?.version ?? null;
      return TextDocumentEdit.create({ uri: this.uri(file), version }, edits);
    });
    return confirmation !== undefined && client.confirmsEdits
      ? withPreview(documentChanges, confirmation)
      : { documentChanges };
  }

  /** The edit that makes a file which is not there; undefined for a client that can't. */
  creation(file: FileId, text: string, client: Pick<ClientFeatures, 'createsFiles'>): WorkspaceEdit | undefined {
    if (!client.createsFiles) return undefined;
    const start = { line: 0, character: 0 };
    const uri = this.uri(file);
    const textEdit = { range: { start, end: start }, newText: text };
    return { documentChanges: [CreateFile.create(uri), TextDocumentEdit.create({ uri, version: null }, [textEdit])] };
  }

  #textEdits({ file, edits }: FileEdits): TextEdit[] {
    return edits.map(({ span, newText }) => ({ range: this.range(file, span), newText }));
  }

  #related({ at, message }: RelatedPlace): DiagnosticRelatedInformation {
    return { location: this.location(at), message };
  }

  #lines(file: FileId): LineIndex | undefined {
    const { documents } = this.#workspace;
    const document = readsAsJson(file) ? documents.json(file) : documents.xml(file);
    if (!document) return undefined;
    const lines = this.#lineIndexes.get(document) ?? new LineIndex(document.text);
    this.#lineIndexes.set(document, lines);
    return lines;
  }
}

/**
 * Lets the client show the changes before they are made. VS Code leaves every change that asks for confirmation
 * unticked, and nobody wants to tick a hundred of them: so an entry that changes nothing asks, and the others come
 * ticked.
 */
function withPreview(documentChanges: readonly TextDocumentEdit[], label: string): WorkspaceEdit {
  const annotated = documentChanges.map(({ textDocument, edits }) =>
    TextDocumentEdit.create(
      textDocument,
      edits.map((edit) => ({ ...(edit as TextEdit), annotationId: 'change' })),
    ),
  );
  const [first, ...others] = annotated;
  const [edit] = first?.edits ?? [];
  if (!first || !edit) return { documentChanges: [...documentChanges] };
  const { start } = (edit as TextEdit).range;
  const asking = AnnotatedTextEdit.insert({ line: start.line, character: 0 }, '', 'preview');
  return {
    documentChanges: [TextDocumentEdit.create(first.textDocument, [asking, ...first.edits]), ...others],
    changeAnnotations: {
      change: { label },
      preview: { label: 'Shows the changes first, and changes nothing itself', needsConfirmation: true },
    },
  };
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
