import type { Span } from '../base/span';
import type { FileId, FilePlace, PathPlace } from '../model/place';
import { nodeAt } from '../syntax/json';
import { elementAt } from '../syntax/xml';
import { readsAsJson, type Documents } from './documents';
import { locate } from './locate';

/**
 * The whole of what bears the name at a place: the property of a key, the object or element that a value belongs to.
 * Those who peek at a declaration see it. The name alone where nothing is known to be around it.
 */
export function locateAround(documents: Documents, at: FilePlace): Span {
  const name = locate(documents, at);
  const around = 'path' in at.place ? findAround(documents, at.file, at.place) : undefined;
  return around && around.start <= name.start && name.end <= around.end ? around : name;
}

function findAround(documents: Documents, file: FileId, { path, onKey }: PathPlace): Span | undefined {
  if (readsAsJson(file)) {
    const document = documents.json(file);
    const node = document && nodeAt(document, onKey ? path : path.slice(0, -1));
    return node && { start: (node.key ?? node).start, end: node.end };
  }
  const document = documents.xml(file);
  const { start, end } = (document && elementAt(document, path.slice(0, -1))) ?? {};
  return start === undefined || end === undefined ? undefined : { start, end };
}
