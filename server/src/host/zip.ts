/**
 * Reads zip archives. What an archive says of its files is checked before anything is inflated, so that one that was
 * made to harm costs no memory, and no name can lead out of it. Solutions are small: what is refused here is no export.
 */
import type * as Zlib from 'node:zlib';
import { toSay, type Message } from '../base/l10n';

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  /** The checksum of what is in it, as the archive says. */
  readonly checksum: number;
  /** Of the local header. */
  readonly offset: number;
}

export type Zip = { readonly entries: ReadonlyMap<string, ZipEntry> } | Unreadable;

export interface Unreadable {
  /** What is wrong, in a whole sentence. */
  readonly problem: ArchiveProblem;
}

/** @param name the archive's, as the reader knows it. */
export type ArchiveProblem = (name: string) => Message;

export const isDamaged: ArchiveProblem = (name) => toSay("'{0}' is damaged.", name);

const mebibyte = 1024 * 1024;
const mostFiles = 50_000;
const largestFile = 64 * mebibyte;
const largestTotal = 1024 * mebibyte;
/** What no real text is packed by; small files may be. */
const highestRatio = 200;
const smallFile = mebibyte;

/** Reads the list of files; folders are left out. */
export function readZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return { problem: (name) => toSay("'{0}' is no zip archive, or is cut off.", name) };
  const count = view.getUint16(end + 10, true);
  if (count > mostFiles) return { problem: (name) => toSay("'{0}' holds more than {1} files.", name, mostFiles) };
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  let compressedTotal = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return { problem: isDamaged };
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    if (nameEnd > end) return { problem: isDamaged };
    const isEncrypted = (view.getUint16(at + 8, true) & 1) !== 0;
    const entry: ZipEntry = {
      name: decoder.decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      checksum: view.getUint32(at + 16, true),
      offset: view.getUint32(at + 42, true),
    };
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    total += entry.size;
    compressedTotal += entry.compressedSize;
    const problem = isEncrypted ? encrypted : findProblem(entry);
    if (problem !== undefined) return { problem };
    if (entry.name.endsWith('/')) continue;
    if (entries.has(entry.name)) return { problem: (name) => toSay("'{0}' holds '{1}' twice.", name, entry.name) };
    entries.set(entry.name, entry);
  }
  if (total > largestTotal) {
    const most = largestTotal / mebibyte;
    return { problem: (name) => toSay("'{0}' would inflate to more than {1} MiB.", name, most) };
  }
  // Files that share their bytes are a trick to inflate a few of them very often.
  if (compressedTotal > bytes.length) return { problem: (name) => toSay("'{0}' holds files that overlap.", name) };
  return { entries };
}

/** @returns undefined where the file is damaged, or packed in a way that solutions are not. */
export function inflateEntry(
  bytes: Uint8Array,
  { method, compressedSize, size, offset }: ZipEntry,
): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) return undefined;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressedSize > bytes.length) return undefined;
  const packed = bytes.subarray(start, start + compressedSize);
  if (method === 0) return compressedSize === size ? packed : undefined;
  if (method !== 8) return undefined;
  try {
    // It stops when there is more than was announced.
    const inflated = zlib().inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
    return inflated.length === size ? inflated : undefined;
  } catch {
    return undefined;
  }
}

/** Loaded when an archive is read: that takes some milliseconds of every start, and most runs read none. */
function zlib(): typeof Zlib {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('node:zlib') as typeof Zlib;
}

const decoder = new TextDecoder();

const encrypted: ArchiveProblem = (name) => toSay("'{0}' is encrypted.", name);

function findProblem({ name, compressedSize, size }: ZipEntry): ArchiveProblem | undefined {
  const leadsOut = /^(\/|[a-z]:)/i.test(name) || /(^|\/)\.\.(\/|$)/.test(name) || name.includes('\0') || name === '';
  if (leadsOut) return (archive) => toSay("'{0}' holds a file whose name leads out of it ('{1}').", archive, name);
  if (size > largestFile) {
    const most = largestFile / mebibyte;
    return (archive) =>
      toSay("'{0}' holds a file that would inflate to more than {1} MiB ('{2}').", archive, most, name);
  }
  const isBomb = size > smallFile && size > compressedSize * highestRatio;
  return isBomb
    ? (archive) => toSay("'{0}' holds a file that is packed more than {1} times ('{2}').", archive, highestRatio, name)
    : undefined;
}

/** The record at the end, which a comment of up to 64 KiB may follow. */
function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}
