/**
 * Texts and trees on demand: of the open editor, else of the disk. Few trees are kept, the ones that were asked for
 * last: facts are what stays in memory.
 */
import { isAscii } from 'node:buffer';
import { LineIndex } from '../base/lineIndex';
import type { Path } from '../base/path';
import type { FileId } from '../model/place';
import { kindOfFile } from '../model/fileKind';
import { baselineHint } from '../model/baseline';
import { settingsHints } from '../model/settings';
import { isYaml, readsAsJson, type Documents } from '../project/documents';
import { decode, type DecodedText } from '../syntax/encoding';
import { nodeAt, parseJson, parseJsonAsFarAs, type JsonDocument } from '../syntax/json';
import { parseXml, type XmlDocument } from '../syntax/xml';
import { parseYaml } from '../syntax/yaml';
import type { FileSystem } from './fileSystem';

const mostKept = 32;

export interface OpenText {
  readonly text: string;
  /** The editor's count of changes: an edit is refused when it has moved on. */
  readonly version: number;
}

export class Texts implements Documents {
  readonly #fileSystem: FileSystem;
  readonly isReadOnly: (file: FileId) => boolean;
  readonly #open = new Map<FileId, OpenText>();
  readonly #trees = new Map<FileId, JsonDocument | XmlDocument>();
  readonly #lines = new Map<FileId, LineIndex>();
  /** The beginning of a tree, of the file that a place was looked up in last. */
  #beginning: { readonly file: FileId; readonly tree: JsonDocument } | undefined;
  readonly #lossy = new Set<FileId>();
  /** Files that were there and could not be read when they were last asked for. */
  readonly unreadable = new Set<FileId>();
  /** How many trees were built: tests count work instead of time. */
  treesBuilt = 0;

  constructor(fileSystem: FileSystem, isReadOnly: (file: FileId) => boolean) {
    this.#fileSystem = fileSystem;
    this.isReadOnly = isReadOnly;
  }

  /** The text as it is now; undefined when there is no such file. */
  text(file: FileId): string | undefined {
    return this.#open.get(file)?.text ?? this.#known(file)?.text ?? this.onDisk(file)?.text;
  }

  /** Where the lines of a text begin; undefined when there is no such file. They need no tree. */
  lines(file: FileId): LineIndex | undefined {
    const known = this.#lines.get(file);
    const text = known ? undefined : this.text(file);
    const lines = known ?? (text === undefined ? undefined : new LineIndex(text));
    if (lines) remember(this.#lines, file, lines);
    return lines;
  }

  /** Whether bytes of the file on disk were lost on reading, so that its text must not be written back. */
  isLossy(file: FileId): boolean {
    return !this.#open.has(file) && this.#lossy.has(file);
  }

  /** What is on disk, with its encoding, whatever an editor shows. */
  onDisk(file: FileId): DecodedText | undefined {
    const bytes = this.#fileSystem.readFile(file);
    if (!bytes && this.#fileSystem.kindOf(file) === 'file') this.unreadable.add(file);
    else this.unreadable.delete(file);
    const decoded = bytes && mayHoldFacts(file, bytes) ? decode(bytes, decodeAscii) : undefined;
    if (decoded?.lossy) this.#lossy.add(file);
    else this.#lossy.delete(file);
    return decoded;
  }

  json(file: FileId): JsonDocument | undefined {
    return readsAsJson(file) ? this.#tree(file, isYaml(file) ? parseYaml : parseJson) : undefined;
  }

  jsonAround(file: FileId, path: Path): JsonDocument | undefined {
    if (this.#open.has(file) || this.#trees.has(file) || !/\.json$/i.test(file)) return this.json(file);
    let tree = this.#beginning?.file === file ? this.#beginning.tree : undefined;
    if (!tree) {
      const text = this.text(file);
      if (text === undefined) return undefined;
      tree = parseJsonAsFarAs(text, path);
      this.treesBuilt++;
      this.#beginning = { file, tree };
    }
    return nodeAt(tree, path) ? tree : this.json(file);
  }

  xml(file: FileId): XmlDocument | undefined {
    return readsAsJson(file) ? undefined : this.#tree(file, parseXml);
  }

  /** Undefined when no editor shows the file. */
  openText(file: FileId): OpenText | undefined {
    return this.#open.get(file);
  }

  openFiles(): FileId[] {
    return [...this.#open.keys()];
  }

  setOpen(file: FileId, open: OpenText | undefined): void {
    if (open) this.#open.set(file, open);
    else this.#open.delete(file);
    this.forget(file);
  }

  /** The file on disk has changed. */
  forget(file: FileId): void {
    this.#trees.delete(file);
    this.#lines.delete(file);
    if (this.#beginning?.file === file) this.#beginning = undefined;
  }

  /** A tree holds the text that it was made of. */
  #known(file: FileId): JsonDocument | XmlDocument | undefined {
    return this.#trees.get(file) ?? (this.#beginning?.file === file ? this.#beginning.tree : undefined);
  }

  /** Only one kind of tree is ever asked for of one file, as its name tells. */
  #tree<T extends JsonDocument | XmlDocument>(file: FileId, parse: (text: string) => T): T | undefined {
    const known = this.#trees.get(file) as T | undefined;
    const text = known ? undefined : this.text(file);
    const tree = known ?? (text === undefined ? undefined : parse(text));
    if (!tree) return undefined;
    if (!known) this.treesBuilt++;
    remember(this.#trees, file, tree);
    return tree;
  }
}

/** As the last one that was asked for; the one that nobody has asked for longest makes room. */
function remember<T>(known: Map<FileId, T>, file: FileId, value: T): void {
  known.delete(file);
  known.set(file, value);
  const oldest = known.keys().next().value;
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
}

/** Most files of exports are ASCII, and their bytes are their characters. */
function decodeAscii(bytes: Uint8Array): string | undefined {
  return isAscii(bytes) ? asBuffer(bytes).toString('latin1') : undefined;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const mebibyte = 1024 * 1024;

/** A cheap look at the bytes: most JSON outside `Workflows/` is something else and never becomes a text. */
function mayHoldFacts(file: FileId, bytes: Uint8Array): boolean {
  if (isYaml(file)) return bytes.length <= 4 * mebibyte;
  if (kindOfFile(file) !== 'settings') return bytes.length <= 64 * mebibyte;
  if (bytes.length > 4 * mebibyte) return false;
  const isUtf16 = bytes[0] === 0 || bytes[1] === 0 || bytes[0] === 0xff || bytes[0] === 0xfe;
  const buffer = asBuffer(bytes);
  return isUtf16 || [...settingsHints, baselineHint].some((hint) => buffer.includes(hint));
}
