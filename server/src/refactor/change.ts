/** What a refactoring gives: the files as they shall be, and what a person should know before. Plain data. */
import type { LabelledEdit } from '../base/editedText';
import type { FileId, FilePlace } from '../model/place';

export interface Change {
  /** What it does, as a menu or a list of undo steps names it. */
  readonly title: string;
  /** Sorted by file; empty when there is nothing to do. */
  readonly files: readonly FileChange[];
  /** What differs or gets lost by it, in whole sentences: shown before it is made. */
  readonly notes: readonly string[];
  /** What it was asked for and leaves as it is, with the reason. */
  readonly left: readonly Left[];
}

export type FileChange = EditedFile | CreatedFile | DeletedFile;

export interface EditedFile extends EditsOf {
  readonly kind: 'edit';
}

export interface CreatedFile {
  readonly kind: 'create';
  readonly file: FileId;
  readonly text: string;
  readonly label: string;
  /** A file whose encoding it gets: one that it stands beside, or that it was. UTF-8 without it. */
  readonly like?: FileId;
  /** The file that it was, which the change deletes: who can rename files renames that and makes the edits. */
  readonly movedFrom?: EditsOf;
}

/** Of the text that the snapshot was made from, sorted. */
export interface EditsOf {
  readonly file: FileId;
  readonly edits: readonly LabelledEdit[];
}

export interface DeletedFile {
  readonly kind: 'delete';
  readonly file: FileId;
  readonly label: string;
}

/** Something that has to stay as it is. */
export interface Left {
  /** Where it stands. */
  readonly at: FilePlace;
  /** What it is and why it stays, in a whole sentence. */
  readonly reason: string;
}

/** Why nothing of it can be done. */
export interface Refusal {
  readonly refused: string;
}

export function isRefusal(result: object): result is Refusal {
  return 'refused' in result;
}
