/** Shows zip archives as folders, so that the solutions in them are read like any others. Nothing is written there. */
import { english, say } from '../base/l10n';
import type { FileId } from '../model/place';
import { emptyArchive, readArchive, type Archive } from './archive';
import { isIn, type FileSystem } from './fileSystem';
import type { ArchiveProblem, Unreadable } from './zip';

export interface ArchiveChange {
  readonly file: FileId;
  readonly type: 'created' | 'changed' | 'deleted';
}

export class Archives {
  /** The disk with the open archives as folders; one that can't be read is an empty folder. */
  readonly fileSystem: FileSystem;
  readonly #disk: FileSystem;
  /** Those that were closed stay as undefined: it is still asked what their files were. */
  readonly #known = new Map<FileId, Archive | Unreadable | undefined>();

  constructor(disk: FileSystem) {
    this.#disk = disk;
    this.fileSystem = {
      readDirectory: (folder) => {
        const found = this.#find(folder);
        return found ? found.archive.list(found.path) : disk.readDirectory(folder);
      },
      readFile: (file) => {
        const found = this.#find(file);
        return found ? found.archive.read(found.path) : disk.readFile(file);
      },
      kindOf: (path) => {
        const found = this.#find(path);
        return found ? found.archive.kindOf(found.path) : disk.kindOf(path);
      },
      stampOf: (file) => {
        const found = this.#find(file);
        return found ? found.archive.stampOf(found.path) : disk.stampOf(file);
      },
    };
  }

  /** The open ones. */
  get roots(): readonly FileId[] {
    return [...this.#known].flatMap(([root, opened]) => (opened ? [root] : []));
  }

  /** Opens an archive, or reads an open one again, and tells what differs. */
  open(root: FileId): { readonly problem?: ArchiveProblem; readonly changes: readonly ArchiveChange[] } {
    const before = this.at(root);
    const after = readArchive(root, this.#disk);
    this.#known.set(root, after);
    return {
      changes: differences(root, readable(before), readable(after)),
      ...('problem' in after && { problem: after.problem }),
    };
  }

  close(root: FileId): void {
    if (this.#known.has(root)) this.#known.set(root, undefined);
  }

  /** Undefined for one that is not open. */
  at(root: FileId): Archive | Unreadable | undefined {
    return this.#known.get(root);
  }

  /** The open archive that a path is or lies in. */
  rootOf(path: FileId): FileId | undefined {
    return this.roots.find((root) => isIn(path, root));
  }

  /** Whether a path is or lies in an archive that is or was open. */
  holds(path: FileId): boolean {
    for (const root of this.#known.keys()) if (isIn(path, root)) return true;
    return false;
  }

  #find(path: FileId): { readonly archive: Archive; readonly path: string } | undefined {
    for (const [root, opened] of this.#known) {
      if (opened && isIn(path, root)) return { archive: readable(opened), path: path.slice(root.length + 1) };
    }
    return undefined;
  }
}

/** Opens those of the paths that are zip files. No others are ever looked for. */
export function openArchives(paths: readonly FileId[], disk: FileSystem) {
  const archives = new Archives(disk);
  const zips = [...new Set(paths)].filter((path) => isArchive(path, disk));
  const problems = new Map(
    zips.flatMap((path) => {
      const { problem } = archives.open(path);
      return problem === undefined ? [] : [[path, problem] as const];
    }),
  );
  return {
    archives,
    /** The paths that are no archives. */
    others: paths.filter((path) => !zips.includes(path)),
    /** The archives that can be read. */
    readable: zips.filter((path) => !problems.has(path)),
    /** Says of each that can't what is wrong with it. */
    problems: [...problems].map(([path, problem]) => `${say(english, problem(path))} It is not checked.`),
  };
}

/**
 * The archive that a path lies in, as the disk tells: a folder can be called `a.zip` too.
 * @returns undefined where there is none.
 */
export function findArchive(path: FileId, disk: FileSystem): FileId | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const candidate = path.slice(0, end);
    if (isArchive(candidate, disk)) return candidate;
  }
  return undefined;
}

function isArchive(path: FileId, disk: FileSystem): boolean {
  return /\.zip$/i.test(path) && disk.kindOf(path) === 'file';
}

function readable(archive: Archive | Unreadable | undefined): Archive {
  return archive && !('problem' in archive) ? archive : emptyArchive;
}

function differences(root: FileId, before: Archive, after: Archive): ArchiveChange[] {
  const change = (file: string, type: ArchiveChange['type']): ArchiveChange => ({ file: `${root}/${file}`, type });
  return [
    ...before.files.filter((file) => after.kindOf(file) !== 'file').map((file) => change(file, 'deleted')),
    ...after.files
      .filter((file) => !after.hasSame(file, before))
      .map((file) => change(file, before.kindOf(file) === 'file' ? 'changed' : 'created')),
  ];
}
