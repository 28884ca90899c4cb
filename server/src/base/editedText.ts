/**
 * A text that is edited step by step, each step seeing what the ones before made of it, and that tells at the end the
 * edits which lead from the first text to the last.
 */
import type { TextEdit } from './textEdit';

/** An edit with what it is for. */
export interface LabelledEdit extends TextEdit {
  readonly label: string;
}

/** A range that is still there of the first text, or what stands in its place. */
type Piece =
  { readonly start: number; readonly end: number } | { readonly inserted: string; readonly labels: readonly string[] };

export class EditedText {
  readonly #original: string;
  #pieces: readonly Piece[];
  #text: string;

  constructor(original: string) {
    this.#original = original;
    this.#text = original;
    this.#pieces = [{ start: 0, end: original.length }];
  }

  /** The same text and edits so far, to be edited further on its own. */
  copy(): EditedText {
    const copy = new EditedText(this.#original);
    copy.#pieces = this.#pieces;
    copy.#text = this.#text;
    return copy;
  }

  /** As it is now. */
  get text(): string {
    return this.#text;
  }

  /**
   * @param edits of the text as it is now, in any order.
   * @throws Error when two edits overlap or one lies outside the text: whoever asks for it is a bug.
   */
  apply(edits: readonly TextEdit[], label: string): void {
    const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    const pieces: Piece[] = [];
    let at = 0;
    let isFirstTaken = false;
    for (const { span, newText } of sorted) {
      if (span.start < at || span.end < span.start || span.end > this.#text.length) {
        throw new Error(`Edit ${span.start}–${span.end} overlaps another one or lies outside the text`);
      }
      pieces.push(...this.#cut(at, span.start, isFirstTaken), { inserted: newText, labels: [label] });
      at = span.end;
      isFirstTaken = span.start === span.end;
    }
    this.#pieces = [...pieces, ...this.#cut(at, Number.POSITIVE_INFINITY, isFirstTaken)];
    this.#text = this.#pieces.map((piece) => textOf(piece, this.#original)).join('');
  }

  /** The edits that lead from the first text to this one: sorted, and without those that change nothing after all. */
  edits(): LabelledEdit[] {
    const edits: LabelledEdit[] = [];
    let at = 0;
    let newText = '';
    let labels: string[] = [];
    const close = (end: number): void => {
      if (this.#original.slice(at, end) === newText) return;
      edits.push({ span: { start: at, end }, newText, label: [...new Set(labels)].join('; ') });
    };
    for (const piece of this.#pieces) {
      if ('inserted' in piece) {
        newText += piece.inserted;
        labels.push(...piece.labels);
        continue;
      }
      // Two neighbours that were only cut apart.
      if (piece.start === at && newText === '') {
        at = piece.end;
        labels = [];
        continue;
      }
      close(piece.start);
      at = piece.end;
      newText = '';
      labels = [];
    }
    close(this.#original.length);
    return edits;
  }

  /**
   * The pieces of a range of the text as it is now.
   * @param isFirstTaken whether pieces without text at its start were in the range before.
   */
  #cut(start: number, end: number, isFirstTaken: boolean): Piece[] {
    const pieces: Piece[] = [];
    let at = 0;
    for (const piece of this.#pieces) {
      const length = lengthOf(piece);
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, length);
      // What was removed before leaves a piece without text, which tells why.
      const isBehindStart = isFirstTaken ? start < at : start <= at;
      const isInside = length === 0 ? isBehindStart && at <= end : from < to;
      if (isInside) pieces.push(slice(piece, from, to));
      at += length;
    }
    return pieces;
  }
}

function textOf(piece: Piece, original: string): string {
  return 'inserted' in piece ? piece.inserted : original.slice(piece.start, piece.end);
}

function lengthOf(piece: Piece): number {
  return 'inserted' in piece ? piece.inserted.length : piece.end - piece.start;
}

function slice(piece: Piece, from: number, to: number): Piece {
  return 'inserted' in piece
    ? { ...piece, inserted: piece.inserted.slice(from, to) }
    : { start: piece.start + from, end: piece.start + to };
}
