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

/** Whether a path leads to what another one leads to, or to a part of it. */
export function isBelow(path: Path, above: Path): boolean {
  return path.length >= above.length && above.every((segment, i) => path[i] === segment);
}

/**
 * The same for an element, of which a path may not tell: of those with one name only the first has no index, so that its
 * path begins those of the others.
 */
export function isWithin(path: Path, around: Path): boolean {
  return isBelow(path, around) && typeof path[around.length] !== 'number';
}
