import type { Span } from '../base/span';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import type { Card } from './card';

export interface Hover {
  readonly span: Span;
  readonly card: Card;
}

/** What stands at an offset of a file, if it has a meaning. */
export function hoverAt(_snapshot: Snapshot, _documents: Documents, _file: FileId, _offset: number): Hover | undefined {
  return undefined;
}
