/** Where in its file a fact stands: as a path, which survives edits, or as a span where there is no path (broken text). */
import type { Path } from '../base/path';
import type { Span } from '../base/span';

/** A file of the workspace: an absolute path with `/`, or the decoded URI of a file that is not on a disk. */
export type FileId = string;

export interface PathPlace {
  readonly path: Path;
  /** JSON only: the property's key instead of its value. */
  readonly onKey?: true;
  /** JSON only: the bracket that opens the value, where the whole of it would be too much to mark. */
  readonly onBracket?: true;
  /** Only this part of the value's text, where a name stands within a longer string. */
  readonly part?: string;
  /** What stands directly before the part, where the part alone could be found too early. */
  readonly behind?: string;
}

export interface SpanPlace {
  readonly span: Span;
}

export type Place = PathPlace | SpanPlace;

/** A place and its file. */
export interface FilePlace {
  readonly file: FileId;
  readonly place: Place;
}
