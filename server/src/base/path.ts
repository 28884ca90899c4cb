/**
 * The way from the root of a document to one of its parts. It survives edits that only move text, so facts name their
 * places by it, and offsets are found when somebody asks for them.
 *
 * JSON: property names and array indexes. XML: element names, each followed by its index among siblings of that name
 * when that is not 0, and at the end `@name` for an attribute.
 */
export type Path = readonly (string | number)[];

/** A JSON pointer (RFC 6901): `/properties/connectionReferences/a~1b`. The root is the empty string. */
export function toPointer(path: Path): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
