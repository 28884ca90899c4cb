/** A half-open range of a text: offsets in UTF-16 units from 0. Lines and columns are known in `lsp/` and `cli/` only. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in `span` or at its end: where a cursor behind the last character still belongs to a word. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
