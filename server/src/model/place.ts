/** Where in its file a fact stands: as a path, which survives edits, or as a span where there is no path (broken text). */
import type { Path } from '../base/path';
import type { Span } from '../base/span';
import { connectorName } from './names';

/** A file of the workspace: an absolute path with `/`, or the decoded URI of a file that is not on a disk. */
export type FileId = string;

/** Whether a file is named by a path. A drive has one letter, a scheme has more. */
export function isOnDisk(file: FileId): boolean {
  return !/^[a-z][a-z\d+.-]+:/i.test(file);
}

export interface PathPlace {
  readonly path: Path;
  /** JSON only: the property's key instead of its value. */
  readonly onKey?: true;
  /** JSON only: the bracket that opens the value, where the whole of it would be too much to mark. */
  readonly onBracket?: true;
  /** XML only: the way to a value within the JSON that the text of the element is. */
  readonly within?: Path;
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

/**
 * The connector's name in an id, or in a plain name: `shared_x` of `/providers/Microsoft.PowerApps/apis/shared_x`.
 * @param id as written.
 */
export function connectorPlace(path: Path, id: string): PathPlace {
  const name = connectorName(id);
  if (name === undefined || name === id) return { path };
  const before = /^.*?\/apis\//i.exec(id)?.[0] ?? id.slice(0, id.lastIndexOf('/') + 1);
  return { path, part: name, behind: before };
}
