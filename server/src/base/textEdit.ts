import type { Span } from './span';

/** Replaces the text of one span. An empty span inserts, an empty text removes. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * Gives the text with all edits made.
 * @param edits in any order; they must not overlap. Insertions at one offset are made in the order given.
 * @throws Error when two edits overlap or one lies outside the text: a fix that asks for it is a bug.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    if (span.start < at || span.end < span.start || span.end > text.length) {
      throw new Error(`Edit ${span.start}–${span.end} overlaps another one or lies outside the text`);
    }
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
