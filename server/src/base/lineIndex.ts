/** A place in a text as people and the protocol count it: both from 0, `character` in UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets of one text into lines and columns and back. Lines end with LF, CRLF or CR. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    const starts = [0];
    // The search of the engine is many times as fast as a loop over the units before that one is compiled.
    for (const { index, 0: lineEnd } of text.matchAll(/\r\n?|\n/g)) starts.push(index + lineEnd.length);
    this.#starts = starts;
  }

  /** @param offset is cut to the text's length. */
  position(offset: number): LineColumn {
    const target = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= target) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: target - (this.#starts[low] ?? 0) };
  }

  /** A line beyond the text gives its end; a column beyond its line gives the start of the line end. */
  offset({ line, character }: LineColumn): number {
    const start = this.#starts[line];
    if (start === undefined) return this.#text.length;
    let end = this.#starts[line + 1] ?? this.#text.length;
    while (end > start && (this.#text.charCodeAt(end - 1) === 10 || this.#text.charCodeAt(end - 1) === 13)) end--;
    return Math.min(start + character, end);
  }
}
