/** Changes of files as a client takes them, with what each is for, and shown before they are made where that is wished. */
import {
  CreateFile,
  DeleteFile,
  RenameFile,
  TextDocumentEdit,
  type ChangeAnnotation,
  type ChangeAnnotationIdentifier,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { L10n } from '../base/l10n';

export type LocatedChange =
  | {
      readonly kind: 'edit';
      readonly uri: string;
      /** Null for a file that no editor shows. */
      readonly version: number | null;
      readonly edits: readonly LocatedEdit[];
    }
  | { readonly kind: 'create'; readonly uri: string; readonly text: string; readonly label: string }
  | { readonly kind: 'delete'; readonly uri: string; readonly label: string }
  | {
      readonly kind: 'rename';
      readonly uri: string;
      readonly newUri: string;
      readonly label: string;
      /** The text's before it is renamed. */
      readonly version: number | null;
      readonly edits: readonly LocatedEdit[];
    };

export interface LocatedEdit {
  readonly range: Range;
  readonly newText: string;
  readonly label: string;
}

type DocumentChange = NonNullable<WorkspaceEdit['documentChanges']>[number];

const previewId = 'preview';

export class DocumentChanges {
  readonly #existing: string | undefined;
  readonly #l10n: L10n;
  readonly #annotations = new Map<string, ChangeAnnotation>();

  /**
   * @param existing the URI of a file that is there, where the client is to show the changes first, each beside what it
   * is for; without it they are made at once.
   */
  constructor(existing: string | undefined, l10n: L10n) {
    this.#existing = existing;
    this.#l10n = l10n;
  }

  of(changes: readonly LocatedChange[]): WorkspaceEdit {
    const documentChanges = changes.flatMap((change) => this.#changesOf(change));
    if (this.#existing === undefined) return { documentChanges };
    const label = this.#l10n.t('Shows the changes first, and changes nothing itself');
    return {
      documentChanges: [askFirst(this.#existing), ...documentChanges],
      changeAnnotations: {
        ...Object.fromEntries(this.#annotations),
        [previewId]: { label, needsConfirmation: true },
      },
    };
  }

  #changesOf(change: LocatedChange): DocumentChange[] {
    const { uri } = change;
    switch (change.kind) {
      case 'edit':
        return [TextDocumentEdit.create({ uri, version: change.version }, [...this.#edits(change.edits)])];
      case 'create':
        return [
          CreateFile.create(uri, undefined, this.#annotate(change.label)),
          TextDocumentEdit.create({ uri, version: null }, [
            ...this.#edits([{ range: fileStart, newText: change.text, label: change.label }]),
          ]),
        ];
      case 'delete':
        return [DeleteFile.create(uri, undefined, this.#annotate(change.label))];
      case 'rename':
        return [
          // No edits, but the version that the others are for: under its new name, the text has none.
          ...(change.version === null ? [] : [TextDocumentEdit.create({ uri, version: change.version }, [])]),
          RenameFile.create(uri, change.newUri, undefined, this.#annotate(change.label)),
          ...(change.edits.length === 0
            ? []
            : [TextDocumentEdit.create({ uri: change.newUri, version: null }, [...this.#edits(change.edits)])]),
        ];
    }
  }

  #edits(edits: readonly LocatedEdit[]): readonly LocatedEditOfClient[] {
    return edits.map(({ range, newText, label }) => {
      const annotationId = this.#annotate(label);
      return annotationId === undefined ? { range, newText } : { range, newText, annotationId };
    });
  }

  #annotate(label: string): ChangeAnnotationIdentifier | undefined {
    if (this.#existing === undefined) return undefined;
    // Its own words name an annotation as well as a number would.
    this.#annotations.set(label, { label });
    return label;
  }
}

type LocatedEditOfClient = Pick<LocatedEdit, 'range' | 'newText'> & {
  readonly annotationId?: ChangeAnnotationIdentifier;
};

const fileStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * VS Code shows the changes first where any of them asks for confirmation, and leaves those that ask unticked: nobody
 * wants to tick a hundred of them. So what asks is to make a file that is there, unless it is there. That changes
 * nothing, and VS Code leaves it out of what it shows, while the others come ticked.
 */
function askFirst(existing: string): CreateFile {
  return CreateFile.create(existing, { ignoreIfExists: true }, previewId);
}
