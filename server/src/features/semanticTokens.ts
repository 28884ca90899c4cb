/**
 * Connection keys and logical names as parts of a text that have a meaning of their own: an editor then shows alike what
 * is the same thing, in flows, declarations and settings, and apart what else stands in quotes.
 */
import type { Span } from '../base/span';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import { keysInExpressions } from '../project/keysInExpressions';
import { locate } from '../project/locate';
import type { Occurrence } from '../project/occurrence';
import { occurrencesIn } from '../project/occurrencesIn';
import type { Snapshot } from '../project/snapshot';

export interface SemanticToken {
  readonly kind: 'key' | 'reference';
  readonly isDeclaration: boolean;
  readonly span: Span;
}

/** In the order of the text; none overlaps another. Empty for a file that the workspace does not have. */
export function semanticTokensOf(snapshot: Snapshot, documents: Documents, file: FileId): readonly SemanticToken[] {
  const tokens = [...occurrencesIn(snapshot, file), ...keysInExpressions(snapshot, documents, file)]
    .flatMap((occurrence) => tokenOf(documents, file, occurrence))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return tokens.filter(({ span }, i) => span.start >= (tokens[i - 1]?.span.end ?? 0));
}

/** A display name means a reference too, but is no name of it. */
function tokenOf(documents: Documents, file: FileId, { subject, role, place }: Occurrence): readonly SemanticToken[] {
  const { kind } = subject;
  if ((kind !== 'key' && kind !== 'reference') || role === 'about') return [];
  const span = locate(documents, { file, place });
  return span.start === span.end ? [] : [{ kind, isDeclaration: role === 'declaration', span }];
}
