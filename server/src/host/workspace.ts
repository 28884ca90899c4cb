/**
 * The state of the product: files on disk and in editors, the snapshot made of them, and the findings of each file.
 * Everything else is a function of these. It is told what happens (opened, changed, files on disk) and computes
 * nothing before somebody asks.
 */
import { isEqual } from '../base/equal';
import { english, toSay, type L10n } from '../base/l10n';
import { extractFacts } from '../model/extract';
import type { ConfigurationFacts, Facts, Problem } from '../model/facts';
import { isSkippedFolder, kindOfFile } from '../model/fileKind';
import { parentFolder } from '../model/names';
import { isOnDisk, type FileId } from '../model/place';
import { applyChanges, buildSnapshot, emptySnapshot } from '../project/build';
import { resolvePath } from '../project/configuration';
import type { EditorSettings } from '../project/editorSettings';
import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import { checkFile } from '../rules/check';
import type { Finding } from '../rules/rule';
import { childOf, isIn, type FileSystem } from './fileSystem';
import type { ReadingThread } from './readingThread';
import { Texts, type OpenText } from './texts';

export interface WorkspaceOptions {
  readonly fileSystem: FileSystem;
  /** Says findings in the language of who reads them; English without it. */
  readonly l10n?: L10n;
  /** The day, `2027-01-31`, for suppressions that expire; without it none does. */
  readonly today?: string;
  /** Whether a file can't be written, as those in archives: its findings have no fixes. */
  readonly isReadOnly?: (file: FileId) => boolean;
  /** Told of a crash in a rule or a reader, with the file; the rest goes on. */
  readonly onCrash?: (what: string, file: FileId, error: unknown) => void;
}

export interface Work {
  /** Files whose text was turned into facts. */
  filesRead: number;
  /** Files that the rules went over. */
  filesChecked: number;
}

export class Workspace {
  readonly #fileSystem: FileSystem;
  readonly #l10n: L10n;
  readonly #today: string;
  /** Whether a file can't be written: nothing that would change it is offered. */
  readonly isReadOnly: (file: FileId) => boolean;
  readonly #onCrash: NonNullable<WorkspaceOptions['onCrash']>;
  readonly #texts: Texts;
  readonly #pending = new Map<FileId, Facts | undefined>();
  readonly #findings = new Map<FileId, readonly Finding[]>();
  #folders: readonly FileId[] = [];
  /** Configurations and baselines that count though they may lie outside of the opened folders. */
  readonly #named = new Set<FileId>();
  #snapshot: Snapshot = emptySnapshot;
  /** Counts work, so that tests need not measure time. */
  readonly work: Work = { filesRead: 0, filesChecked: 0 };
  readonly #unreadableFolders = new Set<FileId>();

  constructor({
    fileSystem,
    l10n = english,
    today = '',
    isReadOnly = () => false,
    onCrash = () => undefined,
  }: WorkspaceOptions) {
    this.#today = today;
    this.isReadOnly = isReadOnly;
    this.#fileSystem = fileSystem;
    this.#l10n = l10n;
    this.#onCrash = onCrash;
    this.#texts = new Texts(fileSystem, isReadOnly);
  }

  /** The workspace as it is now, everything that was told taken in. */
  get snapshot(): Snapshot {
    if (this.#pending.size === 0) return this.#snapshot;
    const changes = new Map(this.#pending);
    this.#pending.clear();
    const next = applyChanges(this.#snapshot, changes);
    if (next !== this.#snapshot) this.#forgetFindings(this.#snapshot, next, changes);
    this.#snapshot = next;
    return next;
  }

  /** Trees of the texts that the snapshot was made from. */
  get documents(): Documents {
    return this.#texts;
  }

  get texts(): Texts {
    return this.#texts;
  }

  /** Files and folders below the opened ones that could not be read, sorted. */
  get unreadable(): readonly FileId[] {
    return [...this.#unreadableFolders, ...this.#texts.unreadable].sort();
  }

  get folders(): readonly FileId[] {
    return this.#folders;
  }

  /** Files that count though they lie outside of the opened folders, whether or not they are there. */
  get filesOutside(): readonly FileId[] {
    return [...this.#named].filter((file) => !isWithin(file, this.#folders)).sort();
  }

  /**
   * Opens these folders or single files instead of those that were open, reading file by file: it yields each folder
   * and each file that it has looked at, so that a caller can do something else in between.
   * @param thread reads some of the files, if they are on disk.
   */
  *open(folders: readonly FileId[], thread?: ReadingThread): Generator<FileId, void> {
    const known = [...this.snapshot.allFiles];
    for (const [file] of known) {
      if (!isWithin(file, folders) && (!this.#texts.openText(file) || this.isReadOnly(file)))
        this.#pending.set(file, undefined);
    }
    // What holds for the folders that stay may lie outside of them, and is found anew.
    this.#named.clear();
    for (const [file, facts] of known) {
      if (facts.kind === 'configuration' && isWithin(file, folders)) this.#readNamedBy(file, facts);
      // What is said of these depends on whether they lie in a folder that is open.
      if (facts.kind === 'configuration' || facts.kind === 'baseline') this.#findings.delete(file);
    }
    const before = this.#folders;
    this.#folders = folders;
    for (const folder of folders) {
      this.#readConfigurationsAbove(folder);
      if (!before.includes(folder)) yield* this.#read(folder, thread);
    }
    for (const [file, facts] of thread?.takeBack() ?? []) {
      if (facts) this.#setFacts(file, facts);
      else this.#update(file);
      yield file;
    }
  }

  /** What the editor's own settings say counts from now on instead of what they said before. */
  setEditorSettings(settings: readonly EditorSettings[]): void {
    const { allFiles, editorSettings } = this.snapshot;
    if (isEqual(editorSettings, settings)) return;
    this.#snapshot = buildSnapshot(allFiles, settings);
    this.#findings.clear();
  }

  /** An editor shows a file, or its text has changed: from now on that text counts. */
  setOpenText(file: FileId, open: OpenText): void {
    this.#texts.setOpen(file, open);
    this.#update(file);
  }

  /** No editor shows the file any more: the text on disk counts again, whether or not it was saved. */
  closeText(file: FileId): void {
    this.#texts.setOpen(file, undefined);
    if (this.#covers(file)) this.#update(file);
    else this.#pending.set(file, undefined);
  }

  /** Files or folders came, went or changed on disk. */
  filesChanged(paths: readonly FileId[]): void {
    // Looked up once: to ask the snapshot after each path would build one for each.
    const known = [...this.snapshot.allFiles.keys(), ...this.#texts.unreadable];
    for (const path of paths) {
      this.#texts.forget(path);
      if (!this.#covers(path)) continue;
      for (const folder of this.#unreadableFolders) {
        if (isWithin(folder, [path])) this.#unreadableFolders.delete(folder);
      }
      const kind = this.#fileSystem.kindOf(path);
      // Also those below a folder that may be gone.
      for (const file of known) if (isWithin(file, [path]) && file !== path) this.#update(file);
      if (kind === 'folder') Array.from(this.#read(path));
      else this.#update(path);
    }
  }

  /** The findings of one file that somebody is to be told, in order of their rules. */
  findingsOf(file: FileId): readonly Finding[] {
    if (!this.snapshot.configurationOf(file).validates) return [];
    const findings = this.allFindingsOf(file);
    return findings.some(({ suppressed }) => suppressed) ? findings.filter(({ suppressed }) => !suppressed) : findings;
  }

  /** The findings of one file, suppressed ones among them. */
  allFindingsOf(file: FileId): readonly Finding[] {
    const snapshot = this.snapshot;
    const known = this.#findings.get(file);
    if (known) return known;
    this.work.filesChecked++;
    const findings = checkFile(snapshot, file, {
      l10n: this.#l10n,
      today: this.#today,
      isReadOnly: this.isReadOnly(file),
      isOutside: !isWithin(file, this.#folders),
      onCrash: (rule, error) => this.#onCrash(`rule ${rule.id}`, file, error),
      findingsOf: (other) => this.allFindingsOf(other),
    });
    this.#findings.set(file, findings);
    return findings;
  }

  /** A part of a repository that is opened alone is under the configuration of the whole all the same. */
  #readConfigurationsAbove(folder: FileId): void {
    // Nobody can tell what is above a folder that is on no disk.
    if (!isOnDisk(folder)) return;
    for (let above = parentFolder(folder); above !== ''; above = parentFolder(above)) {
      const file = `${above}/connref.json`;
      this.#named.add(file);
      if (!this.#isRead(file) && this.#fileSystem.kindOf(file) === 'file') this.#update(file);
    }
  }

  /** What a configuration names may lie anywhere: other configurations, and its baseline. */
  #readNamedBy(file: FileId, { extends: extended, baseline }: ConfigurationFacts): void {
    for (const path of [...extended, ...(baseline === undefined ? [] : [baseline])]) {
      const named = resolvePath(file, path);
      this.#named.add(named);
      if (!this.#isRead(named)) this.#update(named);
    }
  }

  #isRead(file: FileId): boolean {
    return this.#pending.has(file) ? this.#pending.get(file) !== undefined : this.#snapshot.allFiles.has(file);
  }

  *#read(path: FileId, thread?: ReadingThread): Generator<FileId, void> {
    if (this.#fileSystem.kindOf(path) !== 'folder') {
      this.#update(path);
      yield path;
      return;
    }
    const pending = [path];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      const entries = this.#fileSystem.readDirectory(folder);
      if (entries) this.#unreadableFolders.delete(folder);
      else this.#unreadableFolders.add(folder);
      // Also where no file of it counts, so that large folders of other things block nobody.
      yield folder;
      for (const { name, kind } of entries ?? []) {
        const child = childOf(folder, name);
        if (kind === 'folder') {
          if (!isSkippedFolder(name)) pending.push(child);
        } else if (thread && this.#isFlowOnDisk(child)) {
          // Takes its place among the others, which all answers follow in their order.
          this.#pending.set(child, undefined);
          thread.give(child);
        } else if (kindOfFile(child)) {
          this.#update(child);
          yield child;
        }
      }
    }
  }

  /** Whether the text of a file is that of a flow on disk, as far as its name tells. */
  #isFlowOnDisk(file: FileId): boolean {
    return kindOfFile(file) === 'flow' && !this.isReadOnly(file) && !this.#texts.openText(file);
  }

  #update(file: FileId): void {
    const kind = kindOfFile(file);
    if (!kind) return;
    this.#texts.forget(file);
    // An editor may keep the text of a file that it can't change for a while after the file is gone.
    const isGone = this.isReadOnly(file) && this.#fileSystem.kindOf(file) !== 'file';
    const text = isGone ? undefined : this.#texts.text(file);
    if (text === undefined) {
      this.#pending.set(file, undefined);
      return;
    }
    try {
      const facts = extractFacts(kind, text);
      this.#setFacts(file, facts && this.#texts.isLossy(file) ? withLostBytes(facts, text) : facts);
      if (facts?.kind === 'configuration') this.#readNamedBy(file, facts);
    } catch (error) {
      this.#pending.set(file, undefined);
      this.#onCrash('reader', file, error);
    }
  }

  #setFacts(file: FileId, facts: Facts | undefined): void {
    this.work.filesRead++;
    this.#pending.set(file, facts);
  }

  /** Whether a path lies in an opened folder, and in none below it that is skipped, or is needed all the same. */
  #covers(path: FileId): boolean {
    return (
      this.#named.has(path) ||
      this.#folders.some(
        (folder) => isWithin(path, [folder]) && !path.slice(folder.length).split('/').some(isSkippedFolder),
      )
    );
  }

  /** Findings of other files stay when what others can see of a changed file is the same. */
  #forgetFindings(before: Snapshot, after: Snapshot, changes: ReadonlyMap<FileId, unknown>): void {
    const files = [...changes.keys()].filter((file) => !isEqual(before.allFiles.get(file), after.allFiles.get(file)));
    if (
      files.every((file) =>
        isEqual(visibleToOthers(before.allFiles.get(file)), visibleToOthers(after.allFiles.get(file))),
      )
    ) {
      for (const file of files) this.#findings.delete(file);
      // What is said of suppressions depends on every file's findings.
      for (const [file, { kind }] of after.files) {
        if (kind === 'configuration' || kind === 'baseline') this.#findings.delete(file);
      }
    } else this.#findings.clear();
  }
}

/** Such a file is read as well as it can be and never written, since that would lose what its bytes were. */
function withLostBytes(facts: Facts, text: string): Facts {
  const at = text.indexOf('\ufffd');
  const problem: Problem = {
    kind: 'syntax',
    message: toSay('This file holds bytes that are no text in its encoding. Save it as UTF-8.'),
    place: { span: { start: at, end: at + 1 } },
  };
  return { ...facts, problems: [problem, ...facts.problems] };
}

/** The rules look at the steps of a flow only in that flow, and of other files' problems only whether there are any. */
function visibleToOthers(facts: Facts | undefined): unknown {
  if (!facts) return undefined;
  const seen = { ...facts, problems: facts.problems.length > 0 };
  return facts.kind === 'flow' ? { ...seen, steps: [], otherKeyUses: [] } : seen;
}

function isWithin(file: FileId, folders: readonly FileId[]): boolean {
  return folders.some((folder) => isIn(file, folder));
}
