/**
 * The workspace as it will be: refactorings edit it step by step, each step seeing what the ones before made of it, and
 * take the whole as one change at the end. The texts that the snapshot was made from stay as they are.
 */
import { compare } from '../base/compare';
import { EditedText } from '../base/editedText';
import { english, type L10n } from '../base/l10n';
import type { Path } from '../base/path';
import type { TextEdit } from '../base/textEdit';
import { extractFacts } from '../model/extract';
import type { Facts } from '../model/facts';
import { kindOfFile } from '../model/fileKind';
import type { FileId, FilePlace } from '../model/place';
import { applyChanges } from '../project/build';
import { isYaml, readsAsJson, type Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import { parseJson, type JsonDocument } from '../syntax/json';
import { parseXml, type XmlDocument } from '../syntax/xml';
import { parseYaml } from '../syntax/yaml';
import type { Change, FileChange, Left } from './change';

const fileStart: FilePlace['place'] = { span: { start: 0, end: 0 } };

export class Draft implements Documents {
  /** Says titles, labels, notes and reasons in the language of who asked. */
  readonly l10n: L10n;
  readonly #documents: Documents;
  readonly #files = new Map<FileId, DraftFile>();
  readonly #changedSince = new Set<FileId>();
  readonly #notes: string[] = [];
  readonly #left: Left[] = [];
  #snapshot: Snapshot;

  constructor(snapshot: Snapshot, documents: Documents, l10n: L10n = english) {
    this.l10n = l10n;
    this.#snapshot = snapshot;
    this.#documents = documents;
  }

  /** The workspace with all steps so far. It costs as much as opening a workspace whose facts are known. */
  get snapshot(): Snapshot {
    if (this.#changedSince.size === 0) return this.#snapshot;
    const changes = new Map([...this.#changedSince].map((file) => [file, this.#factsOf(file)] as const));
    this.#changedSince.clear();
    this.#snapshot = applyChanges(this.#snapshot, changes);
    return this.#snapshot;
  }

  json(file: FileId): JsonDocument | undefined {
    const own = this.#files.get(file);
    return own ? own.json() : this.#documents.json(file);
  }

  jsonAround(file: FileId, path: Path): JsonDocument | undefined {
    return this.#files.has(file) ? this.json(file) : this.#documents.jsonAround(file, path);
  }

  xml(file: FileId): XmlDocument | undefined {
    const own = this.#files.get(file);
    return own ? own.xml() : this.#documents.xml(file);
  }

  isReadOnly(file: FileId): boolean {
    return this.#documents.isReadOnly(file);
  }

  /** As it is now; undefined where there is no such file. */
  text(file: FileId): string | undefined {
    return (readsAsJson(file) ? this.json(file) : this.xml(file))?.text;
  }

  /**
   * Edits a file as it is now. No edits change nothing.
   * @param label says what they are for, shown beside them: `Bind 'shared_x' to 'contoso_x'`.
   * @throws Error when edits overlap, or there is no such file.
   */
  edit(file: FileId, edits: readonly TextEdit[], label: string): void {
    if (edits.length === 0) return;
    this.#open(file).apply(edits, label);
    this.#changedSince.add(file);
  }

  /**
   * Makes a file that is not there.
   * @param like a file whose encoding it gets.
   * @throws Error when it is there.
   */
  create(file: FileId, text: string, label: string, like?: FileId): void {
    if (this.text(file) !== undefined) throw new Error(`The file '${file}' is there already`);
    const deleted = this.#files.get(file);
    if (deleted) deleted.restore(text, label);
    else this.#files.set(file, new DraftFile(file, false, new EditedText(text), label, like));
    this.#changedSince.add(file);
  }

  /**
   * Gives a file another name, as it is now.
   * @throws Error when a file of that name is there, or there is none to move.
   */
  move(file: FileId, to: FileId, label: string): void {
    if (this.text(to) !== undefined) throw new Error(`The file '${to}' is there already`);
    const moving = this.#open(file);
    const deleted = this.#files.get(to);
    if (deleted) deleted.restore(moving.text, label);
    else this.#files.set(to, moving.moved(to, label));
    this.#changedSince.add(to);
    this.delete(file, label);
  }

  delete(file: FileId, label: string): void {
    this.#open(file).delete(label);
    this.#changedSince.add(file);
  }

  /** Tells what a person should know before. */
  note(sentence: string): void {
    if (!this.#notes.includes(sentence)) this.#notes.push(sentence);
  }

  /** Tells of something that stays as it is though it was asked for. */
  leave(file: FileId, reason: string, place: FilePlace['place'] = fileStart): void {
    this.#left.push({ at: { file, place }, reason });
  }

  /** What was left so far. */
  get left(): readonly Left[] {
    return this.#left;
  }

  /**
   * Whether a file may be edited: one that can't be read in full may say more than is known of it, and a managed
   * solution is changed where it was made. Tells of a file that may not.
   */
  mayEdit(file: FileId): boolean {
    const reason = this.#reasonNotToEdit(file);
    if (reason === undefined) return true;
    if (!this.#left.some(({ at, reason: known }) => at.file === file && known === reason)) this.leave(file, reason);
    return false;
  }

  /** What all steps come to. */
  finish(title: string): Change {
    const files = [...this.#files.values()].flatMap((file) => file.change() ?? []);
    return {
      title,
      files: files.sort((a, b) => compare(a.file, b.file)),
      notes: this.#notes,
      left: this.#left,
    };
  }

  #reasonNotToEdit(file: FileId): string | undefined {
    const { allFiles } = this.#snapshot;
    const facts = allFiles.get(file);
    if (this.isReadOnly(file)) return whyReadOnly(this.l10n);
    if ((facts?.problems.length ?? 0) > 0) return this.l10n.t('This file is not in order: mend it first.');
    // Settings are no part of a solution, wherever they lie.
    if (facts?.kind === 'settings') return undefined;
    const solution = this.#snapshot.solutionOf(file);
    if (solution?.isManaged !== true) return undefined;
    return this.l10n.t("The solution '{0}' is managed: change it where it was made.", solution.name);
  }

  #open(file: FileId): DraftFile {
    const known = this.#files.get(file);
    if (known) return known;
    const text = this.text(file);
    if (text === undefined) throw new Error(`There is no file '${file}' to edit`);
    const opened = new DraftFile(file, true, new EditedText(text), '');
    this.#files.set(file, opened);
    return opened;
  }

  #factsOf(file: FileId): Facts | undefined {
    const kind = kindOfFile(file);
    const text = this.text(file);
    return kind && text !== undefined ? extractFacts(kind, text) : undefined;
  }
}

class DraftFile {
  readonly #file: FileId;
  readonly #wasThere: boolean;
  readonly #edited: EditedText;
  #label: string;
  readonly #like: FileId | undefined;
  #isDeleted = false;
  /** The file that this one was, and where that is now. */
  #origin: DraftFile | undefined;
  #successor: DraftFile | undefined;
  #tree: JsonDocument | XmlDocument | undefined;

  /** @param wasThere whether the text is that on disk or in an editor. */
  constructor(file: FileId, wasThere: boolean, edited: EditedText, label: string, like?: FileId) {
    this.#file = file;
    this.#wasThere = wasThere;
    this.#edited = edited;
    this.#label = label;
    this.#like = like;
  }

  get text(): string {
    return this.#edited.text;
  }

  /** The same with another name. */
  moved(to: FileId, label: string): DraftFile {
    const like = this.#wasThere ? this.#file : this.#like;
    const moved = new DraftFile(to, false, this.#edited.copy(), label, like);
    moved.#origin = this.#wasThere ? this : this.#origin;
    if (moved.#origin) moved.#origin.#successor = moved;
    return moved;
  }

  json(): JsonDocument | undefined {
    if (this.#isDeleted || !readsAsJson(this.#file)) return undefined;
    this.#tree ??= isYaml(this.#file) ? parseYaml(this.#edited.text) : parseJson(this.#edited.text);
    return this.#tree as JsonDocument;
  }

  xml(): XmlDocument | undefined {
    if (this.#isDeleted || readsAsJson(this.#file)) return undefined;
    this.#tree ??= parseXml(this.#edited.text);
    return this.#tree as XmlDocument;
  }

  apply(edits: readonly TextEdit[], label: string): void {
    if (this.#isDeleted) throw new Error(`The file '${this.#file}' is deleted already`);
    this.#edited.apply(edits, label);
    this.#tree = undefined;
  }

  delete(label: string): void {
    this.#isDeleted = true;
    this.#label = label;
  }

  /** Makes a deleted file again, with another text. */
  restore(text: string, label: string): void {
    this.#isDeleted = false;
    this.#successor = undefined;
    this.#label = label;
    this.apply([{ span: { start: 0, end: this.#edited.text.length }, newText: text }], label);
  }

  /** Undefined when it is as it was. */
  change(): FileChange | undefined {
    const file = this.#file;
    if (this.#isDeleted) return this.#wasThere ? { kind: 'delete', file, label: this.#label } : undefined;
    const edits = this.#edited.edits();
    if (!this.#wasThere) {
      const like = this.#like;
      const origin = this.#origin && this.#origin.#successor === this ? this.#origin : undefined;
      return {
        kind: 'create',
        file,
        text: this.text,
        label: this.#label,
        ...(like !== undefined && { like }),
        ...(origin && { movedFrom: { file: origin.#file, edits } }),
      };
    }
    return edits.length === 0 ? undefined : { kind: 'edit', file, edits };
  }
}

export function whyReadOnly(l10n: L10n): string {
  return l10n.t("This file can't be changed where it lies: unpack or copy the solution first.");
}
