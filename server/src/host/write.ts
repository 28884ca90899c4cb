/**
 * Writes a change to the disk: all of its files or none. Every new text is written beside its file first, so that a disk
 * without room is noticed before anything is lost; then the files are put in place one after another, and back again
 * when one of them can't be.
 */
import { applyEdits } from '../base/textEdit';
import type { FileId } from '../model/place';
import type { Change, FileChange } from '../refactor/change';
import { decode, encode, type Encoding } from '../syntax/encoding';
import type { FileWriter } from './fileWriter';

/** @returns why nothing was written; undefined when all is. */
export function writeChange(
  writer: FileWriter,
  { files }: Change,
  textOf: (file: FileId) => string | undefined,
): string | undefined {
  const steps: Step[] = [];
  for (const change of files) {
    const step = prepare(writer, change, textOf(change.file));
    if (typeof step === 'string') return step;
    steps.push(step);
  }
  const done: Step[] = [];
  let current: Step | undefined;
  try {
    for (const step of steps) {
      current = step;
      writeBeside(writer, step);
    }
    for (const step of steps) {
      current = step;
      putInPlace(writer, step);
      done.push(step);
    }
  } catch (error) {
    const failed = `'${current?.file ?? ''}' can't be written: ${messageOf(error)}`;
    const lost = undo(writer, steps, done.reverse());
    return lost.length === 0 ? `${failed}. Nothing was changed.` : `${failed}. ${lost.join(' ')}`;
  }
  return undefined;
}

interface Step {
  readonly file: FileId;
  /** Undefined for a file that is made. */
  readonly before?: Uint8Array;
  /** Undefined for a file that is deleted. */
  readonly after?: Uint8Array;
  /** Where the new text is until it is put in place. */
  readonly beside: FileId;
}

function prepare(writer: FileWriter, change: FileChange, planned: string | undefined): Step | string {
  try {
    return look(writer, change, planned);
  } catch (error) {
    return `'${change.file}' can't be read: ${messageOf(error)}. Nothing was changed.`;
  }
}

function look(writer: FileWriter, change: FileChange, planned: string | undefined): Step | string {
  const file = writer.resolve(change.file);
  const beside = `${file}.connref-new`;
  if (writer.exists(beside)) return `'${beside}' is left of an earlier run that did not end. Look at it and delete it.`;
  if (change.kind === 'create') {
    if (writer.exists(file)) return `'${file}' is there already. Nothing was changed.`;
    return { file, beside, after: encode(change.text, encodingLike(writer, change.like)) };
  }
  const before = writer.read(file);
  if (!writer.isWritable(file)) return `'${file}' is read-only. Nothing was changed.`;
  const { text, encoding, lossy } = decode(before);
  if (lossy) return `'${file}' holds bytes that are no text in its encoding. Nothing was changed.`;
  if (text !== planned) return `'${file}' has changed meanwhile. Nothing was changed: run it again.`;
  if (change.kind === 'delete') return { file, beside, before };
  return { file, beside, before, after: encode(applyEdits(text, change.edits), encoding) };
}

function encodingLike(writer: FileWriter, like: FileId | undefined): Encoding {
  return like !== undefined && writer.exists(like) ? decode(writer.read(like)).encoding : 'utf8';
}

function writeBeside(writer: FileWriter, { file, before, after, beside }: Step): void {
  if (!after) return;
  writer.create(beside, after);
  if (before) writer.copyMode(file, beside);
}

function putInPlace(writer: FileWriter, { file, before, after, beside }: Step): void {
  // Somebody may have saved the file since it was read.
  if (before && !isSame(writer.read(file), before)) throw new Error('it has changed meanwhile');
  if (!before && writer.exists(file)) throw new Error('somebody has made it meanwhile');
  if (after) writer.move(beside, file);
  else writer.remove(file);
}

/** @returns what could not be undone, in sentences. */
function undo(writer: FileWriter, steps: readonly Step[], done: readonly Step[]): string[] {
  const lost: string[] = [];
  const kept = new Set<Step>();
  for (const step of done) {
    const { file, before, beside } = step;
    try {
      if (!before) writer.remove(file);
      else {
        writer.create(beside, before);
        if (writer.exists(file)) writer.copyMode(file, beside);
        // From here on it is the only copy of what the file held.
        kept.add(step);
        writer.move(beside, file);
        kept.delete(step);
      }
    } catch (error) {
      const where = kept.has(step) ? ` What it held is in '${beside}'.` : '';
      lost.push(`'${file}' is changed and can't be put back: ${messageOf(error)}.${where}`);
    }
  }
  return [
    ...lost,
    ...cleanUp(
      writer,
      steps.filter((step) => !kept.has(step)),
    ),
  ];
}

function cleanUp(writer: FileWriter, steps: readonly Step[]): string[] {
  return steps.flatMap(({ beside }) => {
    try {
      if (writer.exists(beside)) writer.remove(beside);
      return [];
    } catch (error) {
      return [`'${beside}' is left and can't be deleted: ${messageOf(error)}.`];
    }
  });
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
